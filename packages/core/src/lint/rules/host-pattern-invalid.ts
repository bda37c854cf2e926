import { parseHostPattern } from '../../grammars/index.ts';
import { at, partOf } from '../places.ts';
import { fixString } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'host-pattern-invalid',
  summary: 'An entry of `allow_host_patterns` that is neither a host name nor `*.` and a domain',
  why: 'A pattern is a host name, which then is that name alone, or `*.` and a host name, which is all below it: letters, digits, hyphens and dots. Create and run refuse every other one; `pack create` never reads the list.',
  help: 'Write `example.com` for the name alone, or `*.example.com` for its subdomains.',
  evidence: 'values 3',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'host-patterns',
  commands: ['create', 'run'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: '[network]\nallow_host_patterns = ["api.example.com:443"] # error: host-pattern-invalid\n' },
      { toml: '[network]\nallow_host_patterns = ["*"] # error: host-pattern-invalid\n' },
      { toml: '[network]\nallow_host_patterns = ["10.0.0.1"] # error: host-pattern-invalid\n' },
      { toml: '[network]\nallow_host_patterns = ["api-*.example.com"] # error: host-pattern-invalid\n' },
      {
        toml: 'net = true\n',
        flags: '--allow-host-pattern my_host',
        expect: ['flags: error: host-pattern-invalid'],
      },
    ],
    valid: [
      { toml: '[network]\nallow_host_patterns = ["Example.com.", "*.example.com", "localhost"]\n' },
      {
        toml: 'image = "alpine"\n\n[network]\nallow_host_patterns = ["*.example.com", "10.0.0.1"]\n',
        command: 'pack',
        note: '`pack create` does not look.',
        expect: ['4: warning: network-dropped-by-pack'],
      },
    ],
  },
  check(context) {
    for (const item of context.merged('network.allow_host_patterns').texts) {
      const parsed = parseHostPattern(item.value);
      if (parsed.ok) continue;
      const { message, help, from, to } = parsed.problem;
      const range = partOf(context, item, from, to);
      context.report({
        ...at(item),
        range,
        ...(item.source && { check: 'allow-host-pattern' }),
        message,
        help,
        ...fixString(item, parsed.problem),
      });
    }
  },
});
