import { chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules, type HostFileSystem } from '@smolfile/core';
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
  type Arbitrary,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Results, type Circumstances } from '../../packages/cli/src/cache/results.ts';
import { folderWith, smolfile, type World } from './harness.ts';

const CLEAN = 'image = "alpine:3.20"\nnet = true\n';
const BUILD = 'one';

function resultsIn(folder: string, build: string = BUILD): Results {
  return new Results(folder, build, 'linux');
}

/** A call of the program that believes what earlier calls found out, and adds to it. */
function remembering(folder: string, argv: readonly string[], world: World, build?: string) {
  const results = resultsIn(folder, build);
  const outcome = smolfile(argv, { ...world, results });
  results.save();
  return outcome;
}

/** How many checks are known. */
function known(folder: string): number {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8').split('\n').length - 1)
    .reduce((sum, count) => sum + count, 0);
}

describe('a lint says the same whatever earlier lints found out', () => {
  const documents = rules.flatMap(({ examples }) =>
    [...examples.invalid, ...examples.valid].map(({ toml }) => toml),
  );
  const OPTIONS: readonly (readonly string[])[] = [
    [],
    ['--quiet'],
    ['--fail-on', 'info'],
    ['--no-fs'],
    ['--for', 'pack', '--format', 'json'],
    ['--format', 'sarif'],
    ['--smolvm-version', '1.14.0'],
    ['--ignore', 'image-not-pinned'],
    ['--select', 'type-mismatch', '--statistics'],
    ['--severity', 'unknown-key=info', '--format', 'concise'],
  ];

  test(`${documents.length} documents, under every option one after the other`, () => {
    const cache = folderWith();
    const cwd = folderWith();
    for (const [index, toml] of documents.entries()) {
      writeFileSync(join(cwd, 'Smolfile'), toml);
      const calls = [index, Math.floor(index / OPTIONS.length)].map(
        (at) => ['lint', ...OPTIONS[at % OPTIONS.length]!] as const,
      );
      // now and then under another option in between, so that one could take the other's result
      for (const argv of index % 5 === 0 ? calls : calls.slice(0, 1)) {
        const fresh = smolfile(argv, { cwd });
        for (let round = 0; round < 2; round++)
          expect(remembering(cache, argv, { cwd }), `${argv.join(' ')}\n${toml}`).toEqual(fresh);
      }
    }
    expect(known(cache)).toBeGreaterThan(100);
  });

  test('and under a configuration that changes, and for what it ignores', () => {
    const cache = folderWith();
    const cwd = folderWith({
      'a/Smolfile': CLEAN,
      'b/Smolfile': 'image = "alpine"\nnet = true\n',
      'vendor/Smolfile': CLEAN,
    });
    const configs = [
      '',
      'ignore = ["vendor"]\n',
      '[severity]\nimage-not-pinned = "error"\n',
      'fail-on = "info"\n',
      'smolvm = "1.14.0"\n',
      'commands = ["pack"]\n',
      'host-checks = false\n',
    ];
    for (const config of [...configs, ...configs.toReversed()]) {
      writeFileSync(join(cwd, 'smolfile.config.toml'), config);
      for (const argv of [
        ['lint'],
        ['lint', '--quiet'],
        ['lint', 'vendor/Smolfile', 'a'],
        ['lint', 'vendor'],
      ]) {
        const fresh = smolfile(argv, { cwd });
        for (let round = 0; round < 2; round++)
          expect(remembering(cache, argv, { cwd }), `${argv.join(' ')}\n${config}`).toEqual(fresh);
      }
    }
  });
});

