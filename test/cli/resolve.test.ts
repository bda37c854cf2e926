import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { Ajv } from 'ajv';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { vectors } from '../conformance/vectors.ts';
import { AS_RECORDED, folderWith, smolfile, type World } from './harness.ts';

const SMOLFILE = `image = "alpine"
cpus = 2
memory = 2048
net = false
env = [" A=1 ", "HOSTED", "=x", "DB_PASSWORD=hunter2"]
entrypoint = ["/app", "-c"]
ports = ["80:80"]

[dev]
ports = ["8081:81"]
volumes = ["./src:/a:ro"]
workdir = "/d"

[network]
allow_hosts = ["example.com"]

[secrets]
TOKEN = { from_env = "HOST_TOKEN" }

[restart]
policy = "always"

[artifact]
cpus = 3
`;
const CREDENTIALS = { HOSTED: 'value-of-the-host', HOST_TOKEN: 't0k3n-of-the-host' };
const WORLD: World = { files: { Smolfile: SMOLFILE, 'src/': '' }, env: CREDENTIALS };
const FLAGS = '--cpus 4 -p 9000:9000 -e DEBUG=1 --secret-env API=HOST_API -- serve "two words"';

function json(argv: readonly string[], world: World = WORLD): Record<string, unknown> {
  return JSON.parse(smolfile(['resolve', '--format', 'json', ...argv], world).stdout) as Record<
    string,
    unknown
  >;
}

const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')) as object;
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(schema('lint-output.schema.json'));
const isOutput = ajv.compile(schema('resolve-output.schema.json'));

describe('what it prints', () => {
  test.each([
    ['table', ['--cli-flags', FLAGS]],
    ['table-run', ['--for', 'run', '--cli-flags', FLAGS]],
    ['table-pack', ['--for', 'pack']],
    ['toml', ['--format', 'toml', '--cli-flags', FLAGS]],
    ['flags', ['--format', 'flags', '--cli-flags', FLAGS]],
    ['flags-run', ['--format', 'flags', '--for', 'run', '--cli-flags', FLAGS]],
    ['explain', ['--explain', 'cpus', '--cli-flags', FLAGS]],
    ['explain-list', ['--explain', 'ports', '--cli-flags', FLAGS]],
    ['diff', ['--diff', 'run', '--diff', '--cpus 8 -p 9001:9000']],
    ['diff-version', ['--diff', '1.2.0']],
    ['refused-flags', ['--cli-flags', '--cpu 4 -p 80x --net --net']],
    ['refused-config', ['--cli-flags', '-p 8081:1 -v ./nope:/x']],
  ])('%s', async (name, argv) => {
    const call = ['resolve', ...AS_RECORDED, ...argv];
    const { stdout } = smolfile(call, { ...WORLD, terminal: 80 });
    const plain = smolfile([...call, '--color', 'never'], { ...WORLD, terminal: 80 }).stdout;
    await expect(plain).toMatchFileSnapshot(`golden/resolve-${name}.txt`);
    // the same words in colour
    expect(stripVTControlCharacters(stdout)).toBe(plain);
    expect(
      plain
        .split('\n')
        .filter(
          (line) => line.length > 80 && !/^\s*= see: |^error/.test(line) && !/^(?:flags|toml)/.test(name),
        ),
    ).toEqual([]);
  });

  test('a broken file, with credentials masked in its lines', () => {
    const { stdout, code } = smolfile(['resolve'], {
      files: { Smolfile: 'env = ["DB_PASSWORD=hunter2", 3]\n' },
    });
    expect(code).toBe(1);
    expect(stdout).toContain('error[type-mismatch]');
    expect(stdout).not.toContain('hunter2');
  });
});

describe('exit codes', () => {
  test.each([
    [0, [], 'accepted'],
    [1, ['--cli-flags', '--nope'], 'refused flags'],
    [2, ['--format', 'yaml'], 'an unknown format'],
    [2, ['--smolvm-version', '1.1.0'], 'a version that is not known'],
    [2, ['--cli-flags', '--net', '--', '--net'], 'flags twice'],
    [2, ['--diff', 'stop'], 'nothing to compare with'],
    [2, ['--explain', 'cpu'], 'no such key'],
    [2, ['--explain', 'cpus', '--format', 'json'], 'two outputs'],
    [2, ['--cwd', 'nowhere'], 'no such folder'],
    [3, ['missing'], 'no such file'],
  ])('%i: %j (%s)', (code, argv) => {
    const outcome = smolfile(['resolve', ...argv], WORLD);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).not.toContain('    at ');
    if (code > 1) expect(outcome.stdout).toBe('');
  });

  test('a file that is no text', () => {
    const { code, stderr } = smolfile(['resolve'], { files: { Smolfile: new Uint8Array([0x61, 0xff]) } });
    expect(code).toBe(1);
    expect(stderr).toContain('not valid UTF-8');
  });
});

