import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gitIgnoreAbove, gitIgnoreIn, isGitIgnored } from '../../packages/language-server/src/git-ignore.ts';

let repository: string;
beforeEach(async () => {
  repository = await mkdtemp(join(tmpdir(), 'smolfile-git-'));
  await mkdir(join(repository, 'out/app'), { recursive: true });
  await writeFile(join(repository, '.gitignore'), 'out/\n*.tmp.smolfile\n');
  await writeFile(join(repository, 'out/.gitignore'), 'old\n');
});
afterEach(() => rm(repository, { recursive: true }));

test('what is above the folder that is opened counts, but for what ignores that folder', async () => {
  await mkdir(join(repository, '.git'));
  const above = await gitIgnoreAbove(join(repository, 'out/app'));
  expect(isGitIgnored(above, join(repository, 'out/app/Smolfile'), false)).toBe(false);
  expect(isGitIgnored(above, join(repository, 'out/app/old'), true)).toBe(true);
});

test('outside of a repository only what is below counts', async () => {
  expect(await gitIgnoreAbove(join(repository, 'out'))).toBeUndefined();
  const own = await gitIgnoreIn(join(repository, 'out'), ['.gitignore', 'old'], undefined);
  expect(isGitIgnored(own, join(repository, 'out/old/Smolfile'), false)).toBe(true);
  expect(isGitIgnored(own, join(repository, 'out/new/Smolfile'), false)).toBe(false);
});

test.skipIf(process.platform === 'win32')('a .gitignore that is a pipe is not waited for', async () => {
  execFileSync('mkfifo', [join(repository, 'out/app/.gitignore')]);
  expect(await gitIgnoreIn(join(repository, 'out/app'), ['.gitignore'], undefined)).toBeUndefined();
});

test('a .gitignore that cannot be read says nothing', async () => {
  await mkdir(join(repository, 'app/.gitignore'), { recursive: true });
  expect(await gitIgnoreIn(join(repository, 'app'), ['.gitignore'], undefined)).toBeUndefined();
});
