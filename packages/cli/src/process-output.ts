import { pause } from '@smolfile/host';
import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Output } from './io.ts';

/**
 * A standard stream of this process.
 *
 * @param stream loads Node's stream, which costs a tenth of a start: called only where a terminal is there.
 */
export function processOutput(descriptor: number, stream: () => NodeJS.WriteStream): Output {
  let closed = false;
  const isTerminal = (): boolean => isCharacterDevice(descriptor) && stream().isTTY;
  return {
    write(text) {
      if (!closed) closed = !writeAll(descriptor, text);
    },
    isTerminal,
    columns: () => (isTerminal() ? stream().columns : undefined),
  };
}

/** Where output goes that nobody wants. */
const NOTHING = process.platform === 'win32' ? undefined : '/dev/null';

/** Whether a descriptor may be a terminal: a device, and not the one that swallows all. */
export function isCharacterDevice(descriptor: number): boolean {
  try {
    const state = fstatSync(descriptor);
    return state.isCharacterDevice() && !(NOTHING && state.rdev === statSync(NOTHING).rdev);
  } catch {
    return false;
  }
}

/** What a reader that has gone away answers; `EBADF` is a descriptor that the caller closed (`>&-`). */
const GONE = new Set(['EPIPE', 'EBADF', 'EOF', 'ECONNRESET']);

/**
 * Writes everything, however slowly the other side reads: a pipe that somebody set to non-blocking takes what
 * fits and then answers `EAGAIN`.
 *
 * @returns false when there is nobody left to write to.
 */
function writeAll(descriptor: number, text: string): boolean {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (GONE.has(code)) return false;
      if (code !== 'EAGAIN') throw error;
      pause(5);
    }
  }
  return true;
}
