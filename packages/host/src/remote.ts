import { posix, win32 } from 'node:path';

/** Where automounters keep other machines: looking at `/net/HOST/x` asks that host (autofs's `-hosts`, AFS's cells). */
const AUTOMOUNTED = /^\/(?:net|afs)\/./;

/**
 * Whether looking at a path would ask another machine that nobody but a file has named: a hostile Smolfile would
 * otherwise learn who opened it, on Windows with a hash of the password.
 *
 * @param path as the file has it.
 * @param folder absolute, whose own machine may be asked.
 */
export function isRemote(path: string, folder: string, platform: NodeJS.Platform): boolean {
  if (platform !== 'win32')
    return AUTOMOUNTED.test(posix.resolve(folder, path)) && !AUTOMOUNTED.test(posix.resolve(folder));
  const absolute = win32.resolve(folder, path);
  if (!/^[\\/]{2}/.test(absolute)) return false;
  return rootOf(absolute) !== rootOf(win32.resolve(folder));
}

/** `\\server\share\`, in one spelling. */
function rootOf(path: string): string {
  return win32.parse(path).root.toLowerCase();
}
