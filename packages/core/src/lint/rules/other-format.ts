import { otherFormat } from '../other-format.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'other-format',
  summary: 'A file of another tool in the place of a Smolfile',
  why: 'A Smolfile is TOML. smolvm refuses a Dockerfile, YAML or JSON at its first line, whatever the name of the file.',
  help: 'Write a Smolfile: `smolfile import FILE` makes one of a Dockerfile, a compose file or a devcontainer.json.',
  evidence: 'facts 1.1, 1.3',
  since: '0.1.0',
  severity: 'error',
  stage: 'parse',
  examples: {
    invalid: [
      {
        toml: 'FROM python:3.12\nRUN pip install flask\nCMD ["python", "app.py"]\n',
        expect: ['1: error: other-format'],
      },
      {
        toml: 'services:\n  web:\n    image: nginx\n    ports:\n      - "8080:80"\n',
        expect: ['1: error: other-format'],
      },
      { toml: 'docker run --rm -p 8080:80 nginx:1.27\n', expect: ['1: error: other-format'] },
      {
        toml: '[Container]\nImage=docker.io/library/nginx:1.27\nPublishPort=8080:80\n',
        expect: ['1: error: other-format'],
      },
      {
        toml: '{\n  "image": "python:3.12"\n}\n',
        expect: ['1: error: other-format'],
      },
    ],
    valid: [{ toml: 'image = "python:3.12"\nnet = true\ncmd = ["python", "app.py"]\n' }],
  },
  check({ document, report }) {
    const other = otherFormat(document);
    if (!other) return;
    report({
      range: other.range,
      message: `This is ${other.name}, and a Smolfile is TOML`,
      help: HELP[other.imported ?? 'none'],
    });
  },
});

const HELP = {
  file: 'Give it its own name back, and let `smolfile import FILE` make a Smolfile of it.',
  command: 'Let `smolfile import -- docker run …` make a Smolfile of it.',
  none: 'Write `key = value` lines, with `[section]` headers. See `smolfile init`.',
} as const;
