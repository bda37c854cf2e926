import { isLikelyImageReference, shown } from '../../grammars/index.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'run-command-like-image',
  summary: 'An image where `machine run` expects a command',
  why: 'What follows the flags of `machine run` is the command to run, not an image as with other tools. Without an image from the file or from `--image`, smolvm refuses a first word with a colon, or with a slash that starts no path.',
  help: 'Give the image with `--image`.',
  evidence: 'facts 2.5 (image arg mistake)',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'command',
  commands: ['run'],
  examples: {
    invalid: [
      {
        toml: 'net = true\n',
        command: 'run',
        flags: 'alpine:3.20 -- ls',
        expect: ['flags: error: run-command-like-image'],
      },
      {
        toml: 'net = true\n',
        command: 'run',
        flags: 'library/alpine',
        expect: ['flags: error: run-command-like-image'],
      },
    ],
    valid: [
      { toml: 'net = true\n', command: 'run', flags: '--image alpine:3.20 -- ls' },
      { toml: 'image = "alpine"\nnet = true\n', command: 'run', flags: '-- npm:tool' },
      { toml: 'net = true\n', command: 'run', flags: '-- ./run.sh' },
    ],
  },
  check(context) {
    const { document, call, report } = context;
    const first = call?.trailing[0];
    if (!first || document.damaged || context.merged('image').value) return;
    if (!isLikelyImageReference(first.value)) return;
    const rest = call.trailing.slice(1).filter(({ value }) => value !== '--');
    const words = rest.map(({ value }) => value).join(' ');
    report({
      range: first.range,
      source: 'flags',
      message: `${shown(first.value)} looks like an image, but \`machine run\` takes it for the command`,
      help: `Give the image with \`--image\`: ${shown(`--image ${first.value}${words === '' ? '' : ` -- ${words}`}`)}.`,
    });
  },
});
