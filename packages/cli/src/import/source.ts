import { SOURCE_NAMES, type SourceReader } from '@smolfile/core/import';
import { decode, pathBelow, readDescriptor, readRegularFile } from '@smolfile/host';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { FileError, isSystemError, reasonOf, UsageError } from '../failure.ts';
import type { Io } from '../io.ts';

/** Bytes; nobody writes a larger Dockerfile or compose file. */
const LARGEST_SOURCE = 4 << 20;

/** A source as it was found. */
export interface FoundSource {
  readonly text: string;
  /** Relative to `folder`, with `/`. */
  readonly path: string;
  /** Absolute: where the Smolfile goes, and what relative paths start from. */
  readonly folder: string;
}

/**
 * Reads what is to be imported.
 *
 * @param given a file, a folder, `-`, or nothing for the working directory.
 * @throws UsageError where there is nothing to import; FileError where it cannot be read.
 */
export function findSource(given: string | undefined, io: Io): FoundSource {
  if (given === '-') {
    const bytes = readDescriptor(io.fs, io.stdin, LARGEST_SOURCE, 0);
    if (!bytes) throw new FileError('standard input is too large');
    return { text: decode(bytes).text, path: '<stdin>', folder: io.cwd };
  }
  const path = resolve(io.cwd, given ?? '.');
  const isFolder = io.fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const file = isFolder ? firstIn(path, io) : path;
  if (file === undefined) {
    throw new UsageError(
      `there is nothing to import in ${given ?? 'the working directory'}`,
      `Looked for ${SOURCE_NAMES.join(', ')}.`,
    );
  }
  // a dev container is about the folder that has `.devcontainer`
  const own = dirname(file);
  const folder = own.endsWith(`${sep}.devcontainer`) ? dirname(own) : own;
  const shown = relative(folder, file).replaceAll(sep, '/');
  return { text: readText(file, relative(io.cwd, file) || shown, io), path: shown, folder };
}

function firstIn(folder: string, io: Io): string | undefined {
  const paths = SOURCE_NAMES.map((name) => join(folder, name));
  return paths.find((path) => io.fs.statSync(path, { throwIfNoEntry: false })?.isFile());
}

function readText(file: string, shown: string, { fs }: Io): string {
  try {
    const bytes = readRegularFile(fs, file, LARGEST_SOURCE);
    if (!bytes) throw new FileError('it is too large');
    return decode(bytes).text;
  } catch (error) {
    if (!(error instanceof FileError) && !isSystemError(error)) throw error;
    throw new FileError(`cannot read ${shown}: ${reasonOf(error)}`);
  }
}

/** Shows an import the files around a source, as far as they lie below a root. */
export function readerOf(folder: string, root: string, io: Io): SourceReader {
  const { fs } = io;
  return {
    folder: folder.replaceAll(sep, '/'),
    read(path) {
      const file = resolve(folder, path);
      try {
        if (!fs.statSync(file, { throwIfNoEntry: false })) return undefined;
        const real = fs.realpathSync.native(file);
        if (pathBelow(fs.realpathSync.native(root), real) === undefined)
          return { refused: `it lies outside ${root}` };
        const bytes = readRegularFile(fs, real, LARGEST_SOURCE);
        return bytes ? { text: decode(bytes).text } : { refused: 'it is too large' };
      } catch (error) {
        if (!(error instanceof FileError) && !isSystemError(error)) throw error;
        return { refused: reasonOf(error) };
      }
    },
    kind(path) {
      try {
        const stats = fs.statSync(resolve(folder, path), { throwIfNoEntry: false });
        if (!stats) return 'missing';
        return stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'unknown';
      } catch {
        return 'unknown';
      }
    },
  };
}
