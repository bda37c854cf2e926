import { lint, parseSmolfile } from '@smolfile/core';
import { newSmolfiles, type Choice, type Choices } from '@smolfile/core/templates';
import { repositoryOf } from '@smolfile/host';
import { join, resolve } from 'node:path';
import { parseArguments } from '../arguments/parse.ts';
import type { Arguments } from '../arguments/spec.ts';
import { importCommand } from '../commands/import.ts';
import { displayPath } from '../discover/display-path.ts';
import { FileError, reasonOf, UsageError } from '../failure.ts';
import { readerOf } from '../import/source.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { warn } from '../output/messages.ts';
import { writeNewFile } from '../output/write-file.ts';
import { ask, type Offer } from './ask.ts';

/** Does what `smolfile init` was asked for. */
export function runInit(args: Arguments, io: Io): ExitCode | undefined {
  const [given = '.'] = args.positionals;
  const folder = resolve(io.cwd, given);
  const path = join(folder, 'Smolfile');
  const shown = displayPath(path, path, io.cwd);
  const isPrinted = args.has('stdout');
  // before anybody is asked
  if (!isPrinted && io.fs.lstatSync(path, { throwIfNoEntry: false })) throw existing(shown);
  const image = args.value('image');
  const found = newSmolfiles(
    readerOf(folder, repositoryOf(folder, io.fs) ?? folder, io),
    image === undefined ? {} : { image },
  );
  if (image !== undefined) refuseBadImage(found.choices[0]!.text);
  const chosen = choose(found, args, io);
  if (!('text' in chosen)) return importFrom(join(folder, chosen.source ?? ''), isPrinted, io);
  if (isPrinted) {
    io.stdout.write(chosen.text);
    return EXIT.clean;
  }
  try {
    // Fails where there is a file, a link or anything else of that name, also one that appears right now.
    writeNewFile(path, chosen.text, io.fs);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw existing(shown);
    throw new FileError(`cannot write ${shown}: ${reasonOf(error)}`);
  }
  const why = chosen.source === undefined ? '' : ` for ${chosen.source} (template ${chosen.name})`;
  warn(io, `wrote ${shown}${why}; \`smolfile lint\` checks it`);
  const { importable } = found;
  if (importable !== undefined)
    io.stderr.write(`  There is ${importable}, too: \`smolfile import\` makes a Smolfile of it.\n`);
  return EXIT.clean;
}

function choose({ choices, importable }: Choices, args: Arguments, io: Io): Choice | Offer {
  const named = args.value('template');
  if (named !== undefined) return choices.find(({ name }) => name === named)!;
  const detected = choices.filter((each) => each.detected);
  const others = choices.filter((each) => !each.detected);
  // it has an image of its own
  const offers: Offer[] =
    importable === undefined || args.has('image')
      ? []
      : [
          {
            name: 'import',
            summary: 'what `smolfile import` makes of it',
            detected: true,
            source: importable,
          },
        ];
  const all: (Choice | Offer)[] = [...detected, ...offers, ...others];
  const isAsked = !args.has('yes') && io.stderr.isTerminal() && (io.stdinIsTerminal?.() ?? false);
  return isAsked ? ask(all, io) : all[0]!;
}

/** As if the import had been called, so that nothing is overwritten there either. */
function importFrom(path: string, isPrinted: boolean, io: Io): ExitCode | undefined {
  const argv = [...(isPrinted ? ['--output=-'] : []), path];
  return importCommand.run(parseArguments(importCommand, argv), io, [importCommand]);
}

function existing(shown: string): UsageError {
  return new UsageError(
    `${shown} exists already, and stays as it is`,
    'To begin anew, remove or rename it first; `--stdout` prints.',
  );
}

/** A starter that does not start would be a poor one. */
function refuseBadImage(text: string): void {
  const problem = lint(parseSmolfile(text)).diagnostics.find(({ severity }) => severity === 'error');
  if (problem) throw new UsageError(`\`--image\`: ${problem.message}`, problem.help);
}
