import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FileError } from '../failure.ts';
import type { Io } from '../io.ts';

/**
 * Goes on as another program of the toolkit, in this process: one whose file the build puts beside this one.
 *
 * @param flags what it finds on its command line.
 * @throws FileError where only this program was copied.
 */
export function startBeside({ fs, script }: Io, name: string, flags: readonly string[]): void {
  const program = join(dirname(realPath(fs, script)), name);
  if (!fs.statSync(program, { throwIfNoEntry: false })?.isFile()) {
    throw new FileError(`cannot find ${name} beside ${script}: copy it there, too`);
  }
  process.argv.splice(1, Infinity, program, ...flags);
  createRequire(program)(program);
}

/** A package manager links to the program. Inside an executable it is no file of the machine, and no link either. */
function realPath(fs: Io['fs'], script: string): string {
  try {
    return fs.realpathSync(script);
  } catch {
    return script;
  }
}
