import { hasFlag } from '../../call/call.ts';
import { bakeOf } from '../bake.ts';
import { at } from '../places.ts';
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
  of: 'command',
  commands: ['run'],
  examples: {
    invalid: [{ toml: 'image = "alpine" # info: run-needs-command\nnet = true\n', command: 'run' }],
    valid: [{ toml: 'image = "alpine"\nnet = true\ncmd = ["ls"]\n', command: 'run' }],
  },
  check(context) {
    const { document, call, chosen, report } = context;
    if (document.damaged || ['entrypoint', 'cmd'].some((path) => context.merged(path).texts.length > 0))
      return;
    // nobody said that the file is run at all
    if (!chosen) return;
    if (call) {
      if (['detach', 'interactive', 'tty'].some((flag) => hasFlag(call, flag)) || bakeOf(context)) return;
      const range = { start: 0, end: call.text.length };
      report({
        range,
        source: 'flags',
        severity: 'error',
        stage: 'config',
        message: 'This call names no command, and neither does the file',
      });
      return;
    }
    const image = context.merged('image').value;
    // without an image there is no command anywhere but in the call, and nobody would expect one
    if (image)
      report({
        ...at(image),
        message: 'This file names no command, and `machine run` wants one even when the image has its own',
      });
  },
});
