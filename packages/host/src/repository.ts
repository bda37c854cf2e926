import { dirname, join } from 'node:path';
import type { FileSystem } from './file-system.ts';

/** The root of the repository that a folder is in; undefined where it is in none. */
export function repositoryOf(folder: string, fs: FileSystem): string | undefined {
  if (isRepository(folder, fs)) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent, fs);
}

/** Whether a folder is the root of a repository: `.git` is a folder, or in worktrees and submodules a file. */
export function isRepository(folder: string, fs: FileSystem): boolean {
  try {
    return fs.statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
