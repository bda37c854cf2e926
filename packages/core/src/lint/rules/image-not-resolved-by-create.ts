import { hasFlag } from '../../call/call.ts';
import { classifyImage, looksLikeDockerfileName, shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { opensLocalImage } from '../images.ts';
import { defineRule } from '../rule.ts';

/** What the releases that refuse it take for a path besides, there or not. */
const LIKE_A_PATH = /^(?:~|\.\.?$)/;

export default defineRule({
  code: 'image-not-resolved-by-create',
  summary: 'A local image in a file for a command that can only pull',
  why: '`machine run` opens an image archive or directory that the file names. Before 1.14.2, `machine create` stores the text and its first start tries to pull an image of that name; `pack create` pulls at once, refuses it from 1.14.0 on, and opens it from 1.29.1 on.',
  help: 'Use the file with `machine run`, or give the image with the call: `machine create --image PATH`. A pack needs an image from a registry.',
  evidence: 'facts 2.7, 4.3, 5 row 50; src/cli/machine.rs:1739',
  since: '0.1.0',
  severity: 'error',
  stage: 'launch',
  of: 'image',
  commands: ['create', 'pack'],
  examples: {
    invalid: [
      { toml: 'image = "./app.tar" # warning: image-not-resolved-by-create\n', smolvm: '1.14.1' },
      {
        toml: 'image = "app.tar.gz" # warning: image-not-resolved-by-create\nnet = true\n',
        smolvm: '1.14.1',
      },
      {
        toml: 'image = "/images/app" # warning: image-not-resolved-by-create\n',
        command: 'pack',
        smolvm: '1.13.1',
      },
      {
        toml: 'image = "/images/app" # error: image-not-resolved-by-create\n',
        command: 'pack',
        smolvm: '1.29.0',
      },
      {
        toml: 'image = "app" # error: image-not-resolved-by-create\n',
        command: 'pack',
        smolvm: '1.29.0',
        host: { app: 'directory' },
        note: 'These releases look whether there is a file or directory of that name.',
      },
      {
        toml: 'image = "~/app"\n',
        expect: ['1: error: image-invalid', '1: error: image-not-resolved-by-create'],
        command: 'pack',
        smolvm: '1.29.0',
        note: 'So is what begins with `~`, although nothing expands it.',
      },
    ],
    valid: [
      { toml: 'image = "app"\n', command: 'pack', smolvm: '1.29.0', host: {} },
      { toml: 'image = "./app.tar"\n', note: 'Newer versions open it.' },
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
    const { command, call, release, host, report } = context;
    const image = context.merged('image').value;
    const reference = String(image?.value);
    // `pack create` takes the machine’s own with `--from-vm`
    if (!image || opensLocalImage(context, image) || (command === 'pack' && hasFlag(call, 'from-vm'))) return;
    const refuses = release.has('pack-refuses-local-image', command) && reference !== '-';
    const isLocal = classifyImage(reference) !== 'registry' || (refuses && LIKE_A_PATH.test(reference));
    // it looks whether the host has something of that name, whatever the name
    const kind = refuses && !isLocal && reference !== '' ? host?.inspect(reference).kind : undefined;
    if (!isLocal && kind !== 'file' && kind !== 'directory') return;
    if (refuses) {
      report({
        ...at(image),
        severity: 'error',
        stage: 'config',
        message: `\`pack create\` takes no local image such as ${shown(reference)}`,
        help: 'Create a machine from it with `machine create --image`, and pack that with `pack create --from-vm`.',
      });
      return;
    }
    if (command === 'create' && looksLikeDockerfileName(reference)) return;
    report({
      ...at(image),
      severity: 'warning',
      message: `Only \`machine run\` opens ${shown(reference)}: here, it would be pulled as the name of an image`,
      ...(command === 'pack' && { stage: 'config' }),
      // nobody said that a machine is created of it
      ...(command === 'create' && !context.chosen && { severity: 'info' }),
    });
  },
});
