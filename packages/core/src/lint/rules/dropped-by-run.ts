import { keyInWords, keysWithoutEffect } from '../effects.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'dropped-by-run',
  summary: 'A key that `machine run` drops',
  why: '`machine run` keeps neither health checks nor a restart policy nor forks, in the background (`-d`) as little as in the foreground. It checks some of them, and then drops them all.',
  help: 'Use `machine create` and `machine start` where it should act.',
  evidence: 'facts 2.5, 2.8, 2.9, 5 row 71',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['run'],
  examples: {
    invalid: [
      {
        toml: 'cmd = ["serve"]\n\n[restart] # info: dropped-by-run\npolicy = "always"\n',
        command: 'run',
      },
      {
        toml: 'cmd = ["serve"]\n\n[health] # info: dropped-by-run\nexec = ["true"]\ninterval = "10s"\n',
        command: 'run',
      },
    ],
    valid: [
      { toml: 'cmd = ["serve"]\nnet = true\n\n[dev]\nports = ["8080:80"]\n', command: 'run' },
      {
        toml: 'cmd = ["serve"]\n\n[artifact]\ncpus = 2\n',
        command: 'run',
        note: 'What is meant for `pack create` alone is no mistake.',
      },
    ],
  },
  check(context) {
    // nobody said that the file is run at all
    if (!context.chosen) return;
    for (const setting of keysWithoutEffect(context)) {
      context.report({
        range: setting.key,
        message: `${keyInWords(setting)} has no effect in \`machine run\``,
        tags: ['unnecessary'],
      });
    }
  },
});
