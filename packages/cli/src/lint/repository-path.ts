import { pathBelow } from '@smolfile/host';
import { resolve } from 'node:path';
import type { Io } from '../io.ts';

/**
 * The path of a file from the root of the repository on, where a CI service says what that is: its annotations
 * and reports are matched by it, whatever the working directory.
 *
 * @param path as output names the file.
 * @returns nothing where it is the same.
 */
export function repositoryPath(path: string, { cwd, env }: Io): { repositoryPath?: string } {
  const root = repositoryRoot(env);
  if (root === undefined) return {};
  const below = pathBelow(root, resolve(cwd, path));
  return below === undefined || below === path ? {} : { repositoryPath: below };
}

/** The folder that a CI service has checked out; undefined where none says so. */
export function repositoryRoot(env: Io['env']): string | undefined {
  return env['GITHUB_WORKSPACE'] || env['CI_PROJECT_DIR'] || undefined;
}
