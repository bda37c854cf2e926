import { formatDuration } from '../../grammars/index.ts';
import { durationsOf, secondsOf } from '../durations.ts';
import { defineRule } from '../rule.ts';

/** What `machine monitor` takes for both, unless its own flags say otherwise. */
const FALLBACK = 5n;

export default defineRule({
  code: 'health-timeout-too-long',
  summary: 'A health check whose failure by timeout never counts',
  why: 'When a round of `machine monitor` takes more than three times the `interval`, it believes that the host was asleep, and starts counting failures anew. A check that hangs until a `timeout` of twice the `interval` or more does just that: the machine never counts as unhealthy.',
  help: 'Choose a `timeout` below twice the `interval`.',
  evidence: 'facts 5 row 66, 12 (monitor); src/cli/machine.rs:3104-3124',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create'],
  examples: {
    invalid: [
      {
        toml: '[health]\nexec = ["true"]\ninterval = "10s"\ntimeout = "30s" # warning: health-timeout-too-long\n',
      },
      {
        toml: '[health]\nexec = ["true"]\ninterval = "2s" # warning: health-timeout-too-long\n',
        note: 'The default timeout is 5 seconds.',
      },
    ],
    valid: [
      { toml: '[health]\nexec = ["true"]\ninterval = "30s"\ntimeout = "10s"\n' },
      { toml: '[health]\nexec = ["true"]\ninterval = "30s"\n' },
      { toml: '[health]\nexec = ["true"]\n' },
    ],
  },
  check(context) {
    const { document, settings, report } = context;
    if (document.damaged || !settings.isNonEmpty('health.exec')) return;
    const interval = secondsOf(context, 'health.interval', FALLBACK);
    const timeout = secondsOf(context, 'health.timeout', FALLBACK);
    if (interval === 0n || timeout < 2n * interval) return;
    const written = durationsOf(context).filter(({ item }) =>
      /^health\.(?:interval|timeout)$/.test(item.layer),
    );
    const place = (written.find(({ item }) => item.layer === 'health.timeout') ?? written[0])?.item;
    if (!place) return;
    report({
      range: place.range,
      message: `A check that hangs never counts as failed: its timeout of \`${formatDuration(timeout)}\` is too long for an interval of \`${formatDuration(interval)}\``,
    });
  },
});
