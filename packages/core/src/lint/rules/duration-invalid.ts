import { shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { durationsOf, mendDuration } from '../durations.ts';
import { replaceString } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'duration-invalid',
  summary: 'A duration that smolvm cannot read, and silently ignores',
  why: 'A duration under `[health]` or `[restart]` is one whole number with `s`, `m` or `h` in lower case, or without a unit for seconds. smolvm refuses nothing else: it takes its default without a word.',
  help: 'Write one whole number with one unit, for example `90s`, `5m` or `2h`.',
  evidence: 'facts 4.6, 5 row 65; crates/smolvm-smolfile/src/lib.rs:403-414',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create'],
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: '[health]\nexec = ["true"]\ninterval = "1m30s" # warning: duration-invalid\n' },
      { toml: '[health]\nexec = ["true"]\ntimeout = "500ms" # warning: duration-invalid\n' },
      { toml: '[health]\nexec = ["true"]\nstartup_grace = "1.5m" # warning: duration-invalid\n' },
      { toml: '[restart]\npolicy = "always"\nmax_backoff = "5 minutes" # warning: duration-invalid\n' },
      { toml: '[health]\nexec = ["true"]\ninterval = "often" # warning: duration-invalid\n' },
    ],
    valid: [{ toml: '[health]\nexec = ["true"]\ninterval = "90s"\ntimeout = "10"\nstartup_grace = "1h"\n' }],
  },
  check(context) {
    for (const { item, fallback, seconds } of durationsOf(context)) {
      if (seconds !== undefined) continue;
      const meant = mendDuration(item.value, context.release);
      context.report({
        ...at(item),
        message: `smolvm cannot read ${item.value === '' ? 'an empty duration' : shown(item.value)}, and takes its default of \`${fallback}\` instead`,
        ...(meant && { fix: replaceString(item, meant.text, meant.exact) }),
      });
    }
  },
});
