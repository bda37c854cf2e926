import { fixAll, keyByPath, lint, parseSmolfile } from '@smolfile/core';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Words {
  readonly in?: string;
  readonly words: readonly string[];
  readonly for?: string;
  readonly key?: string;
  readonly note?: string;
}

const { foreign } = JSON.parse(
  readFileSync(new URL('../../schemas/foreign.json', import.meta.url), 'utf8'),
) as { foreign: readonly Words[] };

const create = { commands: ['create'] as const };

/** The first error of a file, and what all fixes make of it. */
function first(text: string): { message: string; help: string | undefined; fixed: string } {
  const { message, help } = lint(parseSmolfile(text), create).diagnostics.find(
    ({ severity }) => severity === 'error',
  )!;
  return { message, help, fixed: fixAll(text, create, true).text };
}

/** What people write, as the tool that they know has it, and what it becomes. */
const WRITTEN: readonly (readonly [text: string, fixed: string])[] = [
  ['command = "python app.py"', 'cmd = ["python", "app.py"]'],
  ['command = ["python", "app.py"]', 'cmd = ["python", "app.py"]'],
  ['args = ["serve"]', 'cmd = ["serve"]'],
  ['run = "cd /app && make"', 'cmd = ["sh", "-c", "cd /app && make"]'],
  ['startCommand = "npm start"', 'cmd = ["npm", "start"]'],
  ['working_dir = "/app"', 'workdir = "/app"'],
  ['workingDir = "/app"', 'workdir = "/app"'],
  ['working-directory = "/app"', 'workdir = "/app"'],
  ['cwd = "/app"', 'workdir = "/app"'],
  ['workspaceFolder = "/app"', 'workdir = "/app"'],
  ['environment = ["A=1"]', 'env = ["A=1"]'],
  ['environment = { A = 1, B = "x y" }', 'env = ["A=1", "B=x y"]'],
  ['envs = { A = true }', 'env = ["A=true"]'],
  ['variables = [{ name = "A", value = "1" }]', 'env = ["A=1"]'],
  ['containerEnv = { A = "1" }', 'env = ["A=1"]'],
  ['mem = 512', 'memory = 512'],
  ['mem = "2g"', 'memory = 2048'],
  ['ram = "2GiB"', 'memory = 2048'],
  ['mem_limit = "512m"', 'memory = 512'],
  ['memory_mb = 256', 'memory = 256'],
  ['vcpus = 2', 'cpus = 2'],
  ['cpu = "2"', 'cpus = 2'],
  ['cores = 1.5', 'cpus = 2'],
  ['disk = "20GB"', 'storage = 20'],
  ['disk_size = 20', 'storage = 20'],
  ['publish = ["8080:8000"]', 'ports = ["8080:8000"]'],
  ['expose = [8080]', 'ports = ["8080"]'],
  ['forwardPorts = [3000, 8080]', 'ports = ["3000", "8080"]'],
  ['port = 8080', 'ports = ["8080"]'],
  ['mounts = [{ source = "./src", target = "/app" }]', 'volumes = ["./src:/app"]'],
  ['mount = "./src:/app"', 'volumes = ["./src:/app"]'],
  ['binds = ["./src:/app"]', 'volumes = ["./src:/app"]'],
  ['setup = "apk add git"', 'init = ["apk add git"]'],
  ['provision = ["apk add git"]', 'init = ["apk add git"]'],
  ['postCreateCommand = "npm ci"', 'init = ["npm ci"]'],
  ['from = "alpine"', 'image = "alpine"'],
  ['base_image = "alpine"', 'image = "alpine"'],
  ['healthcheck = { test = ["CMD", "true"] }', 'health = { exec = ["true"] }'],
  [
    'healthcheck = { test = "curl -f localhost", interval = 30 }',
    'health = { exec = ["curl", "-f", "localhost"], interval = "30s" }',
  ],
  ['restart_policy = "no"', '[restart]\npolicy = "never"'],
  ['restartPolicy = "Always"', '[restart]\npolicy = "always"'],
  ['egress = ["pypi.org"]', '[network]\nallow_hosts = ["pypi.org"]'],
  ['hosts = ["pypi.org"]', '[network]\nallow_hosts = ["pypi.org"]'],
  ['allowlist = ["pypi.org"]', '[network]\nallow_hosts = ["pypi.org"]'],
  ['platform = "linux/amd64"', '[artifact]\noci_platform = "linux/amd64"'],
  ['networking = true', 'net = true'],
  ['network = true', 'net = true'],
  ['run_as_user = 1000', 'user = "1000"'],
  ['remoteUser = "node"', 'user = "node"'],
  ['gpus = "all"', 'cuda = true'],
  ['stop_grace_period = "10s"', 'stop_timeout = 10'],
  ['kill_signal = "SIGINT"', 'stop_signal = "SIGINT"'],
  ['forward_agent = true', '[auth]\nssh_agent = true'],
  ['ssh_agent = true', '[auth]\nssh_agent = true'],
  ['secrets.X = { env = "X" }', 'secrets.X = { from_env = "X" }'],
  ['secrets.X = { file = "/run/x" }', 'secrets.X = { from_file = "/run/x" }'],
  ['network = { allow = ["a.b"] }', 'network = { allow_hosts = ["a.b"] }'],
  [
    'restart = { condition = "on-failure", max_attempts = 3 }',
    'restart = { policy = "on-failure", max_retries = 3 }',
  ],
];

