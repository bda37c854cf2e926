import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_SYSTEM, gitIgnoreBelow, gitIgnoreFiles, type GitIgnore } from '@smolfile/host';
import { expect, test } from 'vitest';
import { folderWith } from '../cli/harness.ts';

const FILES = { '.gitignore': 'out/\n*.tmp.smolfile\n', 'out/.gitignore': 'old\n', 'out/app/.keep': '' };

function below(root: string, warnings: string[] = []): GitIgnore {
  return gitIgnoreBelow(
    root,
    'linux',
    gitIgnoreFiles(FILE_SYSTEM, (message) => void warnings.push(message)),
  );
}

test('what is above the folder that is opened counts, but for what ignores that folder', () => {
  const root = folderWith({ ...FILES, '.git/HEAD': '' });
  const isIgnored = below(join(root, 'out/app'));
  expect(isIgnored(join(root, 'out/app/Smolfile'), false)).toBe(false);
  expect(isIgnored(join(root, 'out/app/old'), true)).toBe(true);
});

test('outside of a repository only what is below counts', () => {
  const root = folderWith(FILES);
  const isIgnored = below(join(root, 'out'));
  expect(isIgnored(join(root, 'out/x.tmp.smolfile'), false)).toBe(false);
  expect(isIgnored(join(root, 'out/old'), true)).toBe(true);
});

test('a repository inside of another starts anew', () => {
  const root = folderWith({ ...FILES, '.git/HEAD': '', 'sub/.git': 'gitdir: x', 'sub/.gitignore': 'a\n' });
  const isIgnored = below(root);
  expect(isIgnored(join(root, 'sub/x.tmp.smolfile'), false)).toBe(false);
  expect(isIgnored(join(root, 'sub/a'), false)).toBe(true);
  expect(isIgnored(join(root, 'x.tmp.smolfile'), false)).toBe(true);
});

test.skipIf(process.platform === 'win32')(
  'a .gitignore that is a pipe is not waited for, one that is a link not read, as in git',
  () => {
    const root = folderWith({ rules: 'x\n', 'app/.keep': '', 'linked/.keep': '' });
    execFileSync('mkfifo', [join(root, 'app/.gitignore')]);
    symlinkSync('../rules', join(root, 'linked/.gitignore'));
    const warnings: string[] = [];
    const isIgnored = below(root, warnings);
    expect(isIgnored(join(root, 'app/x'), false)).toBe(false);
    expect(isIgnored(join(root, 'linked/x'), false)).toBe(false);
    expect(warnings).toEqual([]);
  },
);

test('a .gitignore that is a folder says nothing', () => {
  const root = folderWith();
  mkdirSync(join(root, '.gitignore'));
  expect(below(root)(join(root, 'Smolfile'), false)).toBe(false);
});