describe('arguments', () => {
  test('what stands after -- is the other program’s, its own -- included', () => {
    const { config, flags } = json(['--for', 'run', '--', '--cpus', '3', '--', 'ls', '--', '-l']);
    expect(flags).toBe('--cpus 3 -- ls -- -l');
    expect(config).toMatchObject({ cpus: 3, cmd: ['ls', '--', '-l'] });
  });

  test('relative paths start at --cwd', () => {
    const cwd = folderWith({ Smolfile: SMOLFILE, 'elsewhere/src/': '' });
    expect(smolfile(['resolve'], { cwd }).code).toBe(1);
    expect(json(['--cwd', 'elsewhere'], { cwd }).config).toMatchObject({ volumes: [['./src', '/a', true]] });
    expect(smolfile(['resolve', '--no-fs'], { cwd }).code).toBe(0);
  });

  test('standard input', () => {
    expect(json(['-'], { stdin: 'cpus = 3\n' })).toMatchObject({ path: '<stdin>', config: { cpus: 3 } });
  });
});

test('JSON is as the schema says, accepted or refused', () => {
  for (const argv of [
    [],
    ['--for', 'run'],
    ['--for', 'pack'],
    ['--cli-flags', FLAGS],
    ['--cli-flags', '--nope'],
    ['--cli-flags', '-p 8081:1'],
  ]) {
    isOutput(json(argv));
    expect(isOutput.errors ?? []).toEqual([]);
  }
  const { config, provenance } = json([...AS_RECORDED, '--cli-flags', FLAGS]);
  expect(config).toMatchObject({
    env: [
      ['A', '1'],
      ['HOSTED', { fromHost: 'HOSTED' }],
      ['DB_PASSWORD', '********'],
      ['DEBUG', '1'],
    ],
  });
  expect(provenance).toMatchObject({
    cpus: { origins: [{ kind: 'smolfile', key: 'cpus' }], dropped: [{ kind: 'flag', flag: '--cpus 4' }] },
    net: { origins: [{ kind: 'implied', by: 'network.allow_hosts' }] },
    ports: [
      { value: [8081, 81], origins: [{ kind: 'smolfile', key: 'dev.ports[0]' }] },
      { value: [9000, 9000], origins: [{ kind: 'flag', flag: '-p 9000:9000' }] },
      { origins: [], dropped: [{ kind: 'smolfile', key: 'ports[0]' }] },
    ],
  });
});

test('integers keep all their digits', () => {
  const { stdout } = smolfile(['resolve', '--format', 'json', '-'], {
    stdin: 'storage = 9223372036854775807\n',
  });
  expect(stdout).toContain('"storage": 9223372036854775807');
});

const FORMATS = [
  ['--format', 'table'],
  ['--format', 'toml'],
  ['--format', 'json'],
  ['--format', 'flags'],
  ['--diff', 'run'],
  ['--explain', 'env'],
];

test('nothing of the host, and no credential of the file, is in any output of any recorded file', () => {
  const secret = 'S3CR3T-0f-th3-h0st';
  const env = {
    HOST_TOKEN: secret,
    HOST_DB_URL: `postgres://u:${secret}@db`,
    EMPTY: '',
    A: secret,
    PATH: secret,
  };
  const cwd = folderWith({ 'src/': '', 'app/': '', 'data/': '', 'sub dir/': '', 'file.txt': secret });
  const seen = new Set<string>();
  for (const { smolfile: text, command, args } of vectors) {
    const key = JSON.stringify([text, command, args]);
    if (seen.has(key) || (args.length === 0 && !/env|secret/i.test(text))) continue;
    seen.add(key);
    const format = FORMATS[seen.size % FORMATS.length]!;
    const stdin = `${text}\n`;
    const { stdout, stderr } = smolfile(['resolve', '-', '--for', command, ...format, '--', ...args], {
      cwd,
      env,
      stdin,
    });
    expect(stdout + stderr).not.toContain(secret);
  }
  expect(seen.size).toBeGreaterThan(300);
});

test('the TOML of every accepted file is TOML', () => {
  let count = 0;
  for (const { smolfile: stdin, command, args, accept } of vectors.filter((_, index) => index % 7 === 0)) {
    if (!accept) continue;
    const { stdout, code } = smolfile(
      ['resolve', '-', '--no-fs', '--for', command, '--format', 'toml', '--', ...args],
      { stdin },
    );
    if (code !== 0) continue;
    count++;
    expect(() => parse(stdout), stdout).not.toThrow();
  }
  expect(count).toBeGreaterThan(50);
});
