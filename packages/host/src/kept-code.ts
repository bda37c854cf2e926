/** What V8 has made of a program, kept in the user's cache folder for the next start. */
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

/** How long is kept what nobody has written anew: other releases of a program and of Node leave theirs. Milliseconds. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/**
 * Where the code of a program is kept.
 *
 * @param build what tells it from every other.
 * @returns undefined where nothing is to be kept.
 */
export function codePath(build: string): string | undefined {
  const { env, platform, versions, arch } = process;
  const isNode = versions['bun'] === undefined && versions['deno'] === undefined;
  if (!isNode || env['NODE_DISABLE_COMPILE_CACHE']) return undefined;
  const home = env['HOME'];
  const caches =
    platform === 'win32'
      ? env['LOCALAPPDATA']
      : platform === 'darwin'
        ? home && join(home, 'Library/Caches')
        : env['XDG_CACHE_HOME'] || (home && join(home, '.cache'));
  if (caches === undefined || !isAbsolute(caches)) return undefined;
  return join(caches, 'smolfile', `code-${process.version}-${versions.v8}-${arch}-${build}.bin`);
}

/**
 * Takes only what this user wrote and nobody else can write: it is run. V8 does not survive what is not its own and
 * has no checksum, so it stands in the file twice: to compare costs a tenth of what loading a checksum of Node costs.
 */
export function keptCode(path: string): Buffer | undefined {
  let file;
  try {
    // Windows has neither of the two.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const state = fstatSync(file);
    const { uid, mode } = state;
    if (!state.isFile()) return undefined;
    if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o022) !== 0)) return undefined;
    const whole = readFileSync(file);
    const data = whole.subarray(0, whole.length / 2);
    return data.length > 0 && data.equals(whole.subarray(data.length)) ? data : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Puts it there whole or not at all, and says nothing where that cannot be. */
export function keepCode(path: string, dataOf: () => Buffer): void {
  const folder = join(path, '..');
  const scratch = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // First, so that nothing is worked out where nothing can be written.
    writeFileSync(scratch, '', { flag: 'wx', mode: 0o600 });
    const data = dataOf();
    writeFileSync(scratch, Buffer.concat([data, data]));
    renameSync(scratch, path);
    for (const name of readdirSync(folder)) {
      const other = join(folder, name);
      if (name.startsWith('code-') && Date.now() - statSync(other).mtimeMs > KEPT) rmSync(other);
    }
  } catch {
    try {
      rmSync(scratch, { force: true });
    } catch {
      // nothing was put there
    }
  }
}
