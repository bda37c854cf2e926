import type { Io } from '../io.ts';
import { visible } from '../reporters/visible.ts';

/** Says something to the user beside the results. */
export function warn(io: Io, message: string): void {
  io.stderr.write(`smolfile: ${visible(message)}\n`);
}

/**
 * Admits a mistake of our own. The stack trace is for whoever asks for it with `SMOLFILE_DEBUG`.
 *
 * @param during what was being done, when that is known.
 */
export function internalError(io: Io, error: unknown, during?: string): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  warn(io, `internal error${during === undefined ? '' : ` while ${during}`}: ${message}`);
  io.stderr.write('  This is a bug of smolfile: https://github.com/smolfile/toolkit/issues\n');
  if (io.env['SMOLFILE_DEBUG']) io.stderr.write(`${stack ?? ''}\n`);
  else io.stderr.write('  With SMOLFILE_DEBUG=1 in the environment it says where.\n');
}
