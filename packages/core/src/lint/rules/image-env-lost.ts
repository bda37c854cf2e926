import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'image-env-lost',
  summary: 'The image’s environment, directory and user, which the workload does not get',
  why: 'In 1.2.0 to 1.2.5, a workload that `machine start` launches in an image gets neither the variables of the image nor its working directory nor its user: only what the file says, `/` and root.',
  help: 'Use smolvm 1.3.0 or newer, or set `env` and `workdir` in the file.',
  evidence: 'facts 2.4, 5 row 49; crates/smolvm-agent/src/main.rs:2943-3080',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['create'],
  during: 'image-env-lost',
  examples: {
    invalid: [
      {
        toml: 'image = "node:22" # info: image-env-lost\nnet = true\ncmd = ["node", "app.js"]\n',
        smolvm: '1.2.0',
      },
    ],
    valid: [{ toml: 'image = "node:22"\nnet = true\ncmd = ["node", "app.js"]\n', smolvm: '1.3.0' }],
  },
  check({ settings, release, report }) {
    const image = settings.get('image');
    const command = settings.isNonEmpty('entrypoint') || settings.isNonEmpty('cmd');
    if (image && command && !settings.has('workdir') && !settings.has('dev.workdir')) {
      report({
        range: image.range,
        message: `smolvm ${release.version} starts the command without the image’s variables, working directory and user`,
      });
    }
  },
});