describe('the host', () => {
  const MOUNT = `${CLEAN}[dev]\nvolumes = ["./data:/data"]\n`;

  test('is asked again each time', () => {
    const cache = folderWith();
    const cwd = folderWith({ Smolfile: MOUNT, 'data/': '' });
    expect(remembering(cache, ['lint'], { cwd }).stdout).toContain('no problems');
    expect(known(cache)).toBe(1);
    rmSync(join(cwd, 'data'), { recursive: true });
    expect(remembering(cache, ['lint'], { cwd }).stdout).toContain('volume-source-missing');
    writeFileSync(join(cwd, 'data'), '');
    const asFile = smolfile(['lint'], { cwd });
    expect(remembering(cache, ['lint'], { cwd })).toEqual(asFile);
  });

  test('answers for the folder that a lint starts from', () => {
    const cache = folderWith();
    const cwd = folderWith({ 'web/Smolfile': MOUNT, 'web/data/': '', 'data/': '' });
    expect(remembering(cache, ['lint', 'web/Smolfile'], { cwd }).stdout).toContain('no problems');
    rmSync(join(cwd, 'data'), { recursive: true });
    for (const [folder, path] of [
      [cwd, 'web/Smolfile'],
      [join(cwd, 'web'), 'Smolfile'],
    ] as const) {
      const fresh = smolfile(['lint', path], { cwd: folder });
      expect(remembering(cache, ['lint', path], { cwd: folder })).toEqual(fresh);
    }
  });
});

