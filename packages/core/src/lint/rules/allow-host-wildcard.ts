import { formOf, shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { replaceString } from '../fixes.ts';
import { hostsOf } from '../hosts.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'allow-host-wildcard',
  summary: 'A wildcard in `allow_hosts` that never matches',
  why: 'An entry matches the host of that very name and all its subdomains already. Releases that have `allow_host_patterns` also read `*.` in front of a name, as its subdomains alone (since 1.20.0); in older ones, and anywhere else in the entry, `*` has no meaning, so that it never matches and what it should allow is blocked.',
  help: 'Write the name alone: its subdomains are included.',
  evidence: 'facts 2.6, 4.5, 5 row 35; values 3; crates/smolvm-network/src/dns.rs:44-66',
  since: '0.1.0',
  severity: 'error',
  stage: 'launch',
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      {
        toml: '[network]\nallow_hosts = ["*.example.com"] # error: allow-host-wildcard\n',
        smolvm: '1.19.3',
      },
      { toml: '[network]\nallow_hosts = ["api-*.example.com"] # error: allow-host-wildcard\n' },
      {
        toml: '[network]\nallow_hosts = ["*"] # error: allow-host-wildcard\n',
        note: 'No list at all allows every host.',
      },
    ],
    valid: [
      { toml: '[network]\nallow_hosts = ["example.com"]\n' },
      { toml: '[network]\nallow_hosts = ["*.example.com"]\n', smolvm: '1.20.0' },
    ],
  },
  check(context) {
    const hasForms = formOf('*.', context.release) !== undefined;
    for (const { item, host } of hostsOf(context)) {
      // the flag is resolved at once, and there is no address of a wildcard
      const isUnresolvable = item.source && host.kind === 'subdomains';
      if (host.kind !== 'wildcard' && !isUnresolvable) continue;
      const { suggestion } = host;
      context.report({
        ...at(item),
        // the flag is resolved at once, and a failure refuses the call (facts 4.5)
        ...(item.source && { stage: 'config' }),
        message: isUnresolvable
          ? `${shown(item.value)} cannot be resolved, which the flag does at once`
          : `${shown(item.value)} never matches: ${hasForms ? 'a wildcard is `*.` in front of a name' : 'there are no wildcards'}`,
        ...(isEverything(item.value) && {
          help: 'Leave the list out: without one, every host may be reached.',
        }),
        ...(suggestion !== undefined &&
          !item.source && { fix: replaceString(item, suggestion, item.value.startsWith('*.')) }),
      });
    }
  },
});

/** What other tools write for every host. */
function isEverything(text: string): boolean {
  return /^[*.]+$/.test(text);
}
