import { basename, dirname, join, resolve } from 'node:path';
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
    else replace(path, text, existing?.mode, fs);
  } catch (error) {
    throw new FileError(`cannot write ${given}: ${reasonOf(error)}`);
  }
}

function targetOf(path: string, fs: FileSystem): string {
  return fs.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
    ? fs.realpathSync.native(path)
    : path;
}

function replace(path: string, text: string, mode: number | undefined, fs: FileSystem): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    fs.writeFileSync(temporary, text, { flag: 'wx' });
    if (mode !== undefined) fs.chmodSync(temporary, mode & 0o777);
    fs.renameSync(temporary, path);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}
