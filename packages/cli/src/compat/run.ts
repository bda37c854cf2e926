import { compat, lowestRelease, NEWEST_RELEASE, parseSmolfile, RELEASES, jsonText } from '@smolfile/core';
import type { Arguments } from '../arguments/spec.ts';
import { discover, type Source } from '../discover/discover.ts';
import { FileError, isSystemError, reasonOf } from '../failure.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { internalError, warn } from '../output/messages.ts';
import { styleFor } from '../output/style.ts';
import { readSmolfile } from '../read/read-smolfile.ts';
import { compatRequest, type CompatRequest } from './options.ts';
import { compatDocument, type FileCompat } from './document.ts';
import { compatTable } from './table.ts';

/** Does what `smolfile compat` was asked for; what happens to one file stops none of the others. */
export function runCompat(args: Arguments, io: Io): ExitCode {
  const request = compatRequest(args);
  const { sources, warnings, failures, empty } = discover(args.positionals, io, request.stdinName);
  for (const message of [...warnings, ...failures]) warn(io, message);
  if (sources.length === 0 && failures.length === 0) {
    for (const given of empty)
      warn(io, `no Smolfile ${given === '.' ? 'in or below the working directory' : `matches ${given}`}`);
    return EXIT.usage;
  }
  const files = sources.flatMap((source) => lookAt(source, request, io) ?? []);
  if (files.length > 0) io.stdout.write(render(files, request, io));
  if (failures.length > 0 || files.length < sources.length) return EXIT.failure;
  return request.min && lowestOf(files) === undefined ? EXIT.findings : EXIT.clean;
}

function lookAt(source: Source, { commands }: CompatRequest, io: Io): FileCompat | undefined {
  const { path } = source;
  try {
    const { text, problem } = readSmolfile(source, commands, io);
    if (problem) throw new FileError(`cannot read ${path}: ${problem.message}`);
    return { path, commands: compat(parseSmolfile(text), commands.length > 0 ? { commands } : {}) };
  } catch (error) {
    if (error instanceof FileError && error.message.startsWith('cannot ')) warn(io, error.message);
    else if (error instanceof FileError || isSystemError(error))
      warn(io, `cannot read ${path}: ${reasonOf(error)}`);
    else internalError(io, error, `looking at ${path}`);
    return undefined;
  }
}

function render(files: readonly FileCompat[], { format, min, color }: CompatRequest, io: Io): string {
  if (format === 'json') return `${jsonText(compatDocument(files), 2)}\n`;
  if (!min) return compatTable(files, styleFor(io.stdout, color, io.env));
  const lowest = lowestOf(files);
  if (lowest === undefined) {
    warn(
      io,
      `smolvm ${NEWEST_RELEASE.version}, the newest that is known, refuses ${files.length > 1 ? 'one of them' : 'it'}`,
    );
    return '';
  }
  return `${lowest}\n`;
}

/** The lowest release that will do for all files and commands. */
function lowestOf(files: readonly FileCompat[]): string | undefined {
  const all = files.flatMap(({ commands }) => Array.from(commands.values(), lowestRelease));
  const places = all.map((release) => (release === undefined ? -1 : RELEASES.indexOf(release)));
  return places.includes(-1) ? undefined : RELEASES[Math.max(...places)]?.version;
}
