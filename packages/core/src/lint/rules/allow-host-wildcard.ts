import { at } from '../effective.ts';
import { replaceString } from '../fixes.ts';
import { hostsOf } from '../hosts.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'allow-host-wildcard',
  summary: 'A wildcard in `allow_hosts`, which never matches',
  why: 'An entry matches the host of that very name and all its subdomains already; `*` has no meaning, so that such an entry never matches and what it should allow is blocked.',
  help: 'Write the name alone: its subdomains are included.',
  evidence: 'facts 2.6, 4.5, 5 row 35; crates/smolvm-network/src/dns.rs:44-66',
  since: '0.1.0',
  severity: 'error',
  stage: 'launch',
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [{ toml: '[network]\nallow_hosts = ["*.example.com"] # error: allow-host-wildcard\n' }],
    valid: [{ toml: '[network]\nallow_hosts = ["example.com"]\n' }],
  },
  check(context) {
    for (const { item, host } of hostsOf(context)) {
      if (host.kind !== 'wildcard') continue;
      const { suggestion } = host;
      context.report({
        ...at(item),
        // the flag is resolved at once, and a failure refuses the call (facts 4.5)
        ...(item.source && { stage: 'config' }),
        message: `\`${item.value}\` never matches: there are no wildcards`,
        ...(suggestion !== undefined &&
          !item.source && { fix: replaceString(item, suggestion, item.value.startsWith('*.')) }),
      });
    }
  },
});
