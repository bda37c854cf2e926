import { parseCredentialHost, shown } from '../../grammars/index.ts';
import { bindingsOf, rankOfBinding } from '../bindings.ts';
import { filterEntries, hostFilterOf } from '../hosts.ts';
import { defineRule } from '../rule.ts';

const BINDING =
  '\n[[network.credentials]]\nname = "github"\nenvironment_variable = "GITHUB_TOKEN"\nallowed_hosts = ["api.github.com"]';

export default defineRule({
  code: 'credential-host-blocked',
  summary: 'A credential for a host that the egress lists do not allow',
  why: 'With an entry in `allow_hosts` or `allow_host_patterns`, each host of a credential must be among those that they let through; smolvm refuses the machine otherwise. `allow_cidrs` does not count here. A wildcard needs an entry that covers all of it.',
  help: 'Add the host to `allow_hosts` or `allow_host_patterns`, or take it out of the credential.',
  evidence: 'values 7',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'credentials',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: `[network]\nallow_hosts = ["pypi.org"]\n${BINDING} # error: credential-host-blocked\n` },
      {
        toml: `[network]\nallow_host_patterns = ["github.com"]\n${BINDING} # error: credential-host-blocked\n`,
        note: 'A pattern is that name alone.',
      },
    ],
    valid: [
      { toml: `[network]\nallow_hosts = ["github.com"]\n${BINDING}\n` },
      { toml: `[network]\nallow_host_patterns = ["*.github.com"]\n${BINDING}\n` },
      { toml: `[network]\nallow_cidrs = ["140.82.112.0/20"]\n${BINDING}\n` },
    ],
  },
  check(context) {
    const bindings = bindingsOf(context);
    const [first] = filterEntries(context);
    const filter = bindings.length === 0 ? undefined : hostFilterOf(context);
    if (!filter || !first) return;
    const { range: listed, source: from } = first.item;
    for (const binding of bindings) {
      const { name, hosts = [] } = binding;
      for (const [at, { value, range, source }] of hosts.entries()) {
        if (!parseCredentialHost(value, context.release).ok) continue;
        if (value.startsWith('*.') ? filter.allowsBelow(value.slice(2)) : filter.allows(value)) continue;
        context.report({
          range,
          ...(source && { source }),
          rank: rankOfBinding(binding, 'host', at),
          message: `${shown(value)} gets the credential${name ? ` ${shown(name.value)}` : ''}, but the egress lists do not allow it`,
          related: [{ range: listed, ...(from && { source: from }), message: 'what is allowed' }],
        });
      }
    }
  },
});
