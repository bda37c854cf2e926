import { hasFlag } from '../../call/call.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'init-invisible-to-command',
  summary: '`init` whose changes the command does not see',
  why: 'In 1.2.0 to 1.2.2, a `machine run` in the foreground runs `init` in one overlay of the image and the command in a fresh one: what `init` installs is not there.',
  help: 'Use smolvm 1.2.3 or newer, run with `-d`, or create and start the machine.',
  evidence: 'facts 2.5, 5 row 48; src/cli/machine.rs:991 (fixed in 24ceea2e)',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['run'],
  during: 'init-invisible-to-command',
  examples: {
    invalid: [
      {
        toml: 'image = "alpine"\nnet = true\ncmd = ["git", "version"]\n\n[dev]\ninit = ["apk add git"] # warning: init-invisible-to-command\n',
        command: 'run',
        smolvm: '1.2.0',
      },
    ],
    valid: [
      {
        toml: 'cmd = ["git", "version"]\n\n[dev]\ninit = ["apk add git"]\n',
        command: 'run',
        smolvm: '1.2.0',
        note: 'Without an image there is one file system only.',
      },
    ],
  },
  check(context) {
    const [first] = context.merged('init').texts;
    if (first && context.merged('image').value && !hasFlag(context.call, 'detach')) {
      context.report({
        ...at(first),
        message: `In smolvm ${context.release.version}, a foreground run does not see what these commands change`,
      });
    }
  },
});