describe('what is kept', () => {
  test('is not what files say, and nobody else reads it', () => {
    const cache = join(folderWith(), 'new');
    const cwd = folderWith({
      Smolfile: `${CLEAN}# SECRETWORD\nenv = ["SECRETNAME=SECRETVALUE"]\n`,
      'other.smolfile': 'image = "SECRETIMAGE"\nnet = true\n',
    });
    const { code } = remembering(cache, ['lint', '--quiet'], { cwd });
    expect([code, known(cache)]).toEqual([0, 2]);
    expect(statSync(cache).mode & 0o077).toBe(0);
    for (const name of readdirSync(cache)) {
      expect(readFileSync(join(cache, name), 'utf8')).not.toMatch(/SECRET/);
      expect(statSync(join(cache, name)).mode & 0o077).toBe(0);
    }
  });

  test('has no path with a credential in it', () => {
    const token = ['ghp', 'aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA1bC2'].join('_');
    const cache = folderWith();
    const cwd = folderWith({
      Smolfile: `${CLEAN}[dev]\nvolumes = ["./data-${token}:/data"]\n`,
      [`data-${token}/`]: '',
    });
    expect(remembering(cache, ['lint'], { cwd }).stdout).toContain('no problems');
    expect(known(cache)).toBe(0);
  });

  test('is of a bounded length: who asks the host about much is checked anew', () => {
    const cache = folderWith();
    const mounts = (count: number): string =>
      `${CLEAN}[dev]\nvolumes = [${Array.from({ length: count }, (_, index) => `"./data/${index}:/data/${index}"`).join(', ')}]\n`;
    const folders = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`data/${index}/`, '']));
    const cwd = folderWith({ 'few.smolfile': mounts(10), 'many.smolfile': mounts(200), ...folders });
    remembering(cache, ['lint', '--quiet', '--for', 'run'], { cwd });
    expect(known(cache)).toBe(1);
    const [name = ''] = readdirSync(cache);
    expect(readFileSync(join(cache, name), 'utf8').length).toBeLessThan(4200);
  });

  test('is neither a refusal nor what is not known exactly', () => {
    const cache = folderWith();
    const cwd = folderWith({
      Smolfile: 'imge = "x"\n',
      'bad.smolfile': new Uint8Array([0xff]),
      'future.smolfile': `# smolfile: smolvm = "99.0.0"\n${CLEAN}`,
      'open.smolfile': 'image = "\n',
    });
    remembering(cache, ['lint'], { cwd });
    expect(known(cache)).toBe(0);
    const { stderr } = remembering(cache, ['lint', 'future.smolfile'], { cwd });
    expect(stderr).toContain('99.0.0 is newer than all that is known');
  });

  test('holds for one build', () => {
    const cache = folderWith();
    const cwd = folderWith({ Smolfile: CLEAN });
    remembering(cache, ['lint'], { cwd });
    remembering(cache, ['lint'], { cwd }, 'other');
    expect(known(cache)).toBe(2);
  });

  test('is left alone with --no-cache, and by fixes', () => {
    const cache = folderWith();
    const cwd = folderWith({ Smolfile: CLEAN });
    for (const option of ['--no-cache', '--fix', '--diff']) remembering(cache, ['lint', option], { cwd });
    expect(known(cache)).toBe(0);
  });

  test('is believed from nobody else', () => {
    const cache = folderWith();
    const cwd = folderWith({ Smolfile: CLEAN });
    remembering(cache, ['lint'], { cwd });
    const [name = ''] = readdirSync(cache);
    const path = join(cache, name);
    const key = readFileSync(path, 'utf8').slice(0, 32);
    expect(resultsIn(cache).outcomeOf(key, undefined)).toMatchObject({ findings: 0 });
    chmodSync(path, 0o622);
    expect(resultsIn(cache).outcomeOf(key, undefined)).toBeUndefined();
    chmodSync(path, 0o600);
    const moved = join(folderWith(), 'moved');
    writeFileSync(moved, readFileSync(path));
    rmSync(path);
    symlinkSync(moved, path);
    expect(resultsIn(cache).outcomeOf(key, undefined)).toBeUndefined();
  });

  test('is not believed with a changed byte', () => {
    const cache = folderWith();
    const cwd = folderWith({ Smolfile: `${CLEAN}[dev]\nvolumes = ["./data:/data"]\n`, 'data/': '' });
    remembering(cache, ['lint'], { cwd });
    const [name = ''] = readdirSync(cache);
    const path = join(cache, name);
    const bytes = readFileSync(path);
    const key = bytes.toString().slice(0, 32);
    const host: HostFileSystem = { platform: 'linux', inspect: () => ({ kind: 'missing' }) };
    assert(
      property(nat(bytes.length - 1), integer({ min: 1, max: 255 }), (at, mask) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= mask;
        writeFileSync(path, changed);
        const outcome = resultsIn(cache).outcomeOf(key, host);
        // the line break at its end is no part of it
        if (at < bytes.length - 1) expect(outcome).toBeUndefined();
      }),
    );
  });

  test('of two runs at the same time is what both found out', () => {
    const cache = folderWith();
    const [one, other] = [resultsIn(cache), resultsIn(cache)];
    const kept = { smolvm: '1.20.0', findings: 0, silenced: 0 };
    one.add('0'.repeat(32), kept, new Map());
    other.add(`0${'1'.repeat(31)}`, kept, new Map());
    one.save();
    other.save();
    expect(known(cache)).toBe(2);
  });

  test('does not grow without end', () => {
    const cache = folderWith();
    for (let round = 0; round < 3; round++) {
      const results = resultsIn(cache);
      for (let index = 0; index < 5000; index++) {
        const key = `0${String(round * 5000 + index).padStart(31, '0')}`;
        results.add(key, { smolvm: '1.20.0', findings: 0, silenced: 0 }, new Map());
      }
      results.save();
    }
    expect(known(cache)).toBe(8192);
    const newest = resultsIn(cache).outcomeOf(`0${String(14_999).padStart(31, '0')}`, undefined);
    expect(newest).toEqual({ smolvm: '1.20.0', findings: 0, silenced: 0, answers: [] });
  });

  test('of many checks, most are kept before the last one, and in the end all', () => {
    const cache = folderWith();
    const results = resultsIn(cache);
    for (let index = 0; index < 5000; index++)
      results.add(
        `0${String(index).padStart(31, '0')}`,
        { smolvm: '1.20.0', findings: 0, silenced: 0 },
        new Map(),
      );
    expect(known(cache)).toBeGreaterThan(4000);
    results.save();
    expect(known(cache)).toBe(5000);
  });

  test('where nothing can be written, nothing is said', () => {
    const blocked = join(folderWith({ file: '' }), 'file');
    const cwd = folderWith({ Smolfile: CLEAN });
    const { code, stderr } = remembering(join(blocked, 'below'), ['lint'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
  });
});

test('a key tells apart all that a check depends on', () => {
  const results = resultsIn('/nowhere');
  const circumstances: Arbitrary<Circumstances> = record(
    {
      host: constantFrom('nothing', 'here', 'guess'),
      asked: string(),
      config: record({ text: string(), below: string(), searched: boolean() }),
    },
    { requiredKeys: ['host', 'asked'], noNullPrototype: true },
  );
  const check = tuple(uint8Array({ maxLength: 200 }), circumstances);
  assert(
    property(check, check, (one, other) => {
      const isSame = JSON.stringify([[...one[0]], one[1]]) === JSON.stringify([[...other[0]], other[1]]);
      expect(results.keyOf(...one) === results.keyOf(...other)).toBe(isSame);
    }),
  );
});
