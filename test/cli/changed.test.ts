import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askGit } from '../../packages/cli/src/output/git.ts';
import { folderWith, smolfile } from './harness.ts';

const BROKEN = 'imge = 1\n';

/** A repository whose files are all committed. */
function repository(files: Record<string, string>): { cwd: string; git: (...argv: string[]) => void } {
  const cwd = folderWith(files);
  const git = (...argv: string[]): void => {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...who, ...argv], { cwd, stdio: 'ignore' });
  };
  git('init', '-b', 'main');
  git('add', '.');
  git('commit', '-m', 'x');
  return { cwd, git };
}

function linted(cwd: string, ...argv: string[]): string[] {
  const { stdout, code } = smolfile(['lint', '--format', 'concise', ...argv], { cwd, git: askGit });
  expect([0, 1]).toContain(code);
  return Array.from(
    new Set(
      stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(':')[0]!),
    ),
  );
}

test('what is not committed, staged or not, and what is new; not what is deleted or ignored', () => {
  const { cwd, git } = repository({
    'a/Smolfile': BROKEN,
    'b/Smolfile': BROKEN,
    'c/Smolfile': BROKEN,
    'd é/Smolfile': BROKEN,
    '.gitignore': 'ignored\n',
  });
  expect(linted(cwd, '--changed')).toEqual([]);
  expect(smolfile(['lint', '--changed'], { cwd, git: askGit })).toEqual(
    expect.objectContaining({ code: 0, stdout: '', stderr: 'smolfile: no Smolfile is changed\n' }),
  );
  writeFileSync(join(cwd, 'a/Smolfile'), `${BROKEN}\n`);
  writeFileSync(join(cwd, 'd é/Smolfile'), `${BROKEN}\n`);
  git('add', 'a');
  rmSync(join(cwd, 'b/Smolfile'));
  for (const folder of ['new', 'ignored']) {
    mkdirSync(join(cwd, folder));
    writeFileSync(join(cwd, folder, 'Smolfile'), BROKEN);
  }
  expect(linted(cwd, '--changed')).toEqual(['a/Smolfile', 'd é/Smolfile', 'new/Smolfile']);
  expect(linted(join(cwd, 'a'), '--changed', '..')).toEqual([
    'Smolfile',
    '../d é/Smolfile',
    '../new/Smolfile',
  ]);
  expect(linted(cwd, '--changed', 'c', 'new')).toEqual(['new/Smolfile']);
});

test('since the branch left another one', () => {
  const { cwd, git } = repository({ 'a/Smolfile': BROKEN, 'b/Smolfile': BROKEN });
  git('checkout', '-b', 'mine');
  writeFileSync(join(cwd, 'a/Smolfile'), `${BROKEN}\n`);
  git('commit', '-am', 'mine');
  git('checkout', 'main');
  writeFileSync(join(cwd, 'b/Smolfile'), `${BROKEN}\n`);
  git('commit', '-am', 'theirs');
  git('checkout', 'mine');
  expect(linted(cwd, '--changed')).toEqual([]);
  expect(linted(cwd, '--changed=main')).toEqual(['a/Smolfile']);
});

test('where git cannot tell, it says why', () => {
  const { cwd } = repository({ Smolfile: BROKEN });
  for (const [ref, reason] of [
    ['nope', 'nope'],
    ['--output=x', 'does not take'],
  ]) {
    const { code, stderr } = smolfile(['lint', `--changed=${ref}`], { cwd, git: askGit });
    expect([code, stderr]).toEqual([2, expect.stringContaining(reason!)]);
  }
  expect(existsSync(join(cwd, 'x'))).toBe(false);
  expect(smolfile(['lint', '--changed'], { files: { Smolfile: '' }, git: askGit })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('not a git repository') as string,
  });
  expect(smolfile(['lint', '--changed'], { cwd }).code).toBe(2);
});

test('no program of the repository is run', () => {
  const { cwd, git } = repository({ Smolfile: BROKEN, '.gitattributes': '* diff=evil filter=evil\n' });
  const evil = join(cwd, 'evil.sh');
  writeFileSync(evil, `#!/bin/sh\ntouch '${join(cwd, 'ran')}'\n`);
  chmodSync(evil, 0o755);
  for (const key of ['diff.external', 'diff.evil.command', 'diff.evil.textconv', 'core.fsmonitor'])
    git('config', key, evil);
  writeFileSync(join(cwd, 'Smolfile'), `${BROKEN}\n`);
  expect(linted(cwd, '--changed')).toContain('Smolfile');
  expect(existsSync(join(cwd, 'ran'))).toBe(false);
});
