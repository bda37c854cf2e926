import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Io } from '../io.ts';

/**
 * The path of a file from the root of the repository on, where a CI service says what that is: its annotations
 * and reports are matched by it, whatever the working directory.
 *
 * @param path as output names the file.
 */
export function repositoryPath(path: string, { cwd, env }: Io): { repositoryPath?: string } {
  const root = env['GITHUB_WORKSPACE'] || env['CI_PROJECT_DIR'];
  if (!root) return {};
  const below = relative(root, resolve(cwd, path));
  const outside = below === '' || below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below);
  return outside ? {} : { repositoryPath: below.replaceAll(sep, '/') };
}
