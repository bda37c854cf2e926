import { COMMANDS, type Command, type Diagnostic } from '@smolfile/core';
import { decode, readDescriptor, readRegularFile } from '@smolfile/host';
import type { Source } from '../discover/discover.ts';
import { FileError } from '../failure.ts';
import type { Io } from '../io.ts';
import { invalidUtf8, LARGEST_FILE, tooLarge } from './file-findings.ts';

/** The text of a file, with what keeps it from being a document: smolvm refuses that, too. */
export interface ReadSmolfile {
  /** Decoded as far as possible. */
  readonly text: string;
  /** As they are in the file; absent when it is too large. */
  readonly bytes?: Buffer;
  readonly problem?: Diagnostic;
}

/**
 * Reads one file.
 *
 * @param asked the commands that a problem is said to hold for; `create` and `run` when there are none.
 * @throws the file system's error, or FileError, when there is nothing to read.
 */
export function readSmolfile(
  { file, searched }: Pick<Source, 'file' | 'searched'>,
  asked: readonly Command[],
  io: Io,
): ReadSmolfile {
  const bytes = bytesOf(file, searched, io);
  const commands = asked.length > 0 ? asked : COMMANDS.filter((command) => command !== 'pack');
  if (!bytes) return { text: '', problem: tooLarge(commands) };
  const { text, invalid } = decode(bytes);
  return { text, bytes, ...(invalid && { problem: invalidUtf8(invalid, bytes, commands) }) };
}

/** An open file of this very process, such as bash makes for `<(…)`: somebody writes to it already. */
const OPEN_ALREADY = /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/;

function bytesOf(file: string | undefined, searched: boolean, { fs, stdin }: Io): Buffer | undefined {
  if (file === undefined) return readDescriptor(fs, stdin, LARGEST_FILE, 0);
  if (!OPEN_ALREADY.test(file))
    return readRegularFile(fs, file, LARGEST_FILE, searched ? 'never-linked' : 'followed');
  const descriptor = fs.openSync(file, 'r');
  try {
    if (fs.fstatSync(descriptor).isDirectory()) throw new FileError('it is a directory, not a file');
    return readDescriptor(fs, descriptor, LARGEST_FILE, 0);
  } finally {
    fs.closeSync(descriptor);
  }
}
