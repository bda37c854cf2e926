import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { folderWith, smolfile } from './harness.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/import-output.schema.json', import.meta.url), 'utf8'),
) as object;
const COMPOSE =
  'services:\n  web:\n    image: nginx:1.27\n    ports: ["127.0.0.1:8080:80"]\n  db:\n    image: postgres:16\n';
const DOCKERFILE = 'FROM alpine:3.20\nENV MODE=fast\nCMD ["/app"]\n';

test('what is in the folder becomes a Smolfile beside it, with a report', () => {
  const { code, stdout, stderr, cwd } = smolfile(['import'], { files: { Dockerfile: DOCKERFILE } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe('Smolfile, from Dockerfile\n  kept     FROM, ENV, CMD\n');
  expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toContain('\ncmd = ["/app"]\nenv = ["MODE=fast"]\n');
  expect(smolfile(['lint'], { cwd }).code).toBe(0);
  expect(smolfile(['fmt', '--check'], { cwd }).code).toBe(0);
});

test('each service becomes a file of its own; one by its name', () => {
  const { code, cwd } = smolfile(['import', 'compose.yaml'], { files: { 'compose.yaml': COMPOSE } });
  expect(code).toBe(0);
  expect(readdirSync(cwd).toSorted()).toEqual(['compose.yaml', 'db.smolfile', 'web.smolfile']);
  const one = smolfile(['import', '--service', 'db', '-o', '-'], { cwd });
  expect(one.stdout).toContain('image = "postgres:16"');
  expect(one.stderr).toContain('service db of compose.yaml');
  expect(smolfile(['import', '-o', 'x'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Choose one with `--service`: web, db.') as string,
  });
});

test('what is there is not replaced unasked', () => {
  const cwd = folderWith({ Dockerfile: DOCKERFILE, Smolfile: 'mine' });
  expect(smolfile(['import'], { cwd })).toMatchObject({ code: 2, stdout: '' });
  expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toBe('mine');
  expect(smolfile(['import', '--output', 'Smolfile'], { cwd }).code).toBe(0);
  expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).toContain('alpine');
});

test('of several files none is written where one is in the way', () => {
  const cwd = folderWith({ 'compose.yaml': COMPOSE, 'db.smolfile': 'mine' });
  expect(smolfile(['import'], { cwd }).code).toBe(2);
  expect(existsSync(join(cwd, 'web.smolfile'))).toBe(false);
});

describe('--check', () => {
  test('is silent on comments and layout, and speaks of values', () => {
    const { cwd } = smolfile(['import'], { files: { Dockerfile: DOCKERFILE } });
    expect(smolfile(['import', '--check'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    const text = readFileSync(join(cwd, 'Smolfile'), 'utf8')
      .replace(/^#.*\n/gm, '')
      .replace('"MODE=fast"', '"MODE=slow", "API_TOKEN=s3cret0123456789"');
    const changed = folderWith({ Dockerfile: DOCKERFILE, Smolfile: text });
    const { code, stdout } = smolfile(['import', '--check'], { cwd: changed });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^Smolfile: `env` is \["MODE=slow","API_TOKEN=\*+"\], the source says \["MODE=fast"\]\n$/,
    );
  });

  test('finds that the source has changed, or that there is no Smolfile', () => {
    const { cwd } = smolfile(['import'], { files: { Dockerfile: DOCKERFILE } });
    const Smolfile = readFileSync(join(cwd, 'Smolfile'), 'utf8');
    const now = folderWith({ Dockerfile: `${DOCKERFILE}WORKDIR /srv\n`, Smolfile });
    expect(smolfile(['import', '--check'], { cwd: now })).toMatchObject({
      code: 1,
      stdout: 'Smolfile: `workdir` is missing: "/srv"\n',
    });
    expect(smolfile(['import', '--check'], { files: { Dockerfile: DOCKERFILE } })).toMatchObject({
      code: 1,
      stdout: 'Smolfile: it is missing\n',
    });
  });
});

test('JSON has a place for every line, and is as its schema says', () => {
  const { code, stdout } = smolfile(['import', '--format', 'json', '-o', '-'], {
    files: { Dockerfile: `# é 💥\n${DOCKERFILE}LABEL a=b\n` },
  });
  const json = JSON.parse(stdout) as { files: { path: string; text: string; report: object[] }[] };
  expect(code).toBe(0);
  const validate = new Ajv({ strict: true }).compile(schema);
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
  expect(json.files[0]?.path).toBe('-');
  expect(json.files[0]?.report.at(-1)).toMatchObject({
    name: 'LABEL',
    kind: 'dropped',
    source: { path: 'Dockerfile', start: { line: 5, column: 1 }, end: { line: 5, column: 10 } },
  });
});

test('a docker run line', () => {
  const { code, stdout } = smolfile([
    'import',
    '-o',
    '-',
    '--',
    'docker',
    'run',
    '-e',
    'A=b c',
    'alpine',
    'sh',
    '-c',
    'echo $X',
  ]);
  expect(code).toBe(0);
  expect(stdout).toContain('cmd = ["sh", "-c", "echo $X"]\nenv = ["A=b c"]');
});

describe('what cannot be imported', () => {
  test.each([
    ['compose.yaml', 'services:\n  a: [\n', /^smolfile: compose\.yaml:\d:\d+: This is no YAML: /],
    [
      'compose.yaml',
      String.raw`services: {a: {image: "x$\{1}"}}`.replace('\\', ''),
      /^smolfile: compose\.yaml:1:23: This cannot be read: /,
    ],
    ['compose.yaml', 'services: {a: {extends: {file: ../../x.yaml, service: b}}}\n', /compose\.yaml:1:25: /],
    ['compose.yaml', 'services: {a: {extends: b}, b: {extends: a}}\n', /extend each other without an end/],
    ['Dockerfile', 'RUN x\nFROM y\n', /^smolfile: Dockerfile:1:1: `RUN` stands before the first `FROM`\n/],
    ['Dockerfile', 'FROM alpine\nENV A="b\n', /^smolfile: Dockerfile:2:1: `ENV` cannot be read: the quote/],
    ['Dockerfile', '# nothing\n', /^smolfile: Dockerfile:1:1: There is no instruction/],
    ['.devcontainer.json', '{ "image": }', /^smolfile: \.devcontainer\.json:1:12: This is no JSON: /],
  ])('%s: the place and the reason %#', (name, text, expected) => {
    const { code, stdout, stderr, cwd } = smolfile(['import', name], { files: { [name]: text } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(expected);
    expect(readdirSync(cwd)).toEqual([name]);
  });

  test('nothing to import, wrong options', () => {
    expect(smolfile(['import'])).toMatchObject({ code: 2 });
    expect(smolfile(['import', 'gone'])).toMatchObject({
      code: 3,
      stderr: 'smolfile: cannot read gone: no such file or directory\n',
    });
    expect(smolfile(['import', '--smolvm-version', 'one'], { files: { Dockerfile: DOCKERFILE } }).code).toBe(
      2,
    );
    expect(smolfile(['import', 'x', '--', 'docker', 'run', 'y']).code).toBe(2);
    expect(smolfile(['import', '-'], { stdin: 'hello' })).toMatchObject({ code: 1 });
    expect(smolfile(['import', '--', 'docker', 'run', '--nope', 'x']).stderr).toBe(
      'smolfile: docker run:1:12: `docker run` has no flag `--nope`\n',
    );
  });

  test('a link that leads out of the root is not read', () => {
    const outside = folderWith({ 'secret.yaml': 'services: {b: {image: stolen}}\n' });
    const files = { 'compose.yaml': `include: ["${outside}/secret.yaml"]\nservices: {a: {image: x}}\n` };
    const { code, stderr } = smolfile(['import'], { files });
    expect(code).toBe(1);
    expect(stderr).toContain('it lies outside');
  });
});
