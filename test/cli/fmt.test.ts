import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, smolfile, systemError } from './harness.ts';

const UGLY = 'image="alpine"\n\n\nenv=[\n"A=1" ]';
const NEAT = 'image = "alpine"\n\nenv = [\n  "A=1",\n]\n';

function content(cwd: string, name = 'Smolfile'): string {
  return readFileSync(join(cwd, name), 'utf8');
}

describe('writing', () => {
  test('files are rewritten where they are, others stay untouched', () => {
    const cwd = folderWith({ Smolfile: UGLY, 'neat.smolfile': NEAT, 'other.toml': UGLY });
    const before = statSync(join(cwd, 'neat.smolfile'));
    expect(smolfile(['fmt'], { cwd })).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'smolfile: formatted 1 file\n',
    });
    expect([content(cwd), content(cwd, 'other.toml')]).toEqual([NEAT, UGLY]);
    expect(statSync(join(cwd, 'neat.smolfile'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect(smolfile(['fmt'], { cwd }).stderr).toBe('smolfile: nothing to format\n');
    expect(readdirSync(cwd).toSorted()).toEqual(['Smolfile', 'neat.smolfile', 'other.toml']);
  });

  test.skipIf(process.platform === 'win32')('permissions stay', () => {
    const cwd = folderWith({ 'real.toml': UGLY });
    chmodSync(join(cwd, 'real.toml'), 0o640);
    expect(smolfile(['fmt', 'real.toml'], { cwd }).code).toBe(0);
    expect(statSync(join(cwd, 'real.toml')).mode & 0o777).toBe(0o640);
    expect(content(cwd, 'real.toml')).toBe(NEAT);
  });

  test('byte order mark and CRLF stay', () => {
    const cwd = folderWith({ Smolfile: '\uFEFFa=1\r\nb=2\r\n' });
    expect(smolfile(['fmt'], { cwd }).code).toBe(0);
    expect(content(cwd)).toBe('\uFEFFa = 1\r\nb = 2\r\n');
  });

  test('--sort', () => {
    const cwd = folderWith({ Smolfile: 'net=true\nimage="x"\n' });
    smolfile(['fmt', '--sort'], { cwd });
    expect(content(cwd)).toBe('image = "x"\nnet = true\n');
  });

  test('a broken file is formatted where it is sound, and said to be broken', () => {
    const cwd = folderWith({ Smolfile: 'a=1\nb   =\nc=3\n' });
    expect(smolfile(['fmt'], { cwd })).toMatchObject({
      code: 0,
      stderr:
        'smolfile: Smolfile has 1 syntax error; its statement stays as written\nsmolfile: formatted 1 file\n',
    });
    expect(content(cwd)).toBe('a = 1\nb   =\nc = 3\n');
  });

  test('standard input comes out formatted', () => {
    expect(smolfile(['fmt', '-'], { stdin: UGLY })).toMatchObject({ code: 0, stdout: NEAT, stderr: '' });
    expect(smolfile(['fmt', '-'], { stdin: NEAT })).toMatchObject({ code: 0, stdout: NEAT, stderr: '' });
  });
});

describe('only looking', () => {
  test('--check lists what is not formatted', () => {
    const files = { Smolfile: UGLY, 'a/Smolfile': NEAT, 'b/x.smolfile': UGLY };
    const { code, stdout, stderr, cwd } = smolfile(['fmt', '--check'], { files });
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: 'Smolfile\nb/x.smolfile\n',
      stderr: 'smolfile: would format 2 files\n',
    });
    expect(content(cwd)).toBe(UGLY);
    expect(smolfile(['fmt', '--check', 'a'], { cwd })).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'smolfile: everything is formatted\n',
    });
  });

  test('--check of standard input', () => {
    const argv = ['fmt', '--check', '-', '--stdin-filename', 'web.smolfile'];
    expect(smolfile(argv, { stdin: UGLY })).toMatchObject({ code: 1, stdout: 'web.smolfile\n' });
    expect(smolfile(argv, { stdin: NEAT })).toMatchObject({ code: 0, stdout: '' });
  });

  test('--diff is a patch', () => {
    const { code, stdout, cwd } = smolfile(['fmt', '--diff'], { files: { Smolfile: 'a = 1\nb=2\n' } });
    expect(code).toBe(1);
    expect(stdout).toBe('--- a/Smolfile\n+++ b/Smolfile\n@@ -1,2 +1,2 @@\n a = 1\n-b=2\n+b = 2\n');
    expect(content(cwd)).toBe('a = 1\nb=2\n');
    expect(smolfile(['fmt', '--diff', '--check'], { cwd }).stdout).toBe(stdout);
  });
});

describe('what stops it', () => {
  test('no Smolfile', () => {
    expect(smolfile(['fmt'])).toMatchObject({
      code: 2,
      stderr: 'smolfile: no Smolfile in or below the working directory\n',
    });
    expect(smolfile(['fmt', '--allow-empty']).code).toBe(0);
  });

  test('what a configuration ignores is left out, unless it is named', () => {
    const files = { Smolfile: UGLY, 'smolfile.config.toml': 'ignore = ["Smolfile"]\n' };
    const { code, stderr, cwd } = smolfile(['fmt'], { files });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'smolfile: the configuration ignores every Smolfile that was found\n',
    });
    expect(smolfile(['fmt', '--check', '--no-config'], { cwd }).code).toBe(1);
    expect(smolfile(['fmt', '--check', 'Smolfile'], { cwd }).code).toBe(1);
  });

  test('what is no text, and the others are formatted', () => {
    const cwd = folderWith({ Smolfile: UGLY, 'latin.smolfile': Uint8Array.of(0x61, 0xe9) });
    const { code, stderr } = smolfile(['fmt', 'gone', 'latin.smolfile', 'Smolfile'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('cannot read gone: no such file or directory');
    expect(stderr).toContain('cannot format latin.smolfile: The file is not valid UTF-8');
    expect(content(cwd)).toBe(NEAT);
  });

  test('a file system that refuses leaves the file as it was, and nothing beside it', () => {
    const cwd = folderWith({ Smolfile: UGLY });
    const { code, stderr } = smolfile(['fmt'], {
      cwd,
      fs: () => ({
        renameSync: () => {
          throw systemError('EACCES', 13);
        },
      }),
    });
    expect({ code, stderr }).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('cannot format Smolfile: permission denied') as string,
    });
    expect(readdirSync(cwd)).toEqual(['Smolfile']);
    expect(content(cwd)).toBe(UGLY);
  });

  test('`--config` and `--no-config` contradict each other', () => {
    expect(smolfile(['fmt', '--config', 'x', '--no-config'])).toMatchObject({ code: 2 });
  });
});
