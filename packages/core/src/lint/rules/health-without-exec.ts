import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'health-without-exec',
  summary: 'A health check that checks nothing',
  why: 'Without a command in `exec` there is no health check, and the other keys of `[health]` have no effect.',
  help: 'Add `exec`, the command whose success means health, for example `exec = ["sh", "-c", "wget -qO- localhost:8080"]`.',
  evidence: 'facts 2.2, 5 row 68; src/cli/smolfile.rs:419',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create'],
  examples: {
    invalid: [
      { toml: '[health] # warning: health-without-exec\ninterval = "10s"\n' },
      { toml: '[health] # warning: health-without-exec\nexec = []\nretries = 5\n' },
    ],
    valid: [{ toml: '[health]\nexec = ["true"]\ninterval = "10s"\n' }, { toml: '[health]\n' }],
  },
  check({ document, settings, report }) {
    const section = settings.get('health');
    const others = Array.from(settings.all()).some(
      ({ path }) => path.startsWith('health.') && path !== 'health.exec',
    );
    const exec = settings.get('health.exec');
    // what is there, but no list, is refused anyway
    if (!section || !others || document.damaged || settings.isNonEmpty('health.exec')) return;
    if (exec && exec.value.type !== 'array') return;
    report({
      range: section.key,
      message: 'This health check has no command in `exec`, and so does nothing',
      tags: ['unnecessary'],
    });
  },
});
