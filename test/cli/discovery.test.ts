import { symlinkSync, mkdirSync, writeFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isSmolfileName } from '@smolfile/host';
import { describe, expect, test } from 'vitest';
import { folderWith, lintedPaths, smolfile, systemError } from './harness.ts';

const S = 'image = "alpine"\nnet = true\n';

describe('names of Smolfiles', () => {
  test.each([
    'Smolfile',
    'Smolfile.dev',
    'Smolfile.x.y',
    '.Smolfile',
    'web.smolfile',
    'web.Smolfile',
    '.smolfile',
    'owner__repo__Smolfile',
    'templates__Smolfile.kotlin',
    'web-Smolfile',
    'a.b-Smolfile.toml',
  ])('%s', (name) => expect(isSmolfileName(name)).toBe(true));

  test.each([
    'smolfile',
    'SMOLFILE',
    'Smolfiles',
    'MySmolfile',
    'MySmolfile.dev',
    'Smolfile~',
    'INDEX.md',
    'smolfile.config.toml',
    'smolfile.ts',
    'web.smolfile.md',
    'Dockerfile',
    '#Smolfile#',
  ])('not %s', (name) => expect(isSmolfileName(name)).toBe(false));
});

describe('a search', () => {
  test('finds Smolfiles in all folders, hidden ones too, in a fixed order', () => {
    const files = {
      'b/web.smolfile': S,
      'b/Smolfile.dev': S,
      Smolfile: S,
      '.devcontainer/Smolfile': S,
      'a/z/x__Smolfile': S,
      'a/other.toml': 'not TOML',
      'node_modules/x/Smolfile': S,
      '.git/Smolfile': S,
    };
    const expected = [
      '.devcontainer/Smolfile',
      'Smolfile',
      'a/z/x__Smolfile',
      'b/Smolfile.dev',
      'b/web.smolfile',
    ];
    expect(lintedPaths([], { files })).toEqual(expected);
    expect(lintedPaths(['.'], { files })).toEqual(expected);
    expect(lintedPaths(['b', 'a'], { files })).toEqual([
      'b/Smolfile.dev',
      'b/web.smolfile',
      'a/z/x__Smolfile',
    ]);
  });

  test('finds the same file once, however often and by whatever name it comes up', () => {
    const cwd = folderWith({ 'a/Smolfile': S });
    symlinkSync('a/Smolfile', join(cwd, 'Smolfile'));
    expect(lintedPaths(['a', './a/Smolfile', join(cwd, 'a/Smolfile'), '.', 'a/*'], { cwd })).toEqual([
      'a/Smolfile',
    ]);
  });

  test('does not follow links to folders, so loops do no harm', () => {
    const cwd = folderWith({ 'a/Smolfile': S });
    symlinkSync('..', join(cwd, 'a/up'));
    symlinkSync('self', join(cwd, 'self'));
    symlinkSync('.', join(cwd, 'Smolfile'));
    expect(lintedPaths([], { cwd })).toEqual(['a/Smolfile']);
    expect(lintedPaths(['a/up/a'], { cwd })).toEqual(['a/up/a/Smolfile']);
  });

  test('says when a link leads nowhere, or in a circle', () => {
    const cwd = folderWith({ 'a.smolfile': S });
    symlinkSync('missing', join(cwd, 'b.smolfile'));
    symlinkSync('c.smolfile', join(cwd, 'c.smolfile'));
    const { code, stdout, stderr } = smolfile(['lint'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('b.smolfile is a link that leads nowhere: no such file or directory');
    expect(stderr).toContain('c.smolfile is a link that leads nowhere: its symbolic links form a loop');
    expect(stdout).toContain('✓ 1 Smolfile');
    // named, it is to be read
    expect(smolfile(['lint', 'b.smolfile'], { cwd }).code).toBe(3);
  });

  test('a pattern with the backslashes of Windows', () => {
    const files = { 'apps/web/Smolfile': S, 'apps/db/Smolfile': S };
    expect(lintedPaths(['apps\\*\\Smolfile'], { files, platform: 'win32' })).toHaveLength(2);
  });

  test('passes over the locks of Emacs', () => {
    const cwd = folderWith({ 'a.smolfile': S });
    symlinkSync('me@host.1:2', join(cwd, '.#a.smolfile'));
    expect(smolfile(['fmt', '--check'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    expect(smolfile(['lint'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test('goes on when a folder cannot be read, and says so', () => {
    const { code, stdout, stderr } = smolfile(['lint'], {
      files: { Smolfile: S, 'secret/Smolfile': S },
      fs: ({ readdirSync }) => ({
        readdirSync: ((path: string, options: never) => {
          if (path.endsWith('secret')) throw systemError('EACCES', 13);
          return readdirSync(path, options);
        }) as typeof readdirSync,
      }),
    });
    expect(code).toBe(3);
    expect(stderr).toBe('smolfile: cannot search secret: permission denied\n');
    expect(stdout).toContain('✓ 1 Smolfile');
  });

  test('names a folder that has the name of a Smolfile', () => {
    const { code, stderr } = smolfile(['lint'], { files: { 'Smolfile/': '' } });
    expect(code).toBe(2);
    expect(stderr).toContain('Smolfile is a directory, not a Smolfile');
    expect(stderr).toContain('no Smolfile in or below the working directory');
  });

  test('shows paths relative to the working directory below it, else as given', () => {
    const cwd = folderWith({ 'work/': '', 'other/Smolfile': S, 'work/in/Smolfile': S });
    const work = join(cwd, 'work');
    expect(lintedPaths([join(work, 'in'), '../other', join(cwd, 'other/Smolfile')], { cwd: work })).toEqual([
      'in/Smolfile',
      '../other/Smolfile',
    ]);
    expect(lintedPaths([join(cwd, 'other')], { cwd: work })).toEqual([join(cwd, 'other/Smolfile')]);
  });
});

describe('.gitignore', () => {
  test('is respected, nested ones and exceptions included', () => {
    const files = {
      '.git/HEAD': '',
      '.gitignore': '\uFEFF# comment\nbuild/\n*.smolfile\n!keep.smolfile\n/only-root\nsmolfile\n',
      'build/Smolfile': S,
      'web.smolfile': S,
      'keep.smolfile': S,
      'a/.gitignore': '!web.smolfile\nSmolfile\n',
      'a/web.smolfile': S,
      'a/Smolfile': S,
      'a/deep/Smolfile': S,
      'a/only-root/x.Smolfile': S,
      'only-root/x.Smolfile': S,
      Smolfile: S,
    };
    const expected = ['Smolfile', 'a/only-root/x.Smolfile', 'a/web.smolfile', 'keep.smolfile'];
    expect(lintedPaths([], { files })).toEqual(expected);
    expect(lintedPaths(['**/*mol*'], { files })).toEqual(expected);
  });

  test('above the folder counts up to the root of the repository', () => {
    const cwd = folderWith({
      '.gitignore': 'x.smolfile\n',
      'repo/.git/HEAD': '',
      'repo/.gitignore': 'y.smolfile\n',
      'repo/sub/x.smolfile': S,
      'repo/sub/y.smolfile': S,
      'plain/x.smolfile': S,
    });
    expect(lintedPaths([], { cwd: join(cwd, 'repo/sub') })).toEqual(['x.smolfile']);
    expect(lintedPaths([], { cwd: join(cwd, 'plain') })).toEqual(['x.smolfile']);
    expect(lintedPaths([], { cwd })).toEqual(['repo/sub/x.smolfile']);
  });

  test('does not hide what is named', () => {
    const files = { '.gitignore': 'build/\n', 'build/Smolfile': S, 'build/sub/Smolfile': S, '.git/HEAD': '' };
    expect(lintedPaths(['build/Smolfile'], { files })).toEqual(['build/Smolfile']);
    expect(lintedPaths(['build'], { files })).toEqual(['build/Smolfile', 'build/sub/Smolfile']);
  });

  test('takes case as the file system does', () => {
    const files = { '.gitignore': 'smolfile\n', Smolfile: S };
    expect(lintedPaths([], { files, platform: 'linux' })).toEqual(['Smolfile']);
    expect(lintedPaths([], { files, platform: 'darwin' })).toEqual([]);
  });

  test('survives what is no rule, and no file', () => {
    expect(lintedPaths([], { files: { '.gitignore': '[z-a]\n\\\n!\n**\\\n/\n', Smolfile: S } })).toEqual([
      'Smolfile',
    ]);
    expect(lintedPaths([], { files: { '.gitignore/': '', Smolfile: S } })).toEqual(['Smolfile']);
  });
});

describe('globs', () => {
  const files = {
    'a/one.toml': S,
    'a/two.toml': S,
    'a/node_modules/x.toml': S,
    'b/[x].toml': S,
    'b/.hidden.toml': S,
  };

  test('match files of any name, sorted', () => {
    expect(lintedPaths(['*/*.toml'], { files })).toEqual([
      'a/one.toml',
      'a/two.toml',
      'b/.hidden.toml',
      'b/[x].toml',
    ]);
    expect(lintedPaths(['**/{two,one}.toml'], { files })).toEqual(['a/one.toml', 'a/two.toml']);
  });

  test('a file that exists is itself, not a pattern', () => {
    expect(lintedPaths(['b/[x].toml'], { files })).toEqual(['b/[x].toml']);
  });

  test('reach outside the working directory, relative and absolute', () => {
    const cwd = folderWith({ ...files, 'work/': '' });
    const work = join(cwd, 'work');
    expect(lintedPaths(['../a/*.toml'], { cwd: work })).toEqual(['../a/one.toml', '../a/two.toml']);
    expect(lintedPaths([join(cwd, 'a/t*.toml')], { cwd: work })).toEqual([
      join(realpathSync(cwd), 'a/two.toml'),
    ]);
  });
});

describe('nothing to lint', () => {
  test('is wrong usage, unless it is allowed', () => {
    const files = { 'docs/README.md': '' };
    const { code, stderr, stdout } = smolfile(['lint', 'docs', '*.x'], { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('smolfile: no Smolfile matches docs\nsmolfile: no Smolfile matches *.x\n');
    expect(smolfile(['lint', '--allow-empty'], { files })).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  test('in one of several places is said, but no failure', () => {
    const { code, stderr } = smolfile(['lint', 'docs', 'Smolfile'], { files: { 'docs/x': '', Smolfile: S } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'smolfile: no Smolfile matches docs\n' });
  });

  test('still gives programs a document', () => {
    const { code, stdout } = smolfile(['lint', '--allow-empty', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ formatVersion: 1, files: [], summary: { errors: 0 } });
  });
});

test('a thousand nested folders are no problem', () => {
  const cwd = folderWith();
  let folder = cwd;
  for (let depth = 0; depth < 1000; depth++) {
    folder = join(folder, 'd');
    mkdirSync(folder);
    if (folder.length > 3800) break;
  }
  writeFileSync(join(folder, 'Smolfile'), S);
  expect(lintedPaths([], { cwd })).toHaveLength(1);
});
