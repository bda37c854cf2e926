import { readRegularFile } from '@smolfile/host';
import { dirname, join, resolve } from 'node:path';
import { FileError, reasonOf } from '../failure.ts';
import type { FileSystem, Io } from '../io.ts';

/**
 * Writes a report to a file so that nobody ever sees half of it: beside it first, then renamed over it. Devices
 * and pipes (`/dev/stderr`) are written to; a link stays a link.
 *
 * @throws FileError saying why it could not be written.
 */
export function writeFile(given: string, text: string, { cwd, fs }: Io): void {
  try {
    const path = targetOf(resolve(cwd, given), fs);
    const existing = fs.statSync(path, { throwIfNoEntry: false });
    if (existing && !existing.isFile()) fs.writeFileSync(path, text);
    else replace(path, text, existing, fs);
  } catch (error) {
    throw new FileError(`cannot write ${given}: ${reasonOf(error)}`);
  }
}

/**
 * Puts a new text in the place of a file that was read before, in the same way.
 *
 * @param file absolute.
 * @param shown how messages name it.
 * @param before what was read of it.
 * @param doing what messages call it: `fix`.
 * @throws FileError when it cannot be written, is write-protected, or is not what it was any more; then it stays.
 */
export function rewrite(
  file: string,
  shown: string,
  before: Buffer,
  text: string,
  { fs }: Io,
  doing = 'fix',
): void {
  try {
    const path = targetOf(file, fs);
    const existing = fs.statSync(path);
    // Renaming asks only for the folder's permission, which is not what whoever protected the file expects.
    if ((existing.mode & 0o222) === 0) throw new FileError('it is write-protected');
    fs.closeSync(fs.openSync(path, 'r+'));
    replace(path, text, existing, fs, () => {
      const now = readRegularFile(fs, path, before.length);
      if (!now?.equals(before)) throw new FileError('it was changed by something else meanwhile; run again');
    });
  } catch (error) {
    throw new FileError(`cannot ${doing} ${shown}: ${reasonOf(error)}`);
  }
}

function targetOf(path: string, fs: FileSystem): string {
  return fs.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
    ? fs.realpathSync.native(path)
    : path;
}

interface Existing {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** @param confirm called last before the new file takes the place of the old one; throws to prevent it. */
function replace(
  path: string,
  text: string,
  existing: Existing | undefined,
  fs: FileSystem,
  confirm?: () => void,
): void {
  const temporary = writeBeside(path, text, fs);
  try {
    if (existing) keepAttributes(temporary, existing, fs);
    confirm?.();
    fs.renameSync(temporary, path);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

/** More leftovers of runs that were killed than this are nobody's. */
const MOST_ATTEMPTS = 100;

/**
 * Writes a new file into the folder of another one, under a name that no search takes for a Smolfile, should we be
 * killed now. In containers process numbers come again, so that such a leftover may be in the way.
 *
 * @returns its path.
 */
function writeBeside(path: string, text: string, fs: FileSystem): string {
  for (let attempt = 0; ; attempt++) {
    const temporary = join(dirname(path), `.smolfile-${process.pid}-${attempt}.tmp`);
    try {
      fs.writeFileSync(temporary, text, { flag: 'wx' });
      return temporary;
    } catch (error) {
      // A file that was there before is not ours to remove.
      const isTaken = (error as NodeJS.ErrnoException).code === 'EEXIST';
      if (!isTaken) fs.rmSync(temporary, { force: true });
      if (!isTaken || attempt >= MOST_ATTEMPTS) throw error;
    }
  }
}

function keepAttributes(temporary: string, { mode, uid, gid }: Existing, fs: FileSystem): void {
  const made = fs.statSync(temporary);
  if (made.uid !== uid || made.gid !== gid) {
    try {
      fs.chownSync(temporary, uid, gid);
    } catch {
      // Only the superuser can give files away; anybody else's fixed file is theirs.
    }
  }
  fs.chmodSync(temporary, mode & 0o777);
}
