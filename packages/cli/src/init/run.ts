import { lint, parseSmolfile } from '@smolfile/core';
import { join, resolve } from 'node:path';
import type { Arguments } from '../arguments/parse.ts';
import { displayPath } from '../discover/display-path.ts';
import { FileError, reasonOf, UsageError } from '../failure.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { warn } from '../output/messages.ts';
import { writeNewFile } from '../output/write-file.ts';
import { DEFAULT_IMAGE, starter } from './template.ts';

/** Does what `smolfile init` was asked for. */
export function runInit(args: Arguments, io: Io): ExitCode {
  const text = starter(args.value('image') ?? DEFAULT_IMAGE);
  refuseBadImage(text);
  const [given = '.'] = args.positionals;
  const path = join(resolve(io.cwd, given), 'Smolfile');
  const shown = displayPath(path, path, io.cwd);
  try {
    // Fails where there is a file, a link or anything else of that name, also one that appears right now.
    writeNewFile(path, text, io.fs);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      throw new UsageError(
        `${shown} exists already, and stays as it is`,
        'To begin anew, remove or rename it first.',
      );
    }
    throw new FileError(`cannot write ${shown}: ${reasonOf(error)}`);
  }
  warn(io, `wrote ${shown}; \`smolfile lint\` checks it`);
  return EXIT.clean;
}

/** A starter that does not start would be a poor one. */
function refuseBadImage(text: string): void {
  const problem = lint(parseSmolfile(text)).diagnostics.find(({ severity }) => severity === 'error');
  if (problem) throw new UsageError(`\`--image\`: ${problem.message}`, problem.help);
}
