import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import type { GitAnswer } from '../io.ts';

/** More than a list of files has. */
const MOST = 64 * 1024 * 1024;

/**
 * Asks git, without a shell, without the programs that a repository may name, and without writing to it.
 *
 * @param argv after `git`.
 * @param cwd absolute; where git is to look, not where it is looked for.
 */
export function askGit(argv: readonly string[], cwd: string): GitAnswer {
  const { status, stdout, stderr, error } = spawnSync(
    'git',
    ['-C', cwd, '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...argv],
    {
      encoding: 'utf8',
      maxBuffer: MOST,
      // on Windows a program is looked for in the working directory first
      cwd: dirname(process.execPath),
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (error) return { problem: 'it is not installed' };
  if (status === 0) return { output: stdout };
  return {
    problem:
      stderr
        .trim()
        .split('\n')[0]
        ?.replace(/^(?:fatal|error): /, '') || `it exits with ${status}`,
  };
}
