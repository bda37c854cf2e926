import { restartOf } from '../restart.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'health-without-restart',
  summary: 'A health check that stops the machine for good',
  why: '`machine monitor` stops a machine that is unhealthy, and leaves it to the restart policy to start it again. The default policy is `never`.',
  help: 'Add `[restart]` with `policy = "always"`, unless the machine should stay down.',
  evidence: 'facts 5 row 70; src/cli/machine.rs:3211',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create'],
  examples: {
    invalid: [{ toml: '[health]\nexec = ["true"] # info: health-without-restart\n' }],
    valid: [
      { toml: '[health]\nexec = ["true"]\n\n[restart]\npolicy = "always"\n' },
      {
        toml: '[health]\nexec = ["true"]\n\n[restart]\npolicy = "never"\n',
        note: 'Said in so many words.',
      },
    ],
  },
  check(context) {
    const { document, settings, report } = context;
    const exec = settings.get('health.exec');
    const { policy, written } = restartOf(context);
    // limits without a policy are a mistake of their own
    const limits = settings.has('restart.max_retries') || settings.has('restart.max_backoff');
    if (!exec || !settings.isNonEmpty('health.exec') || document.damaged) return;
    if (policy !== 'never' || written || limits) return;
    report({
      range: exec.range,
      message: 'When this check fails, the machine is stopped and not started again',
    });
  },
});