test.each(WRITTEN)('%s becomes %s', (text, fixed) => {
  const found = first(`${text}\n`);
  expect(
    fixed.split('\n').every((line) => found.fixed.includes(line)),
    found.fixed,
  ).toBe(true);
  expect(found.help).not.toMatch(/Remove it/);
  const left = lint(parseSmolfile(found.fixed), create).diagnostics;
  expect(left.filter(({ code }) => code === 'unknown-key' || code === 'type-mismatch')).toEqual([]);
});

test.each([
  ['build = "."', 'builds no images'],
  ['[services.web]\nimage = "x"', 'smolfile import'],
  ['env_file = ".env"', 'no file of variables'],
  ['version = "3.8"', 'no version'],
  ['name = "web"', '--name'],
  ['networks = ["front"]', 'no networks in common'],
  ['[secrets.X]\nvalue = "hunter2hunter2"', 'never holds a secret'],
])('%s has no key, and says what to do', (text, help) => {
  expect(first(`${text}\n`).help).toContain(help);
});

test('what a foreign word stands for is not set twice', () => {
  const { help, fixed } = first('cmd = ["a"]\ncommand = ["b"]\n');
  expect(help).toBe('It is `cmd` in a Smolfile, which is set already.');
  expect(fixed).toBe('cmd = ["a"]\ncommand = ["b"]\n');
});

test('a slip in a foreign word is still that word', () => {
  expect(first('enviroment = ["A=1"]\n').fixed).toBe('env = ["A=1"]\n');
  expect(first('comand = ["x"]\n').fixed).toContain('cmd = ["x"]');
});

test('the keys of a table are listed once, and those of the top never', () => {
  const helps = (text: string) =>
    lint(parseSmolfile(text), create)
      .diagnostics.filter(({ code }) => code === 'unknown-key')
      .map(({ help }) => help);
  expect(helps('qqqq = 1\nzzzz = 2\n').filter((help) => help!.includes('`cpus`'))).toEqual([]);
  expect(helps('[dev]\nqqqq = 1\nzzzz = 2\n').filter((help) => help!.includes('`workdir`'))).toHaveLength(1);
});

test('every word is the word of one thing, and leads to a key that there is', () => {
  const seen = new Set<string>();
  for (const { in: table = '', words, for: type, key, note } of foreign) {
    for (const word of words) {
      const plain = `${table} ${word.toLowerCase()}`;
      expect(seen.has(plain), plain).toBe(false);
      seen.add(plain);
      const own = keyByPath(table === '' ? word : `${table}.${word}`);
      // a word that is a key needs the type that it is not
      expect(own !== undefined && !own.absent && type === undefined, plain).toBe(false);
    }
    if (key === undefined) expect(note).toBeDefined();
    else expect(keyByPath(key) ?? keyByPath(`${table}.${key}`), key).toBeDefined();
  }
});

test.each([
  [
    'a Dockerfile',
    'FROM python:3.12-slim AS base\nRUN pip install flask\nEXPOSE 8000\nCMD ["python", "app.py"]\n',
    true,
  ],
  ['a Dockerfile', '# syntax=docker/dockerfile:1\nARG VERSION=3\nFROM python:${VERSION}\n', true],
  [
    'YAML',
    'services:\n  web:\n    image: nginx\n    ports:\n      - "8080:80"\n    environment:\n      - A=1\n',
    true,
  ],
  ['YAML', '---\napiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: web\n', false],
  ['JSON', '{\n  // dev container\n  "image": "python:3.12",\n  "forwardPorts": [3000]\n}\n', true],
  ['JSON', '{"cpus": 2}\n', false],
])('a whole file that is %s is one finding', (name, text, imported) => {
  const { diagnostics } = lint(parseSmolfile(text));
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['other-format', `This is ${name}, and a Smolfile is TOML`],
  ]);
  expect(diagnostics[0]!.help?.includes('smolfile import')).toBe(imported);
});

test.each(['image: alpine\ncpus: 2\n', 'cpus = 2\nweb:\n  - a\n', '[dev]\nfoo:\n  bar\n', 'from\n', '{\n'])(
  '%j is a Smolfile with mistakes',
  (text) => {
    const { diagnostics } = lint(parseSmolfile(text));
    expect(diagnostics.map(({ code }) => code)).not.toContain('other-format');
    expect(diagnostics.length).toBeGreaterThan(0);
  },
);

test('values that may be credentials are not repeated', () => {
  for (const text of [
    '[env]\nPASSWORD = "hunter2hunter2"\n',
    'env = [{ name = "PASSWORD", value = "hunter2hunter2" }]\n',
  ]) {
    const { diagnostics } = lint(parseSmolfile(text));
    const said = diagnostics.map(({ message, help, fix }) => `${message} ${help} ${fix?.title}`).join('\n');
    expect(said).not.toContain('hunter2');
    expect(fixAll(text, create, true).text).toContain('"PASSWORD=hunter2hunter2"');
  }
});

test('a slip in true or false is not text', () => {
  const help = (text: string) => lint(parseSmolfile(text)).diagnostics[0]!.help;
  expect(help('net = tru\n')).toMatch(/^Write `true`/);
  expect(help('net = flase\n')).toMatch(/^Write `false`/);
  expect(help('net = tree\n')).not.toMatch(/^Write "tru"/);
});
