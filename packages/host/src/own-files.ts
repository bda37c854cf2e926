/** Files that a program keeps for itself in the user's cache folder, from run to run. */
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** How long is kept what nobody has written anew: other releases of this program and of Node leave theirs. Milliseconds. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/**
 * Where a user's programs keep what they can work out again.
 *
 * @returns an absolute path, which need not exist; undefined where the environment names none.
 */
export function cacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const home = env['HOME'];
  const caches =
    platform === 'win32'
      ? env['LOCALAPPDATA']
      : platform === 'darwin'
        ? home && join(home, 'Library/Caches')
        : env['XDG_CACHE_HOME'] || (home && join(home, '.cache'));
  return caches !== undefined && isAbsolute(caches) ? join(caches, 'smolfile') : undefined;
}

/**
 * Reads only what this user wrote and nobody else can write: it is believed.
 *
 * @returns undefined for everything else, and where there is nothing.
 */
export function readOwn(path: string): Buffer | undefined {
  let file;
  try {
    // Windows has neither of the two.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const state = fstatSync(file);
    const { uid, mode } = state;
    if (!state.isFile()) return undefined;
    if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o022) !== 0)) return undefined;
    return readFileSync(file);
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * Puts a file there whole or not at all, and says nothing where that cannot be.
 *
 * @param dataOf called once it is certain that something can be written.
 */
export function writeOwn(path: string, dataOf: () => string | Buffer): void {
  const scratch = `${path}.${process.pid}`;
  try {
    mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(scratch, '', { flag: 'wx', mode: 0o600 });
    writeFileSync(scratch, dataOf());
    renameSync(scratch, path);
  } catch {
    try {
      rmSync(scratch, { force: true });
    } catch {
      // nothing was put there
    }
  }
}

/**
 * Takes away what nobody has written anew for a month.
 *
 * @param most how many files stay at most, the newest of them.
 */
export function sweep(folder: string, prefix: string, most: number = Number.POSITIVE_INFINITY): void {
  try {
    const own = readdirSync(folder)
      .filter((name) => name.startsWith(prefix))
      .map((name) => ({ path: join(folder, name), written: statSync(join(folder, name)).mtimeMs }))
      .toSorted((one, other) => other.written - one.written);
    for (const [at, { path, written }] of own.entries())
      if (at >= most || Date.now() - written > KEPT) rmSync(path);
  } catch {
    // another run is at it, or there is nothing
  }
}
