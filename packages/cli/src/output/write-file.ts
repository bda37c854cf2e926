import { nativePath, pathBelow, readRegularFile, realPath } from '@smolfile/host';
import { dirname, join, resolve } from 'node:path';
import { FileError, reasonOf } from '../failure.ts';
import type { FileSystem, Io } from '../io.ts';

/** What putting a file in another one's place takes. */
export type WritingIo = Pick<Io, 'fs' | 'copyAttributes'>;

const IS_LINK = 'it is a link, which is not written through; name the file that it leads to';
const LEADS_OUT = 'its folder is a link that leads out of the working directory';

/**
 * Writes a report to a file so that nobody ever sees half of it: beside it first, then renamed over it. Devices and
 * pipes (`/dev/stderr`) are written to. Links are not followed: a repository may come with one under the very name
 * that its CI writes to.
 *
 * @throws FileError saying why it could not be written.
 */
export function writeFile(given: string, text: string, io: Io): void {
  const { cwd, fs } = io;
  try {
    const path = resolve(cwd, given);
    // There, links are the machine's own: `/dev/stderr`.
    if (/^\/(?:dev|proc)\//.test(path)) return fs.writeFileSync(path, text);
    const existing = fs.lstatSync(path, { throwIfNoEntry: false });
    if (existing?.isSymbolicLink()) throw new FileError(IS_LINK);
    if (leadsOut(dirname(path), cwd, fs)) throw new FileError(LEADS_OUT);
    if (existing && !existing.isFile()) fs.writeFileSync(path, text);
    else replace(path, text, existing, io);
  } catch (error) {
    throw new FileError(`cannot write ${given}: ${reasonOf(error)}`);
  }
}

/** Whether a folder below another one is somewhere else in truth. */
function leadsOut(folder: string, root: string, fs: FileSystem): boolean {
  if (pathBelow(root, folder) === undefined) return false;
  return pathBelow(realPath(root, fs), realPath(folder, fs)) === undefined;
}

/**
 * Writes a file that is not there yet. Half a file would be in the way of the next try, so none is left.
 *
 * @throws the file system's error, `EEXIST` where there is anything of that name.
 */
export function writeNewFile(path: string, text: string, fs: FileSystem): void {
  const descriptor = fs.openSync(path, 'wx');
  try {
    fs.writeFileSync(descriptor, text);
  } catch (error) {
    fs.rmSync(path, { force: true });
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Puts a new text in the place of a file that was read before, in the same way.
 *
 * @param file absolute.
 * @param shown how messages name it.
 * @param before what was read of it.
 * @param doing what messages call it: `fix`.
 * @throws FileError when it cannot be written, is write-protected, is known under a second name, or is not what it was
 *   any more; then it stays.
 */
export function rewrite(
  file: string,
  shown: string,
  before: Buffer,
  text: string,
  io: WritingIo,
  doing = 'fix',
): void {
  const { fs } = io;
  try {
    const existing = fs.lstatSync(nativePath(file));
    if (existing.isSymbolicLink()) throw new FileError(IS_LINK);
    // Renaming asks only for the folder's permission, which is not what whoever protected the file expects.
    if ((existing.mode & 0o222) === 0) throw new FileError('it is write-protected');
    // A new file under one of the names would leave the others with the old text.
    if (existing.nlink > 1)
      throw new FileError('it has another name (a hard link), which would stay as it was');
    fs.closeSync(fs.openSync(nativePath(file), 'r+'));
    replace(file, text, existing, io, () => {
      const now = readRegularFile(fs, file, before.length, 'never-linked');
      if (!now?.equals(before)) throw new FileError('it was changed by something else meanwhile; run again');
    });
  } catch (error) {
    throw new FileError(`cannot ${doing} ${shown}: ${reasonOf(error)}`);
  }
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
  io: WritingIo,
  confirm?: () => void,
): void {
  const { fs } = io;
  const temporary = writeBeside(path, text, existing, io);
  try {
    confirm?.();
    fs.renameSync(temporary, nativePath(path));
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
function writeBeside(
  path: string,
  text: string,
  existing: Existing | undefined,
  io: WritingIo,
): string | Buffer {
  for (let attempt = 0; ; attempt++) {
    const temporary = nativePath(join(dirname(path), `.smolfile-${process.pid}-${attempt}.tmp`));
    try {
      writeNew(temporary, text, path, existing, io);
      return temporary;
    } catch (error) {
      // A file that was there before is not ours to remove.
      const isTaken = (error as NodeJS.ErrnoException).code === 'EEXIST';
      if (!isTaken) io.fs.rmSync(temporary, { force: true });
      if (!isTaken || attempt >= MOST_ATTEMPTS) throw error;
    }
  }
}

/** Nobody else may read it before it is known who may; it is on the disk before it has the name. */
function writeNew(
  temporary: string | Buffer,
  text: string,
  path: string,
  existing: Existing | undefined,
  { fs, copyAttributes }: WritingIo,
): void {
  const descriptor = fs.openSync(temporary, 'wx', existing ? existing.mode & 0o700 : 0o666);
  try {
    fs.writeFileSync(descriptor, text);
    if (existing) {
      const problem = copyAttributes?.(nativePath(path), temporary);
      if (problem !== undefined) throw new FileError(problem);
      keepOwner(temporary, existing, fs);
      fs.chmodSync(temporary, existing.mode & 0o777);
    }
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

function keepOwner(temporary: string | Buffer, { uid, gid }: Existing, fs: FileSystem): void {
  const made = fs.lstatSync(temporary);
  if (made.uid === uid && made.gid === gid) return;
  try {
    fs.chownSync(temporary, uid, gid);
  } catch {
    // Only the superuser can give files away; anybody else's fixed file is theirs.
  }
}
