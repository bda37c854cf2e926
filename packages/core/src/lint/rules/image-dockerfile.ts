import { classifyImage, looksLikeDockerfileName, shown } from '../../values/index.ts';
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
  commands: ['create', 'run'],
  examples: {
    invalid: [
      { toml: 'image = "./Dockerfile" # error: image-dockerfile\ncmd = ["true"]\n', command: 'run' },
      { toml: 'image = "./api.dockerfile" # error: image-dockerfile\nnet = true\n' },
    ],
    valid: [
      { toml: 'image = "./api.tar"\ncmd = ["true"]\n', command: 'run' },
      { toml: 'image = "./Dockerfile"\ncmd = ["true"]\n', command: 'run', host: { './Dockerfile': 'directory' }, note: 'A directory is a root file system, whatever its name.' },
    ],
  },
  check({ settings, command, host, report }) {
    const image = settings.string('image');
    if (!image || classifyImage(image.value) === 'registry' || !looksLikeDockerfileName(image.value)) return;
    if (host?.inspect(image.value).kind === 'directory') return;
    report({
      range: image.range,
      message: `${shown(image.value)} is a Dockerfile, not an image`,
      stage: command === 'run' ? 'config' : 'launch',
    });
  },
});
