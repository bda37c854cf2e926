/** Where a program is. */
import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** What a search depends on. */
export interface Surroundings {
  /** The value of PATH. */
  readonly path: string | undefined;
  readonly platform: NodeJS.Platform;
  /** Whether a path is a file that may be started. */
  readonly isProgram: (path: string) => boolean;
}

/**
 * Looks for a program.
 *
 * Only absolute entries of PATH count: `.` or an empty one would be the workspace's own folder, and no file of a
 * workspace is ever taken for the program.
 *
 * @param configured an absolute path, or a name to look for instead; empty for `name`.
 * @returns an absolute path.
 */
export function findProgram(name: string, configured: string, around: Surroundings): string | undefined {
  const { platform } = around;
  const paths = platform === 'win32' ? win32 : posix;
  const wanted = configured.trim() === '' ? name : configured.trim();
  if (paths.isAbsolute(wanted)) return around.isProgram(wanted) ? wanted : undefined;
  if (/[/\\]/.test(wanted)) return undefined;
  const endings = platform === 'win32' && !/\.exe$/i.test(wanted) ? ['.exe'] : [''];
  for (const folder of (around.path ?? '').split(paths.delimiter)) {
    if (!paths.isAbsolute(folder)) continue;
    for (const ending of endings) {
      const path = paths.join(folder, wanted + ending);
      if (around.isProgram(path)) return path;
    }
  }
  return undefined;
}

/** Whether a path is a file that may be started. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
