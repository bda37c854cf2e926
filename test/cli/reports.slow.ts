import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  assert,
  boolean,
  constantFrom,
  integer,
  nat,
  property,
  record,
  string,
  tuple,
  uint8Array,
  array,
  type Arbitrary,
} from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deciphered, enciphered } from '../../packages/cli/src/cache/cipher.ts';
import { Reports, type Question } from '../../packages/cli/src/cache/reports.ts';
import { answerOf } from '../../packages/cli/src/cache/results.ts';
import { builtCli } from './built.ts';
import { folderWith } from './harness.ts';

const plain = { bold: String, cyan: String, dim: String, green: String, red: String, yellow: String };
const QUESTION: Question = {
  paths: [],
  quiet: false,
  formats: ['pretty'],
  failOn: '',
  style: { colors: plain, width: 100 },
  places: ['/work'],
};
const KEY = '0123456789abcdef'.repeat(4);
const INPUTS = [{ path: 'Smolfile', key: KEY }];
const SAID = { code: 1, stdout: 'error: SECRETWORD\n' } as const;
const NONE = new Map<string, string>();

const reportsIn = (folder: string, build = 'one'): Reports => new Reports(folder, build);

describe('a kept report', () => {
  test('is said again', () => {
    const folder = join(folderWith(), 'new');
    reportsIn(folder).keep(QUESTION, INPUTS, SAID, NONE);
    expect(reportsIn(folder).said(QUESTION, INPUTS, undefined)).toEqual(SAID);
    expect(reportsIn(folder, 'other').said(QUESTION, INPUTS, undefined)).toBeUndefined();
  });

  test('says nothing to who has not its files, and is read by nobody else', () => {
    const folder = join(folderWith(), 'new');
    reportsIn(folder).keep(QUESTION, INPUTS, SAID, new Map([['/srv/SECRETPATH', 'x']]));
    const [name = ''] = readdirSync(folder);
    const path = join(folder, name);
    // nor does its name tell the key, of which results keep the first half
    expect(`${name}${readFileSync(path).toString('latin1')}`).not.toMatch(/SECRET|error|0123456789abcdef/);
    expect([statSync(folder).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600]);
    chmodSync(path, 0o622);
    expect(reportsIn(folder).said(QUESTION, INPUTS, undefined)).toBeUndefined();
  });

  test('holds while the host answers the same', () => {
    const folder = folderWith();
    const host = (kind: 'missing' | 'directory') => ({
      platform: 'linux' as const,
      inspect: () => ({ kind }) as { kind: 'missing' },
    });
    const answers = new Map([['/data', answerOf(host('missing'), '/data')]]);
    reportsIn(folder).keep(QUESTION, INPUTS, SAID, answers);
    expect(reportsIn(folder).said(QUESTION, INPUTS, host('missing'))).toEqual(SAID);
    expect(reportsIn(folder).said(QUESTION, INPUTS, host('directory'))).toBeUndefined();
    expect(reportsIn(folder).said(QUESTION, INPUTS, undefined)).toBeUndefined();
  });

  test('is not believed with a changed byte, or cut off', () => {
    const folder = folderWith();
    reportsIn(folder).keep(QUESTION, INPUTS, SAID, NONE);
    const path = join(folder, readdirSync(folder)[0]!);
    const bytes = readFileSync(path);
    const said = () => reportsIn(folder).said(QUESTION, INPUTS, undefined);
    assert(
      property(nat(bytes.length - 1), integer({ min: 1, max: 255 }), (at, mask) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= mask;
        writeFileSync(path, changed);
        expect(said()).toBeUndefined();
        writeFileSync(path, bytes.subarray(0, at));
        expect(said()).toBeUndefined();
      }),
    );
  });

  test('is of a bounded length, and one of a bounded number', () => {
    const folder = folderWith();
    reportsIn(folder).keep(QUESTION, INPUTS, { code: 1, stdout: 'x'.repeat(40_000) }, NONE);
    expect(readdirSync(folder)).toEqual([]);
    const of = (index: number) => [{ path: 'Smolfile', key: String(index).padStart(64, '0') }];
    for (let index = 0; index < 140; index++) reportsIn(folder).keep(QUESTION, of(index), SAID, NONE);
    expect(readdirSync(folder)).toHaveLength(128);
    expect(reportsIn(folder).said(QUESTION, of(139), undefined)).toEqual(SAID);
  });

  test('is nothing where nothing can be written, and nothing is said of that', () => {
    const blocked = join(folderWith({ file: '' }), 'file/below');
    reportsIn(blocked).keep(QUESTION, INPUTS, SAID, NONE);
    expect(reportsIn(blocked).said(QUESTION, INPUTS, undefined)).toBeUndefined();
  });

  test('answers one question about one set of files', () => {
    const painted = { ...plain, red: (text: unknown) => `!${String(text)}` };
    const question: Arbitrary<Question> = record(
      {
        paths: array(string(), { maxLength: 2 }),
        quiet: boolean(),
        formats: array(constantFrom('pretty', 'json'), { maxLength: 2 }),
        failOn: constantFrom('', 'info'),
        style: record(
          { colors: constantFrom(plain, painted), width: constantFrom(80, 100), links: boolean() },
          { noNullPrototype: true },
        ),
        places: array(string(), { maxLength: 2 }),
      },
      { noNullPrototype: true },
    );
    const inputs = array(
      record({ path: string(), key: constantFrom(KEY, KEY.replace(/^0/, '1'), KEY.replace(/f$/, '0')) }),
      { maxLength: 2 },
    );
    const asked = tuple(question, inputs);
    const folder = folderWith();
    const told = ([{ style, ...rest }, files]: [
      Question,
      readonly { path: string; key: string }[],
    ]): string =>
      JSON.stringify([
        rest,
        style.colors.red('.'),
        style.width,
        style.links,
        files.map(({ path, key }) => [path, key]),
      ]);
    assert(
      property(asked, asked, (one, other) => {
        reportsIn(folder).keep(...one, SAID, NONE);
        const isSame = told(one) === told(other);
        const said = reportsIn(folder).said(...other, undefined);
        for (const name of readdirSync(folder)) rmSync(join(folder, name));
        expect(said).toEqual(isSame ? SAID : undefined);
      }),
    );
  });
});

