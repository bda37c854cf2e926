/**
 * What stands in front of the program in `smolfile.js`. The program follows in a comment, which is what V8 passes over
 * fastest; it is taken from there as a text and compiled here, from what V8 made of it the last time where that was
 * kept.
 *
 * Node's own `module.enableCompileCache()` keeps what is compiled when a file is loaded. Of a run of 120 ms of
 * processor time, the functions that are compiled on their first call are the larger part, so they are kept here, too.
 */
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
import { Script } from 'node:vm';

/** The program as a module, and with what gives it its parts, which it compiles when they are called. */
type Program = (require: NodeJS.Require, module: Started, part: (name: string) => string) => void;

interface Started {
  /** What `main.ts` exports, from its first line on. */
  exports: Partial<typeof import('../src/main.ts')>;
}

/** How long is kept what nobody has written anew: other releases of this program and of Node leave theirs. Milliseconds. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/** Begins a line, whose rest is the name of what follows. */
export const PART = '//@part ';

/** Stands in the comment for what would end it. */
export const COMMENT_END = '*~/';

/** The name of the program itself. */
export const PROGRAM = 'program';

/**
 * Runs the program.
 *
 * @param file where it is, with its parts.
 * @param build what tells it from every other.
 */
export function start(file: string, build: string, require: NodeJS.Require): void {
  const whole = readFileSync(file, 'latin1');
  const part = (name: string): string => partOf(whole, name);
  const folder = cacheFolder();
  const path = folder && join(folder, `code-${process.version}-${process.arch}-${build}.bin`);
  const cachedData = path === undefined ? undefined : kept(path);
  const started: Started = { exports: {} };
  const script = new Script(part(PROGRAM), { filename: 'smolfile.js', ...(cachedData && { cachedData }) });
  // The run of which most can be kept: every other would be kept without the rules.
  if (
    path !== undefined &&
    process.argv[2] === 'lint' &&
    (!cachedData || script.cachedDataRejected === true)
  ) {
    process.once('exit', () =>
      keep(path, () => {
        started.exports.warm?.();
        return script.createCachedData();
      }),
    );
  }
  (script.runInThisContext() as Program)(require, started, part);
}

function partOf(whole: string, name: string): string {
  // Git may have given its lines other ends.
  const begin = whole.indexOf('\n', whole.indexOf(`\n${PART}${name}`) + 1);
  return whole.slice(begin, whole.indexOf(`\n${PART}`, begin)).replaceAll(COMMENT_END, '*/');
}

/** @returns undefined where nothing is to be kept. */
function cacheFolder(): string | undefined {
  const { env, platform, versions } = process;
  const isNode = versions['bun'] === undefined && versions['deno'] === undefined;
  if (!isNode || env['NODE_DISABLE_COMPILE_CACHE']) return undefined;
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
 * Takes only what this user wrote and nobody else can write: it is run. V8 does not survive what is not its own and
 * has no checksum, so it stands in the file twice: to compare costs a tenth of what loading a checksum of Node costs.
 */
function kept(path: string): Buffer | undefined {
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
function keep(path: string, dataOf: () => Buffer): void {
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
