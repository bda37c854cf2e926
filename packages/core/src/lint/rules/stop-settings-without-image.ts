import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

const SETTINGS = ['stop_on_exit', 'stop_signal', 'stop_timeout'] as const;

export default defineRule({
  code: 'stop-settings-without-image',
  summary: 'How the command stops, for a machine without an image',
  why: 'These settings go to the command of an image, when `machine start` starts it. The command of a machine without an image gets none of them: it is ended with the machine, and the machine stays when it ends.',
  help: 'Add an `image`, or remove the setting.',
  evidence: 'values 15; test/smolvm/side-effects.test.ts',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create'],
  examples: {
    invalid: [
      { toml: 'cpus = 2\nstop_timeout = 60 # warning: stop-settings-without-image\n' },
      { toml: 'cpus = 2\nstop_on_exit = true # warning: stop-settings-without-image\n' },
      {
        toml: 'cpus = 2\n',
        flags: '--stop-signal SIGINT',
        expect: ['flags: warning: stop-settings-without-image'],
      },
    ],
    valid: [
      { toml: 'image = "nginx"\nnet = true\nstop_timeout = 60\nstop_signal = "SIGQUIT"\n' },
      { toml: 'cpus = 2\nstop_on_exit = false\n' },
    ],
  },
  check(context) {
    if (context.document.damaged || context.merged('image').value) return;
    for (const path of SETTINGS) {
      const chosen = context.merged(path).value;
      if (!chosen || chosen.value === false) continue;
      context.report({
        ...at(chosen),
        message: `\`${path}\` has no effect: this machine has no image, and its command gets no such setting`,
        tags: ['unnecessary'],
      });
    }
  },
});
