import { parseUdpAllow } from '../../grammars/index.ts';
import { at, partOf } from '../places.ts';
import { fixString } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'udp-allow-invalid',
  summary: 'An entry of `allow_udp` that smolvm cannot read',
  why: 'An entry is `CIDR[:PORT[-END]]`: an address or a range, and behind a colon one port or a range of ports from 1 to 65535. An address of IPv6 with a port stands in brackets. Create and run refuse every other one; `pack create` never reads the list.',
  help: 'Write for example `1.1.1.1:53`, `10.0.0.0/8` or `[2001:db8::1]:443`.',
  evidence: 'values 5',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'allow-udp',
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: '[network]\nallow_udp = ["dns.example.com:53"] # error: udp-allow-invalid\n' },
      { toml: '[network]\nallow_udp = ["1.1.1.1:0"] # error: udp-allow-invalid\n' },
      { toml: '[network]\nallow_udp = ["10.0.0.0/8:90-80"] # error: udp-allow-invalid\n' },
      { toml: '[network]\nallow_udp = ["[2001:db8::1]443"] # error: udp-allow-invalid\n' },
    ],
    valid: [
      {
        toml: '[network]\nallow_udp = ["1.1.1.1:53", "192.0.2.0/24:3478-3480", "[2001:db8::1]:443", "2001:db8::/32:53"]\n',
      },
    ],
  },
  check(context) {
    for (const item of context.merged('network.allow_udp').texts) {
      const parsed = parseUdpAllow(item.value);
      if (parsed.ok) continue;
      const { message, help, from, to } = parsed.problem;
      const range = partOf(context, item, from, to);
      context.report({ ...at(item), range, message, help, ...fixString(item, parsed.problem) });
    }
  },
});
