import { at } from '../places.ts';
import { durationsOf } from '../durations.ts';
import { defineRule } from '../rule.ts';

/** What no time at all does to a health check; a grace of 0 is the default, and a backoff of 0 means smolvm's own. */
const OUTCOME: Readonly<Record<string, string>> = {
  'health.interval':
    'without a pause, `machine monitor` takes every round for a wake-up from sleep and never checks',
  'health.timeout': 'a check that may take no time fails',
};

export default defineRule({
  code: 'duration-zero',
  summary: 'A health check without a pause, or without any time to answer',
  why: 'With an `interval` of 0, `machine monitor` spins, takes the time of each round for a suspended host, and skips the check. A `timeout` of 0 gives the check no time at all.',
  help: 'Write at least `1s`, or remove the key for the default of `5s`.',
  evidence:
    'facts 5 row 66; src/cli/machine.rs:3104-3124 (what a timeout of 0 does inside the machine was not executed)',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create'],
  examples: {
    invalid: [
      { toml: '[health]\nexec = ["true"]\ninterval = "0s" # warning: duration-zero\n' },
      { toml: '[health]\nexec = ["true"]\ntimeout = "0" # warning: duration-zero\n' },
    ],
    valid: [{ toml: '[health]\nexec = ["true"]\ninterval = "1s"\ntimeout = "1s"\nstartup_grace = "0s"\n' }],
  },
  check(context) {
    for (const { item, seconds } of durationsOf(context)) {
      const outcome = OUTCOME[item.layer];
      if (seconds !== 0n || outcome === undefined) continue;
      context.report({ ...at(item), message: `\`${item.layer}\` should not be 0: ${outcome}` });
    }
  },
});
