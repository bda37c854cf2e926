import { usesOf } from '../../call/call.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'image-stdin-interactive',
  summary: 'An image from standard input in an interactive run',
  why: '`--image -` reads the image from standard input, and `-i` and `-t` connect standard input with the command: smolvm refuses the two together.',
  help: 'Save the image to a file, and give that: `--image ./image.tar`.',
  evidence: 'facts 2.5 (`--image -` with -i/-t)',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'image',
  commands: ['run'],
  examples: {
    invalid: [
      {
        toml: 'cmd = ["sh"]\n',
        flags: '-it --image -',
        expect: ['flags: error: image-stdin-interactive'],
      },
    ],
    valid: [
      { toml: 'cmd = ["sh"]\n', flags: '--image -' },
      { toml: 'cmd = ["sh"]\n', flags: '-it --image ./image.tar' },
    ],
  },
  check({ call, report }) {
    const image = usesOf(call, 'image').find(({ value }) => value === '-');
    const interactive = [...usesOf(call, 'interactive'), ...usesOf(call, 'tty')][0];
    if (!image || !interactive) return;
    report({
      range: image.range,
      source: 'flags',
      message: 'The image comes from standard input, which an interactive run needs for itself',
      related: [{ range: interactive.range, source: 'flags', message: 'interactive because of this' }],
    });
  },
});
