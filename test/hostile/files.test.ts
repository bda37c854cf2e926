import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, lintedPaths, smolfile, systemError } from '../cli/harness.ts';

const UGLY = 'cpus=2\n';
const FIXABLE = 'env = ["A=1", "A=1"]\n';

describe('files named like something else', () => {
  test.each([
    '--fix',
    '-q',
    '--',
    '-',
    '--config=x',
    '@file',
    'a b',
    '$(id)',
    'a\nb',
    '*.smolfile',
    '[x]',
    'é',
  ])('%j', (name) => {
    const cwd = folderWith({ [`${name}.smolfile`]: UGLY });
    const path = `${name}.smolfile`;
    expect(lintedPaths([], { cwd })).toEqual([path]);
    expect(smolfile(['fmt', '--', path], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, path), 'utf8')).toBe('cpus = 2\n');
  });

  test('a file `-` is reached as `./-`', () => {
    const cwd = folderWith({ '-': UGLY, '--fix': UGLY });
    expect(smolfile(['fmt', './-', './--fix'], { cwd }).code).toBe(0);
    expect([readFileSync(join(cwd, '-'), 'utf8'), readFileSync(join(cwd, '--fix'), 'utf8')]).toEqual([
      'cpus = 2\n',
      'cpus = 2\n',
    ]);
  });
});

describe('discovery', () => {
  test('where a file system takes SMOLFILE for Smolfile, one file is one file', () => {
    const cwd = folderWith({ Smolfile: UGLY });
    const fs = (real: typeof import('node:fs')): object => ({
      ...real,
      realpathSync: Object.assign(() => '', {
        native: (path: string) => path.replace(/smolfile$/i, 'Smolfile'),
      }),
      statSync: (path: string, options: object) =>
        real.statSync(path.replace(/smolfile$/i, 'Smolfile'), options),
      openSync: (path: string, flags: string) => real.openSync(path.replace(/smolfile$/i, 'Smolfile'), flags),
    });
    expect(lintedPaths(['SMOLFILE', 'Smolfile', 'smolfile'], { cwd, fs: fs as never })).toEqual(['SMOLFILE']);
  });

  test('links in circles, to themselves, and to the folder above', () => {
    const cwd = folderWith({ 'a/Smolfile': UGLY });
    symlinkSync('..', join(cwd, 'a/up'));
    symlinkSync('loop.smolfile', join(cwd, 'loop.smolfile'));
    mkdirSync(join(cwd, 'b'));
    symlinkSync('../b', join(cwd, 'b/b'));
    const { code, stderr } = smolfile(['fmt'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('loop.smolfile is a link that leads nowhere: its symbolic links form a loop');
    expect(readFileSync(join(cwd, 'a/Smolfile'), 'utf8')).toBe('cpus = 2\n');
  });

  test('a folder that cannot be read keeps none of the others from being formatted', () => {
    const cwd = folderWith({ Smolfile: UGLY, 'closed/Smolfile': UGLY });
    const { code, stderr } = smolfile(['fmt'], {
      cwd,
      fs: ({ readdirSync: read }) => ({
        readdirSync: ((path: string, options: never) => {
          if (path.endsWith('closed')) throw systemError('EACCES', 13);
          return read(path, options);
        }) as never,
      }),
    });
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: 'smolfile: cannot search closed: permission denied\nsmolfile: formatted 1 file\n',
    });
  });
});

describe.each([
  ['fmt', ['fmt', 'Smolfile'], UGLY],
  ['lint --fix', ['lint', '--fix', 'Smolfile'], FIXABLE],
])('writing with %s', (_, argv, text) => {
  function left(cwd: string): Record<string, string> {
    return Object.fromEntries(readdirSync(cwd).map((name) => [name, readFileSync(join(cwd, name), 'utf8')]));
  }

  test('a read-only file stays, and that is said', () => {
    const cwd = folderWith({ Smolfile: text });
    chmodSync(join(cwd, 'Smolfile'), 0o444);
    const { code, stderr } = smolfile(argv, { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('Smolfile: it is write-protected');
    expect(left(cwd)).toEqual({ Smolfile: text });
  });

  test.each(['writeFileSync', 'chmodSync', 'renameSync'] as const)(
    'no space left in %s: nothing is lost',
    (call) => {
      const cwd = folderWith({ Smolfile: text });
      const { code, stderr } = smolfile(argv, {
        cwd,
        fs: (real) => ({
          [call]: (path: string, content: unknown, options: unknown) => {
            if (call === 'writeFileSync')
              real.writeFileSync(path, String(content).slice(0, 3), options as object);
            throw systemError('ENOSPC', 28);
          },
        }),
      });
      expect(code).toBe(3);
      expect(stderr).toContain('Smolfile: no space is left on the device');
      expect(left(cwd)).toEqual({ Smolfile: text });
    },
  );

  test('what somebody else wrote meanwhile stays', () => {
    const cwd = folderWith({ Smolfile: text });
    const { code, stderr } = smolfile(argv, {
      cwd,
      fs: (real) => ({
        chmodSync: (path, mode) => {
          real.chmodSync(path, mode);
          real.writeFileSync(join(cwd, 'Smolfile'), 'cpus = 64\n');
        },
      }),
    });
    expect(code).toBe(3);
    expect(stderr).toContain('it was changed by something else meanwhile');
    expect(left(cwd)).toEqual({ Smolfile: 'cpus = 64\n' });
  });

  test('the leftover of a killed run is in nobody’s way, and no Smolfile', () => {
    const leftover = `.smolfile-${process.pid}-0.tmp`;
    const cwd = folderWith({ Smolfile: text, [leftover]: 'half' });
    expect(smolfile(argv, { cwd }).code).toBe(0);
    expect(left(cwd)[leftover]).toBe('half');
    expect(left(cwd)['Smolfile']).not.toBe(text);
    expect(lintedPaths([], { cwd })).toEqual(['Smolfile']);
  });
});

test('a diff of ten thousand lines is one that `patch` takes', () => {
  const text = `env = [\n${'"A=1"\n,'.repeat(10_000)}]\nimage = "x"`;
  const { stdout, cwd } = smolfile(['fmt', '--diff'], { files: { Smolfile: text } });
  execFileSync('patch', ['-p1'], { cwd, input: stdout });
  expect(smolfile(['fmt', '--check'], { cwd })).toMatchObject({ code: 0, stdout: '' });
});

test('a file that shrinks or grows while it is read is read to its end', () => {
  const cwd = folderWith({ Smolfile: 'cpus=2\n' });
  writeFileSync(join(cwd, 'Smolfile'), 'cpus=2\nmemory=1024\n');
  const { code, stdout } = smolfile(['fmt', '--diff'], {
    cwd,
    fs: (real) => ({
      fstatSync: ((descriptor: number) => Object.assign(real.fstatSync(descriptor), { size: 3 })) as never,
    }),
  });
  expect(code).toBe(1);
  expect(stdout).toContain('+memory = 1024\n');
});
