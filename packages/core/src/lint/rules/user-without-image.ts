import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'user-without-image',
  summary: 'A user for a machine without an image, where it has no effect',
  why: 'The user is that of a command in an image. A machine without one runs its command as root, and smolvm sends no user to it.',
  help: 'Add the `image` that has the user, or remove `user`.',
  evidence: 'values 13; test/conformance/ends.jsonl e025, e041',
  since: '0.1.0',
  severity: 'warning',
  stage: null,
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: 'cpus = 2\nuser = "1000" # warning: user-without-image\n' },
      { toml: 'cmd = ["id"]\n\n[dev]\nuser = "app" # warning: user-without-image\n', command: 'run' },
    ],
    valid: [
      { toml: 'image = "alpine"\nnet = true\nuser = "1000"\n' },
      { toml: 'cpus = 2\nuser = "1000"\n', flags: '--image alpine --net' },
    ],
  },
  check(context) {
    const user = context.merged('user').value;
    if (!user || context.document.damaged || context.merged('image').value) return;
    context.report({
      ...at(user),
      message: 'This machine has no image, and runs its command as root whatever the user',
      tags: ['unnecessary'],
    });
  },
});
