import { fixAll } from '@smolfile/core';
import type { Source } from '../discover/discover.ts';
import { FileError } from '../failure.ts';
import type { Io } from '../io.ts';
import { rewrite } from '../output/write-file.ts';
import { readSmolfile } from '../read/read-smolfile.ts';
import type { FileReport } from '../reporters/report.ts';
import { checkText, commandsOf, lintOptions, unreadable, type CheckOptions } from './check.ts';

/** A file after its fixes. */
export interface Fixed {
  /** Of the fixed text; where nothing is written, of the text as it is. */
  readonly report: FileReport;
  /** How many findings are fixed. */
  readonly count: number;
  /** Before and after, where they differ. */
  readonly change: { readonly before: string; readonly after: string } | undefined;
  /** The text after the fixes; absent for what is no text. */
  readonly text: string | undefined;
  /** Why the fixed text could not be written; the file is as it was then. */
  readonly failure?: FileError;
}

/**
 * Applies fixes to a file, as core does: until none is left, and never so that it parses worse.
 *
 * @param write whether to put the result in the file's place.
 * @throws the file system's error, or FileError, when it cannot be read.
 */
export function fixFile(
  source: Source,
  options: CheckOptions,
  unsafe: boolean,
  write: boolean,
  io: Io,
): Fixed {
  const { text, bytes, problem } = readSmolfile(source, commandsOf(options), io);
  if (problem || !bytes) {
    if (source.file === undefined && write)
      throw new FileError('cannot fix standard input: it is no UTF-8 text, or too large');
    const report = unreadable(source, text, problem!, options);
    return { report, count: 0, change: undefined, text: undefined };
  }
  const { text: after, fixed } = fixAll(text, lintOptions(options, options.host), unsafe);
  const change = after === text ? undefined : { before: text, after };
  const failure = change && write ? writeFixed(source, bytes, after, io) : undefined;
  if (failure) {
    const report = checkText(source, text, options);
    return { report, count: 0, change: undefined, text: undefined, failure };
  }
  const report = checkText(source, write ? after : text, options);
  return {
    report: { ...report, ...(write && { fixed: fixed.length }) },
    count: fixed.length,
    change,
    text: after,
  };
}

function writeFixed({ file, path }: Source, before: Buffer, after: string, io: Io): FileError | undefined {
  if (file === undefined) return undefined;
  try {
    rewrite(file, path, before, after, io);
    return undefined;
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
}
