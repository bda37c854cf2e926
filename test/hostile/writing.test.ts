/** What a rewritten file is while it is written, and what it keeps. */
import { spawnSync } from 'node:child_process';
import { chmodSync, linkSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, lintedPaths, smolfile } from '../cli/harness.ts';

const WRITERS = [
  ['fmt', ['fmt'], 'cpus=2\n'],
  ['lint --fix', ['lint', '--fix'], 'env = ["A=1", "A=1"]\n'],
] as const;

describe.skipIf(process.platform === 'win32').each(WRITERS)('%s', (_, argv, text) => {
  test.each([0o600, 0o640, 0o644, 0o666, 0o700])(
    'of a file of mode %o never lets more people read it',
    (mode) => {
      const cwd = folderWith({ Smolfile: text });
      chmodSync(join(cwd, 'Smolfile'), mode);
      const seen: number[] = [];
      const look = (): void => {
        for (const name of readdirSync(cwd)) seen.push(statSync(join(cwd, name)).mode & 0o777);
      };
      const umask = process.umask(0);
      try {
        smolfile(argv, {
          cwd,
          fs: (real) =>
            Object.fromEntries(
              (
                [
                  'openSync',
                  'writeFileSync',
                  'chmodSync',
                  'chownSync',
                  'fsyncSync',
                  'closeSync',
                  'renameSync',
                ] as const
              ).map((call) => [
                call,
                (...args: never[]) => {
                  look();
                  const result = (real[call] as (...all: unknown[]) => unknown)(...args);
                  look();
                  return result;
                },
              ]),
            ),
        });
      } finally {
        process.umask(umask);
      }
      expect(seen.length).toBeGreaterThan(10);
      expect(seen.filter((each) => (each & ~mode) !== 0)).toEqual([]);
      expect(statSync(join(cwd, 'Smolfile')).mode & 0o777).toBe(mode);
      expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).not.toBe(text);
    },
  );

  test('is on the disk before it has the name', () => {
    const calls: string[] = [];
    smolfile(argv, {
      files: { Smolfile: text },
      fs: (real) => ({
        fsyncSync: (descriptor) => {
          calls.push('flushed');
          real.fsyncSync(descriptor);
        },
        renameSync: (from, to) => {
          calls.push('renamed');
          real.renameSync(from, to);
        },
      }),
    });
    expect(calls).toEqual(['flushed', 'renamed']);
  });

  test('leaves a file with a second name alone, and says so', () => {
    const cwd = folderWith({ 'a.smolfile': text });
    linkSync(join(cwd, 'a.smolfile'), join(cwd, 'kept'));
    const { code, stderr } = smolfile(argv, { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('a.smolfile: it has another name (a hard link)');
    expect(stderr).not.toMatch(/is formatted|nothing/);
    expect(readFileSync(join(cwd, 'a.smolfile'), 'utf8')).toBe(text);
  });

  test('keeps extended attributes', (context) => {
    const cwd = folderWith({ Smolfile: text });
    const python = (code: string): string | undefined => {
      const { status, stdout } = spawnSync('python3', ['-c', code, join(cwd, 'Smolfile')], {
        encoding: 'utf8',
      });
      return status === 0 ? stdout.trim() : undefined;
    };
    if (python('import os, sys; os.setxattr(sys.argv[1], "user.origin", b"mine")') === undefined)
      context.skip();
    expect(smolfile(argv, { cwd }).stderr).not.toContain('cannot');
    expect(readFileSync(join(cwd, 'Smolfile'), 'utf8')).not.toBe(text);
    expect(python('import os, sys; print(os.getxattr(sys.argv[1], "user.origin").decode())')).toBe('mine');
  });
});

test('after a failure fmt does not say that all is well', () => {
  const cwd = folderWith({ Smolfile: 'cpus=2\n' });
  chmodSync(join(cwd, 'Smolfile'), 0o444);
  expect(smolfile(['fmt'], { cwd })).toMatchObject({
    code: 3,
    stderr: 'smolfile: cannot format Smolfile: it is write-protected\n',
  });
});

describe.skipIf(process.platform !== 'linux')('names that are no UTF-8', () => {
  const NAME = Buffer.from([0x63, 0x61, 0x66, 0xe9, ...Buffer.from('.smolfile')]);

  function withLatin1(text: string): { cwd: string; path: Buffer } {
    const cwd = folderWith();
    const path = Buffer.concat([Buffer.from(`${cwd}/`), NAME]);
    writeFileSync(path, text);
    return { cwd, path };
  }

  test('are names: searched, matched, named, formatted, fixed and reported', () => {
    const { cwd, path } = withLatin1('cpus=2\nimge=1\n');
    for (const argv of [[], ['*.smolfile'], ['caf\uFFFD.smolfile']])
      expect(lintedPaths(argv, { cwd })).toEqual(['caf\uDCE9.smolfile']);
    const sarif = JSON.parse(smolfile(['lint', '--format', 'sarif'], { cwd }).stdout) as {
      runs: { artifacts: { location: { uri: string } }[] }[];
    };
    expect(sarif.runs[0]?.artifacts[0]?.location.uri).toBe('caf%E9.smolfile');
    expect(smolfile(['lint', '--format', 'concise'], { cwd }).stdout).toContain('caf<U+DCE9>.smolfile:2:1:');
    expect(smolfile(['fmt'], { cwd })).toMatchObject({ code: 0, stderr: 'smolfile: formatted 1 file\n' });
    expect(readFileSync(path, 'utf8')).toBe('cpus = 2\nimge = 1\n');
    expect(readdirSync(cwd, { encoding: 'buffer' }).map(String)).toHaveLength(1);
  });
});
