import { constants } from 'node:fs';
import { FileError } from './failure.ts';
import type { FileSystem } from './file-system.ts';
import { nativePath } from './native-path.ts';
import { pause } from './pause.ts';

/**
 * Reads a regular file. Anything else is refused: opening a FIFO waits for a writer that may never come, and a
 * device may never end.
 *
 * @param limit bytes; of a larger file nothing is read.
 * @param links `never-linked` refuses a link with `ELOOP`, also one that takes the file's place this very moment.
 * @returns undefined when the file is larger than the limit, or grows beyond it meanwhile.
 * @throws FileError for what is no regular file; otherwise the error of the file system.
 */
export function readRegularFile(
  fs: FileSystem,
  path: string,
  limit: number,
  links: 'followed' | 'never-linked' = 'followed',
): Buffer | undefined {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants as Partial<typeof constants>; // not all on Windows
  const descriptor = fs.openSync(
    nativePath(path),
    O_RDONLY! | O_NONBLOCK | (links === 'followed' ? 0 : O_NOFOLLOW),
  );
  try {
    const stats = fs.fstatSync(descriptor);
    if (stats.isDirectory()) throw new FileError('it is a directory, not a file');
    if (!stats.isFile()) throw new FileError('it is not a regular file (to read a pipe, pass `-`)');
    return stats.size > limit ? undefined : readDescriptor(fs, descriptor, limit, stats.size);
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Reads an open file or pipe to its end, whatever its size was said to be: files change while they are read.
 *
 * @param expected bytes, as a guess; 0 where nothing is known.
 * @returns undefined when more than `limit` bytes come; those beyond it stay unread.
 */
export function readDescriptor(
  fs: FileSystem,
  descriptor: number,
  limit: number,
  expected: number,
): Buffer | undefined {
  // One byte more than expected: the end is then seen without growing.
  let buffer = Buffer.allocUnsafe(Math.min(expected || 65_536, limit) + 1);
  let length = 0;
  for (;;) {
    if (length > limit) return undefined;
    if (length === buffer.length) {
      buffer = Buffer.concat([buffer], Math.min(length * 2, limit + 1));
    }
    const space = buffer.length - length;
    const count = readSome(fs, descriptor, buffer, length);
    length += count;
    // what a file had when it was opened, and no more although there was room: its end
    const isWhole = count < space && length === expected;
    if (count === 0 || isWhole) return buffer.subarray(0, length);
  }
}

/**
 * Reads one line, and nothing of what follows it: the rest is somebody else's.
 *
 * @param limit bytes; what a longer line has beyond them is read and dropped.
 * @returns undefined at the end, where there is no line any more.
 */
export function readLine(fs: FileSystem, descriptor: number, limit: number): string | undefined {
  const byte = Buffer.alloc(1);
  const bytes: number[] = [];
  let isEnd = true;
  while (readSome(fs, descriptor, byte, 0) > 0) {
    isEnd = false;
    if (byte[0] === 0x0a) break;
    if (bytes.length < limit) bytes.push(byte[0]!);
  }
  return isEnd ? undefined : Buffer.from(bytes).toString();
}

function readSome(fs: FileSystem, descriptor: number, buffer: Buffer, from: number): number {
  for (;;) {
    try {
      return fs.readSync(descriptor, buffer, from, buffer.length - from, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0; // how Windows ends a pipe
      if (code !== 'EAGAIN') throw error;
      pause(5);
    }
  }
}