test('what is enciphered is read with its key only', () => {
  const key = uint8Array({ minLength: 32, maxLength: 32 });
  assert(
    property(string({ unit: 'binary', minLength: 1 }), key, key, (text, one, other) => {
      const bytes = enciphered(text, one);
      expect(deciphered(bytes, one)).toBe(Buffer.from(text).toString());
      if (!Buffer.from(one).equals(Buffer.from(other))) expect(deciphered(bytes, other)).toBeUndefined();
    }),
  );
});

describe('what is installed says the same whatever it said before', () => {
  const home = mkdtempSync(join(tmpdir(), 'smolfile-reports-'));
  const cwd = join(home, 'work');
  let dist = '';
  beforeAll(async () => {
    dist = await builtCli();
  }, 60_000);
  afterAll(() => rmSync(home, { recursive: true }));

  const run = (file: string, argv: readonly string[], env: NodeJS.ProcessEnv, below = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, file), 'lint', ...argv], {
      cwd: join(cwd, below),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: home, ...env },
    });
    return { status, stdout, stderr };
  };

  const files = constantFrom(
    'image = "alpine:3.20"\nnet = true\n',
    'image = "alpine"\nnet = true\n[dev]\nvolumes = ["./data:/data"]\n',
    'image = "alpine"\n[network]\nallow_hosts = ["a.example", "a.example"]\n',
    '# smolfile: smolvm = "1.14.0"\nimage = "alpine:3.20"\nnet = true\n',
    'imge = "é\u0007"\n',
    'image = "\n',
  );
  const configs = constantFrom(
    undefined,
    '',
    'ignore = ["b"]\n',
    'fail-on = "info"\n',
    'host-checks = false\n',
    '[severity]\nimage-not-pinned = "error"\n',
    'nonsense = 1\n',
  );
  const options = constantFrom(
    [],
    ['--quiet'],
    ['-q', '--fail-on=info'],
    ['--no-fs'],
    ['--format', 'json'],
    ['--format=concise', '--color', 'always'],
    ['--format', 'sarif', 'b/Smolfile'],
    ['--format', 'github'],
    ['--format', 'pretty', '--fail-on', 'warning', 'Smolfile'],
    ['--format', 'nonsense'],
    ['--fail-on'],
    ['--select', 'image-not-pinned'],
    ['b', 'Smolfile'],
    ['missing'],
  );
  const worlds = constantFrom(
    {},
    { FORCE_COLOR: '1' },
    { GITHUB_WORKSPACE: cwd },
    { CI_PROJECT_DIR: home },
    { CI: '1' },
    { GITHUB_ACTIONS: 'true' },
  );

  test('where one call after the other differs in its environment, its folder or its options only', () => {
    rmSync(cwd, { recursive: true, force: true });
    mkdirSync(join(cwd, 'b'), { recursive: true });
    writeFileSync(join(cwd, 'b/Smolfile'), 'imge = "x"\n');
    const calls = [
      ...[{}, { GITHUB_WORKSPACE: cwd }, { CI_PROJECT_DIR: home }, { FORCE_COLOR: '1' }].flatMap((env) =>
        ['pretty', 'sarif', 'gitlab'].map((format) => ({ argv: ['--format', format], env, below: '' })),
      ),
      { argv: ['--format', 'pretty'], env: {}, below: 'b' },
      { argv: ['--format', 'pretty', '--fail-on', 'never'], env: {}, below: '' },
      { argv: ['--format', 'pretty', '--color', 'nonsense'], env: {}, below: '' },
    ];
    for (const { argv, env, below } of calls) {
      const fresh = run('smolfile.js', argv, { ...env, SMOLFILE_NO_CACHE: '1' }, below);
      for (let round = 0; round < 2; round++)
        expect(run('start.js', argv, env, below), argv.join(' ')).toEqual(fresh);
    }
  }, 60_000);

  test('of any file, configuration, host, option and environment', () => {
    let repeated = 0;
    assert(
      property(
        tuple(files, files, configs, boolean()),
        array(tuple(options, worlds), { minLength: 1, maxLength: 2 }),
        ([one, other, config, hasData], calls) => {
          rmSync(cwd, { recursive: true, force: true });
          mkdirSync(join(cwd, 'b'), { recursive: true });
          writeFileSync(join(cwd, 'Smolfile'), one);
          writeFileSync(join(cwd, 'b/Smolfile'), other);
          if (config !== undefined) writeFileSync(join(cwd, 'smolfile.config.toml'), config);
          if (hasData) mkdirSync(join(cwd, 'data'));
          for (const [argv, env] of calls) {
            const fresh = run('smolfile.js', argv, { ...env, SMOLFILE_NO_CACHE: '1' });
            for (let round = 0; round < 2; round++)
              expect(run('start.js', argv, env), `${argv.join(' ')}\n${one}`).toEqual(fresh);
            repeated++;
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(repeated).toBeGreaterThan(40);
    // and that was not for want of anything kept
    expect(
      readdirSync(join(home, '.cache/smolfile')).filter((name) => name.startsWith('report-')).length,
    ).toBeGreaterThan(5);
  }, 120_000);
});
