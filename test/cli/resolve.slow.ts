import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { Ajv } from 'ajv';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { vectors } from '../conformance/vectors.ts';
import { AS_RECORDED, folderWith, smolfile, someOf, type World } from './harness.ts';

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
const isDiffOutput = ajv.compile(schema('resolve-diff-output.schema.json'));

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
    [2, ['--diff', 'run', '--diff', 'create'], 'two commands to compare with'],
    [2, ['--diff-release', '1.9.3'], 'one release to compare'],
    [2, ['--diff-release', '1.9.3..', '--diff', 'run'], 'two comparisons'],
    [2, ['--diff', 'run', '--format', 'toml'], 'a comparison as a Smolfile'],
    [2, ['--stdin-filename', 'x'], 'a name for what is not read'],
    [2, ['--explain', 'ports[7]'], 'no such element'],
    [2, ['--explain', 'env.NOPE'], 'no such variable'],
    [2, ['--explain', 'secrets.NOPE'], 'no such secret'],
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

  test('without a Smolfile in the working directory', () => {
    const { code, stderr } = smolfile(['resolve'], { files: {} });
    expect(code).toBe(2);
    expect(stderr).toContain('smolfile init');
    expect(smolfile(['resolve', 'Smolfile'], { files: {} }).code).toBe(3);
  });

  describe('a file that is no text', () => {
    const files = { Smolfile: Buffer.from('env = ["DB_PASSWORD=hunter2", "A=\xff"]\n', 'latin1') };

    test('is refused like others, its credentials masked', () => {
      const { code, stdout } = smolfile(['resolve'], { files });
      expect(code).toBe(1);
      expect(stdout).toContain('error[invalid-utf8]');
      expect(stdout).not.toContain('hunter2');
      expect(smolfile(['lint'], { files }).stdout).not.toContain('hunter2');
    });

    test('as JSON', () => {
      expect(json([], { files })).toMatchObject({
        accepted: false,
        error: { code: 'invalid-utf8', stage: 'parse' },
      });
      // smolvm looks at its flags first
      expect(json(['--cli-flags', '--nope'], { files })).toMatchObject({ error: { stage: 'args' } });
    });
  });

  test.for(['toml', 'flags'])('refused, --format %s writes nothing to standard output', (format) => {
    const { code, stdout, stderr } = smolfile(['resolve', '--format', format, '--', '--nope'], WORLD);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('--nope');
  });
});

describe('--diff', () => {
  const file = (text: string): World => ({ files: { Smolfile: text } });
  const WEB = 'image = "a"\nenv = ["A=1", "B=2"]\nports = ["80:81", "90"]\ncmd = ["x", "y"]\n';

  test.each([
    [0, ['--diff', 'create']],
    [1, ['--diff', 'run']],
    [1, ['--diff', '--cpus 3']],
    [2, ['--diff', '--nope']],
    [2, ['--cli-flags', '--nope', '--diff', '']],
    [0, ['--diff-release', '1.9.2..1.9.3']],
  ])('exits with %i: %j', (code, argv) => {
    expect(smolfile(['resolve', ...argv], file(WEB)).code).toBe(code);
  });

  test('elements for the same thing stand together, and unchanged ones not at all', () => {
    const { stdout } = smolfile(['resolve', '--diff', 'pack'], file(WEB));
    expect(stdout).toContain('ports  (pack has no such value)\n  - 80 -> 81\n  - 90\n');
    expect(stdout).not.toMatch(/^env/m);
    const flags = smolfile(['resolve', '--cli-flags', '-v ./src:/a', '--diff', '-v ./lib:/a -v ./b:/b'], {
      files: { Smolfile: WEB, 'src/': '', 'lib/': '', 'b/': '' },
    });
    expect(flags.stdout).toContain('volumes\n  - ./src -> /a\n  + ./lib -> /a\n  + ./b -> /b\n');
  });

  test('a command line is one value', () => {
    const { stdout } = smolfile(['resolve', '--for', 'run', '--diff', ' -- z'], file(WEB));
    expect(stdout).toContain('cmd\n  - ["x", "y"]  (line 4)\n  + ["z"]  (the call)\n');
  });

  test('as JSON, as its schema says', () => {
    for (const argv of [
      ['--diff', 'pack'],
      ['--diff', '--nope'],
      ['--diff-release', '1.9.3..'],
    ]) {
      isDiffOutput(json(argv, file(WEB)));
      expect(isDiffOutput.errors ?? []).toEqual([]);
    }
    expect(json(['--diff', '-p 1:90 -p 5'], file(WEB)).changes).toEqual([
      expect.objectContaining({
        name: 'ports',
        added: [
          [1, 90],
          [5, 5],
        ],
        removed: [],
        changed: [],
      }),
    ]);
  });
});

describe('--explain', () => {
  const WEB: World = {
    files: {
      Smolfile:
        'env = ["A=1", "B=2", "A=3"]\nports = ["80:81"]\n[dev]\nports = ["90:91", "92"]\n[health]\nexec = ["a"]\nretries = 3\n',
    },
  };
  test.each([
    ['health', /^health\.exec .*\n[^]*^health\.retries = 3/m],
    ['ports[0]', /^ports\[0\] = 90 -> 91/],
    ['ports[1]', /^ports\[1\] = 92/],
    ['dev.ports[1]', /^dev\.ports\[1\] = 92/],
    ['env.B', /^env\[1\] = B=2/],
    // of the same name the last one counts
    ['env.A', /^env\[2\] = A=3/],
    ['--cpus', /^cpus = 4/],
    ['restart', /^restart has nothing in it here/],
    ['network', /^network has nothing in it here/],
  ])('%s', (name, text) => {
    expect(smolfile(['resolve', '--explain', name], WEB).stdout).toMatch(text);
  });

  test('every value of the JSON, and every element, by its path there', () => {
    const { config } = json([], WEB) as { config: Record<string, unknown> };
    const paths = Object.entries(config).flatMap(([name, value]) => [
      name,
      ...(Array.isArray(value) ? value.map((_, index) => `${name}[${index}]`) : []),
    ]);
    for (const path of paths) expect(smolfile(['resolve', '--explain', path], WEB).code, path).toBe(0);
  });

  test('a value that only a flag gives, by its name and by the flag', () => {
    for (const name of ['cuda', '--cuda']) {
      const call = ['resolve', '--smolvm-version', '1.4.0', `--explain=${name}`, '--', '--cuda'];
      expect(smolfile(call, { files: { Smolfile: '' } }).stdout).toMatch(/^cuda = true\n[^]*✓ --cuda/);
    }
  });

  test('a word from elsewhere leads to the key', () => {
    expect(smolfile(['resolve', '--explain', 'mem'], WEB).stderr).toContain('`memory`');
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
  for (const { smolfile: text, command, args } of someOf(vectors, 4)) {
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
  expect(seen.size).toBeGreaterThan(someOf(vectors, 4).length / 9);
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
