import { classifyImage, looksLikeDockerfileName, shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { opensLocalImage } from '../images.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'image-dockerfile',
  summary: 'A Dockerfile where an image belongs',
  why: 'smolvm boots images, it does not build them: `machine run` refuses a Dockerfile, and the other commands try to pull an image of that name.',
  help: 'Build first, then pass the result: `docker build -t myapp . && docker save myapp | smolvm machine run --image - -s Smolfile`.',
  evidence: 'facts 4.3, 5 row 51; src/data/image_source.rs:88',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'image',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: 'image = "./Dockerfile" # error: image-dockerfile\ncmd = ["true"]\n', command: 'run' },
      { toml: 'image = "./api.dockerfile" # error: image-dockerfile\nnet = true\n' },
    ],
    valid: [
      { toml: 'image = "./api.tar"\ncmd = ["true"]\n', command: 'run' },
      {
        toml: 'image = "./Dockerfile"\ncmd = ["true"]\n',
        command: 'run',
        host: { './Dockerfile': 'directory' },
        note: 'A directory is a root file system, whatever its name.',
      },
    ],
  },
  check(context) {
    const { host, report } = context;
    const image = context.merged('image').value;
    const path = String(image?.value);
    if (!image || classifyImage(path) === 'registry' || !looksLikeDockerfileName(path)) return;
    if (host?.inspect(path).kind === 'directory') return;
    report({
      ...at(image),
      message: `${shown(path)} is a Dockerfile, not an image`,
      // older releases of `machine create` hand a file's image to the puller
      stage: opensLocalImage(context, image) ? 'config' : 'launch',
    });
  },
});
