/**
 * What stands in front of the program in `smolfile.js`, and in `start.js` in front of what answers for it. Either follows
 * in a comment, which is what V8 passes over fastest; it is taken from there as a text and compiled here, from what V8
 * made of it the last time where that was kept.
 *
 * Node's own `module.enableCompileCache()` keeps what is compiled when a file is loaded. Of a run of 120 ms of
 * processor time, the functions that are compiled on their first call are the larger part, so they are kept here, too.
 */
import { codePath, keepCode, keptCode } from '@smolfile/host/kept-code';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** The server's own bundle, which the build puts beside this one. */
const SERVER = 'smolfile-language-server.js';

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

/** The name of the program itself, and of what answers where nothing has changed. */
export const PROGRAM = 'program';
export const REPEAT = 'repeat';

/** `repeat.ts`, which compiles its parts when they are called. */
type Repeat = (require: NodeJS.Require) => typeof import('../src/repeat.ts');

/**
 * Runs the program.
 *
 * @param file where it is, with its parts.
 * @param build what tells it from every other.
 */
export function start(file: string, build: string, require: NodeJS.Require): void {
  const whole = textOf(file);
  const part = (name: string): string => partOf(whole, name);
  const started: Started = { exports: {} };
  const program = compiled(part(PROGRAM), 'smolfile.js', build, () => started.exports.warm?.()) as Program;
  program(require, started, part);
}

/**
 * Answers in place of the program, where it can.
 *
 * @param file what this is part of.
 * @param build what tells it from every other.
 * @returns the exit code; undefined, and nothing is said.
 */
export function answer(file: string, build: string, require: NodeJS.Require): number | undefined {
  if (process.argv[2] !== 'lint') return undefined;
  const text = partOf(textOf(file), REPEAT);
  const repeat = compiled(text, 'start.js', `${build}-start`, () => warm()) as Repeat;
  const { warm, repeat: say } = repeat(require);
  return say(process.argv.slice(2));
}

/**
 * Compiles a text, from what was kept of it where there is something.
 *
 * @param name for V8.
 * @param build what tells it from every other.
 * @param warm calls what most runs need and this one may not have.
 */
function compiled(text: string, name: string, build: string, warm: () => void): unknown {
  const path = codePath(build);
  const cachedData = path === undefined ? undefined : keptCode(path);
  const script = new Script(text, { filename: name, ...(cachedData && { cachedData }) });
  // The run of which most can be kept: every other would be kept without the rules.
  if (
    path !== undefined &&
    process.argv[2] === 'lint' &&
    (!cachedData || script.cachedDataRejected === true)
  ) {
    process.once('exit', () =>
      keepCode(path, () => {
        warm();
        return script.createCachedData();
      }),
    );
  }
  return script.runInThisContext();
}

/**
 * Starts the language server where that is all that is asked for: the program would only start it, too.
 *
 * @param folder where the files of the program are.
 * @returns whether it runs.
 */
export function serve(folder: string, require: NodeJS.Require): boolean {
  const asked = process.argv.slice(2).join(' ');
  const server = join(folder, SERVER);
  if ((asked !== 'lsp' && asked !== 'lsp --stdio') || !existsSync(server)) return false;
  process.argv.splice(1, Infinity, server, '--stdio');
  require(server);
  return true;
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
