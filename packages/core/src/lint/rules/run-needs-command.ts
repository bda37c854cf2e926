import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'run-needs-command',
  summary: 'No command for `machine run` in the file',
  why: 'In the foreground, `machine run` refuses to start without a command, even when the image brings one of its own. The command may come from the file or from the call.',
  help: 'Add `cmd`, or give the command with the call: `smolvm machine run -s Smolfile -- COMMAND` (or `-it` for a shell, `-d` for the background).',
  evidence: 'facts 2.5, 5 row 44; src/cli/machine.rs:584',
  since: '0.1.0',
  severity: 'info',
  stage: null,
  commands: ['run'],
  examples: {
    invalid: [{ toml: 'image = "alpine" # info: run-needs-command\nnet = true\n', command: 'run' }],
    valid: [{ toml: 'image = "alpine"\nnet = true\ncmd = ["ls"]\n', command: 'run' }],
  },
  check({ document, settings, report }) {
    if (document.damaged || settings.isNonEmpty('entrypoint') || settings.isNonEmpty('cmd')) return;
    const image = settings.get('image');
    // without an image there is no command anywhere but in the call, and nobody would expect one
    if (image) report({ range: image.range, message: 'This file names no command, and `machine run` wants one even when the image has its own' });
  },
});
