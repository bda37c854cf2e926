import { hasFlag } from '../../call/call.ts';
import { classifyImage, looksLikeDockerfileName, shown } from '../../grammars/index.ts';
import { at, effectiveValue } from '../effective.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'image-not-resolved-by-create',
  summary: 'A local image in a file for a command that can only pull',
  why: 'Of the commands that read a Smolfile, `machine run` alone opens an image archive or directory that the file names. `machine create` stores the text and its first start tries to pull an image of that name; `pack create` pulls at once.',
  help: 'Use the file with `machine run`, or give the image with the call: `machine create --image PATH`. A pack needs an image from a registry.',
  evidence: 'facts 2.7, 4.3, 5 row 50; src/cli/machine.rs:1739',
  since: '0.1.0',
  severity: 'warning',
  stage: 'launch',
  of: 'image',
  commands: ['create', 'pack'],
  examples: {
    invalid: [
      { toml: 'image = "./app.tar" # warning: image-not-resolved-by-create\n' },
      { toml: 'image = "app.tar.gz" # warning: image-not-resolved-by-create\nnet = true\n' },
      { toml: 'image = "/images/app" # warning: image-not-resolved-by-create\n', command: 'pack' },
    ],
    valid: [
      {
        toml: 'cpus = 2\n',
        command: 'create',
        flags: '--image ./app.tar',
        note: 'The flag is opened at once.',
      },
      { toml: 'image = "./app.tar"\ncmd = ["true"]\n', command: 'run' },
      { toml: 'image = "local:0123abcd"\n', note: 'The form in which smolvm itself stores a local image.' },
    ],
  },
  check(context) {
    const { command, chosen, call, report } = context;
    const image = effectiveValue(context, 'image');
    const reference = String(image?.value);
    if (!image || classifyImage(reference) === 'registry') return;
    // `machine create --image` opens it; `pack create` does not, and takes the machine’s own with `--from-vm`
    if (command === 'create' ? image.source : hasFlag(call, 'from-vm')) return;
    if (command === 'create' && looksLikeDockerfileName(reference)) return;
    report({
      ...at(image),
      message: `Only \`machine run\` opens ${shown(reference)}: here, it would be pulled as the name of an image`,
      ...(command === 'pack' && { stage: 'config' }),
      // nobody said that a machine is created of it
      ...(!chosen && command === 'create' && { severity: 'info' }),
    });
  },
});
