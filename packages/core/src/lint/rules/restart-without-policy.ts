import { ifPossible, setValue } from '../../edit/index.ts';
import { restartOf } from '../restart.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'restart-without-policy',
  summary: 'Limits for restarts that never happen',
  why: 'Without a `policy`, a machine is never restarted, and `max_retries` and `max_backoff` have no effect.',
  help: 'Add a policy, for example `policy = "on-failure"`, or remove the section.',
  evidence: 'facts 1.1, 5 row 72; src/cli/vm_common.rs:579',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create'],
  fixable: 'unsafe',
  examples: {
    invalid: [
      { toml: '[restart] # warning: restart-without-policy\nmax_retries = 5\n' },
      { toml: '[restart] # warning: restart-without-policy\npolicy = "never"\nmax_backoff = "30s"\n' },
    ],
    valid: [
      { toml: '[restart]\npolicy = "on-failure"\nmax_retries = 5\nmax_backoff = "30s"\n' },
      { toml: '[restart]\npolicy = "never"\n' },
    ],
  },
  check(context) {
    const { document, settings, report } = context;
    const section = settings.get('restart');
    const limits = ['max_retries', 'max_backoff'].filter((name) => settings.has(`restart.${name}`));
    const { policy, written } = restartOf(context);
    if (!section || limits.length === 0 || document.damaged || policy !== 'never') return;
    const names = limits.map((name) => `\`${name}\``).join(' and ');
    const added = written
      ? undefined
      : ifPossible(() => setValue(document, 'restart.policy', 'on-failure').edits);
    report({
      range: section.key,
      message: `${names} ${limits.length === 1 ? 'has' : 'have'} no effect: the machine is never restarted`,
      related: written ? [{ range: written.range, message: 'the policy says so' }] : [],
      ...(added && { fix: { title: 'Add `policy = "on-failure"`', safe: false, edits: added } }),
    });
  },
});
