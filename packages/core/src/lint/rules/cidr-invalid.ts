import { parseCidr } from '../../grammars/index.ts';
import { at, effectiveList, partOf } from '../effective.ts';
import { fixString } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'cidr-invalid',
  summary: 'An entry of `allow_cidrs` that is neither an address nor a range',
  why: 'An entry is an IP address or `ADDRESS/PREFIX`, without spaces, brackets, ports or host names. `pack create` never reads the list and accepts anything.',
  help: 'Write an address or a range, for example `10.0.0.0/8` or `1.1.1.1`; names belong into `allow_hosts`.',
  evidence: 'facts 4.5, 5 row 38; src/smolfile.rs:86-104',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'allow-cidrs',
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: '[network]\nallow_cidrs = ["10.0.0.0/33"] # error: cidr-invalid\n' },
      { toml: '[network]\nallow_cidrs = [" 10.0.0.0/8"] # error: cidr-invalid\n' },
      { toml: '[network]\nallow_cidrs = ["example.com"] # error: cidr-invalid\n' },
    ],
    valid: [{ toml: '[network]\nallow_cidrs = ["10.0.0.0/8", "1.1.1.1", "2001:db8::/32"]\n' }],
  },
  check(context) {
    for (const item of effectiveList(context, 'network.allow_cidrs')) {
      // what comes from `--allow-host` is a name until smolvm has asked the DNS
      if (item.layer === '--allow-host') continue;
      const parsed = parseCidr(item.value);
      if (parsed.ok) continue;
      const { message, help, from, to } = parsed.problem;
      const range = partOf(context, item, from, to);
      context.report({ ...at(item), range, message, help, ...fixString(item, parsed.problem) });
    }
  },
});
