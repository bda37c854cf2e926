/**
 * What stands in front of the program in `smolfile.js`. The program follows in a comment, which is what V8 passes over
 * fastest; it is taken from there as a text and compiled here, from what V8 made of it the last time where that was
 * kept.
 *
 * Node's own `module.enableCompileCache()` keeps what is compiled when a file is loaded. Of a run of 120 ms of
 * processor time, the functions that are compiled on their first call are the larger part, so they are kept here, too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { cacheFolder, readOwn, sweep, writeOwn } from '../src/cache/folder.ts';

/** The program as a module, and with what gives it its parts, which it compiles when they are called. */
type Program = (require: NodeJS.Require, module: Started, part: (name: string) => string) => void;

interface Started {
  /** What `main.ts` exports, from its first line on. */
  exports: Partial<typeof import('../src/main.ts')>;
}

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
  const whole = textOf(file);
  const part = (name: string): string => partOf(whole, name);
  const folder = codeFolder();
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

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    process.stderr.write(`smolfile: cannot read ${file}, a part of this program: install it again\n`);
    return process.exit(3);
  }
}

function partOf(whole: string, name: string): string {
  // Git may have given its lines other ends.
  const begin = whole.indexOf('\n', whole.indexOf(`\n${PART}${name}`) + 1);
  return whole.slice(begin, whole.indexOf(`\n${PART}`, begin)).replaceAll(COMMENT_END, '*/');
}

/** @returns undefined where nothing is to be kept. */
function codeFolder(): string | undefined {
  const { env, platform, versions } = process;
  const isNode = versions['bun'] === undefined && versions['deno'] === undefined;
  return isNode && !env['NODE_DISABLE_COMPILE_CACHE'] ? cacheFolder(env, platform) : undefined;
}

/**
 * V8 does not survive what is not its own and has no checksum, so it stands in the file twice: to compare costs a tenth
 * of what loading a checksum of Node costs.
 */
function kept(path: string): Buffer | undefined {
  const whole = readOwn(path);
  if (!whole) return undefined;
  const data = whole.subarray(0, whole.length / 2);
  return data.length > 0 && data.equals(whole.subarray(data.length)) ? data : undefined;
}

function keep(path: string, dataOf: () => Buffer): void {
  writeOwn(path, () => {
    const data = dataOf();
    return Buffer.concat([data, data]);
  });
  sweep(join(path, '..'), 'code-');
}
