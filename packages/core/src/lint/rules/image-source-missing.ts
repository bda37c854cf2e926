import { classifyImage, looksLikeDockerfileName, parsePersistedImage, shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { missingSeverity } from '../missing.ts';
import { opensLocalImage } from '../images.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'image-source-missing',
  summary: 'A local image that is not on this host',
  why: 'An image that starts with `/`, `./` or `../`, or ends in `.tar`, `.tar.gz` or `.tgz`, is a root file system (a directory) or an archive (a file) of the host, which smolvm opens at once: `--image: cannot read archive …`. Relative paths are taken from the directory that smolvm is called in, not from the one of the Smolfile.',
  help: 'Build or save the image first (`docker save myapp -o app.tar`), or correct the path.',
  evidence: 'facts 4.3; src/data/image_source.rs:56-82',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'image',
  commands: ['create', 'run', 'pack'],
  needsHost: true,
  examples: {
    invalid: [
      {
        toml: 'image = "./app.tar" # warning: image-source-missing\ncmd = ["true"]\n',
        command: 'run',
        host: {},
      },
      {
        toml: 'image = "./rootfs" # error: image-source-missing\ncmd = ["true"]\n',
        command: 'run',
        flags: '',
        host: {},
        note: 'A call is about this host; a file alone may be meant for another.',
      },
      {
        toml: 'cpus = 2\n',
        flags: '--image ./app.tar',
        host: {},
        expect: ['flags: error: image-source-missing'],
      },
    ],
    valid: [
      {
        toml: 'image = "./app.tar"\ncmd = ["true"]\n',
        command: 'run',
        host: { './app.tar': 'file' },
      },
      {
        toml: 'image = "./rootfs"\ncmd = ["true"]\n',
        command: 'run',
        host: { './rootfs': 'directory' },
      },
      {
        toml: 'image = "app"\ncmd = ["true"]\nnet = true\n',
        command: 'run',
        host: { app: 'directory' },
        note: 'This is an image of a registry, whatever the host has.',
      },
      { toml: 'image = "./app.tar"\ncmd = ["true"]\n', command: 'run', note: 'The host is unknown.' },
    ],
  },
  check(context) {
    const { host, report } = context;
    const image = context.merged('image').value;
    if (!host || typeof image?.value !== 'string' || !opensLocalImage(context, image)) return;
    const path = image.value;
    const kind = classifyImage(path);
    if (kind === 'registry' || kind === 'stdin' || parsePersistedImage(path)) return;
    // a rule of its own says more about these
    if (looksLikeDockerfileName(path)) return;
    const found = host.inspect(path).kind;
    const message =
      found === 'missing'
        ? `There is no ${kind === 'local-archive' ? 'archive' : 'archive or directory'} ${shown(path)} here`
        : found === 'other'
          ? `${shown(path)} is neither a file nor a directory`
          : undefined;
    if (message !== undefined) report({ ...at(image), message, severity: missingSeverity(context, path) });
  },
});
