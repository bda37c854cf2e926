import { restartOf } from '../restart.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'restart-retries-unlimited',
  summary: 'A `max_retries` of 0, which means no limit',
  why: 'The default, 0, stands for no limit: the machine is restarted for ever, not never.',
  help: 'Write the number of restarts you want; `policy = "never"` for none; or remove the key to say that there is no limit.',
  evidence: 'facts 1.1, 5 row 73; src/config.rs:118',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create'],
  examples: {
    invalid: [
      {
        toml: '[restart]\npolicy = "on-failure"\nmax_retries = 0 # info: restart-retries-unlimited\n',
      },
    ],
    valid: [{ toml: '[restart]\npolicy = "on-failure"\nmax_retries = 5\n' }],
  },
  check(context) {
    const retries = context.settings.integer('restart.max_retries');
    if (!retries || Number(retries.value) !== 0 || restartOf(context).policy !== 'some') return;
    context.report({ range: retries.range, message: '`max_retries = 0` means any number of restarts' });
  },
});
