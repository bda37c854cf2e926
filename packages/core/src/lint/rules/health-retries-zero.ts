import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'health-retries-zero',
  summary: 'A health check that fails without failing',
  why: '`machine monitor` compares the number of failures in a row with `retries` after every check: with 0, even a check that passes stops the machine.',
  help: 'Write 1 to stop the machine at the first failure, or remove the key for the default of 3.',
  evidence: 'facts 5 row 67; src/cli/machine.rs:3174',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create'],
  fixable: 'unsafe',
  examples: {
    invalid: [{ toml: '[health]\nexec = ["true"]\nretries = 0 # warning: health-retries-zero\n' }],
    valid: [{ toml: '[health]\nexec = ["true"]\nretries = 1\n' }],
  },
  check({ settings, report }) {
    const retries = settings.integer('health.retries');
    if (!retries || Number(retries.value) !== 0) return;
    const { start, end } = retries.range;
    report({
      range: retries.range,
      message: 'With `retries = 0`, every check stops the machine, even one that passes',
      fix: { title: 'Write `1`', safe: false, edits: [{ range: { start, end }, text: '1' }] },
    });
  },
});
