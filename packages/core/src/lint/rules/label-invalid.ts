import { usesOf } from '../../call/call.ts';
import { parseLabel } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'label-invalid',
  summary: 'A label without a name or without `=`',
  why: 'A label is `KEY=VALUE`, split at the first `=`. The value may be empty, the key may not.',
  help: 'Write `--label KEY=VALUE`.',
  evidence: 'facts 3.4 (Δ v1.8.0)',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'label',
  commands: ['create'],
  examples: {
    invalid: [
      { toml: 'cpus = 2\n', flags: '--label team', expect: ['flags: error: label-invalid'] },
      { toml: 'cpus = 2\n', flags: '--label =me', expect: ['flags: error: label-invalid'] },
    ],
    valid: [{ toml: 'cpus = 2\n', flags: '--label team=core --label note=' }],
  },
  check({ call, report }) {
    for (const { value = '', range, valueRange } of usesOf(call, 'label')) {
      const parsed = parseLabel(value);
      if (parsed.ok) continue;
      const { message, help } = parsed.problem;
      report({ range: valueRange ?? range, source: 'flags', message, help });
    }
  },
});
