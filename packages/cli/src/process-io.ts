import { FILE_SYSTEM } from '@smolfile/host';
import { chmodSync, chownSync, fsyncSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { ownResults } from './cache/own-results.ts';
import type { FileSystem, Io } from './io.ts';
import { copyAttributes } from './output/attributes.ts';
import { askGit } from './output/git.ts';
import { isCharacterDevice, processOutput } from './process-output.ts';

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
  const own = ownResults(process.env, process.platform);
  return {
    cwd: process.cwd(),
    env: process.env,
    platform: process.platform,
    script: process.argv[1] ?? '',
    stdout: processOutput(1, () => process.stdout),
    stderr: processOutput(2, () => process.stderr),
    fs,
    ...(process.platform !== 'win32' && { copyAttributes }),
    git: askGit,
    stdin: 0,
    stdinIsTerminal: () => isCharacterDevice(0) && process.stdin.isTTY,
    ...own,
  };
}
