import { at } from '../places.ts';
import { durationsOf } from '../durations.ts';
import { replaceString } from '../fixes.ts';
import { restartOf } from '../restart.ts';
import { defineRule } from '../rule.ts';

/** The pause doubles with each restart from 1 second on, eight times at most (src/config.rs:145). */
const LONGEST = 256n;

export default defineRule({
  code: 'restart-backoff-unreachable',
  summary: 'A `max_backoff` that no pause ever reaches',
  why: 'The pause before a restart doubles each time, but stops at 256 seconds whatever `max_backoff` says: the key can only lower it.',
  help: 'Write `256s` or less, or remove the key.',
  evidence: 'facts 1.1, 5 row 74; src/config.rs:145',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      {
        toml: '[restart]\npolicy = "always"\nmax_backoff = "1h" # info: restart-backoff-unreachable\n',
      },
    ],
    valid: [{ toml: '[restart]\npolicy = "always"\nmax_backoff = "4m"\n' }],
  },
  check(context) {
    if (restartOf(context).policy !== 'some') return;
    for (const { item, seconds } of durationsOf(context)) {
      if (item.layer !== 'restart.max_backoff' || seconds === undefined || seconds <= LONGEST) continue;
      context.report({
        ...at(item),
        message: `No pause before a restart is longer than ${LONGEST} seconds`,
        fix: replaceString(item, `${LONGEST}s`, false),
      });
    }
  },
});
