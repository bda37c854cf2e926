import { FILE_SYSTEM, pause } from '@smolfile/host';
import {
  chmodSync,
  chownSync,
  fstatSync,
  fsyncSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import type { FileSystem, Io, Output } from './io.ts';
import { copyAttributes } from './output/attributes.ts';
import { askGit } from './output/git.ts';

/** By name, since a bundler copies a namespace that is used as a value, getter by getter. */
const fs: FileSystem = {
  ...FILE_SYSTEM,
  chmodSync,
  chownSync,
  fsyncSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
};

/** The real world. Loads neither `tty` nor streams unless a terminal is there: they cost a tenth of a start. */
export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    platform: process.platform,
    script: process.argv[1] ?? '',
    stdout: output(1, () => process.stdout),
    stderr: output(2, () => process.stderr),
    fs,
    ...(process.platform !== 'win32' && { copyAttributes }),
    git: askGit,
    stdin: 0,
    stdinIsTerminal: () => isCharacterDevice(0) && process.stdin.isTTY,
  };
}

function output(descriptor: number, stream: () => NodeJS.WriteStream): Output {
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

function isCharacterDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
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
