import { parseRestartPolicy } from '../../grammars/index.ts';
import { fixString } from '../fixes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'restart-policy-invalid',
  summary: 'A restart policy that smolvm does not know',
  why: 'The policies are `never`, `always`, `on-failure` and `unless-stopped`, in any case; nothing is trimmed, and names of other tools such as `no` are refused.',
  help: 'Write `never`, `always`, `on-failure` or `unless-stopped`.',
  evidence: 'facts 4.7, 5 row 75; src/config.rs:82-90',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'restart-policy',
  commands: ['create', 'run'],
  fixable: 'safe',
  examples: {
    invalid: [
      { toml: '[restart]\npolicy = "on_failure" # error: restart-policy-invalid\n' },
      { toml: '[restart]\npolicy = "no" # error: restart-policy-invalid\n' },
    ],
    valid: [{ toml: '[restart]\npolicy = "on-failure"\n' }, { toml: '[restart]\npolicy = "Always"\n' }],
  },
  check({ settings, report }) {
    const policy = settings.string('restart.policy');
    if (!policy) return;
    const parsed = parseRestartPolicy(policy.value);
    if (parsed.ok) return;
    const { message, help } = parsed.problem;
    report({
      range: policy.range,
      message,
      help,
      ...fixString(policy, parsed.problem),
    });
  },
});
