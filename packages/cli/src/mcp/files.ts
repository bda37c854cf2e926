import {
  decode,
  FileError,
  gitIgnoreBelow,
  gitIgnoreFiles,
  isSystemError,
  pathBelow,
  readRegularFile,
  reasonOf,
  search,
} from '@smolfile/host';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileSystem } from '../io.ts';
import { rewrite, writeNewFile, type WritingIo } from '../output/write-file.ts';
import { LARGEST_FILE } from '../read/file-findings.ts';
import { ToolRefusal } from './refusal.ts';

/** The most characters of a text that a client may send: a hundred times what anybody writes. */
export const LARGEST_TEXT = 1 << 20;

/** The folders that a client lets the server see, and what it may do there. */
export class Files {
  readonly #io: WritingIo;

  constructor(
    io: WritingIo,
    /** Absolute. */
    readonly roots: readonly string[],
    readonly mayWrite: boolean,
  ) {
    this.#io = io;
  }

  get fs(): FileSystem {
    return this.#io.fs;
  }

  /**
   * A path of a client as an absolute one, below a root and through no link.
   *
   * @throws ToolRefusal
   */
  path(given: string): string {
    if (this.roots.length === 0)
      throw new ToolRefusal(
        'no folder may be looked at',
        'Send `text` instead of `path`; or let the client say its roots, or start the server with `--root DIR`.',
      );
    if (given.includes('\0')) throw new ToolRefusal('the path has a NUL in it', 'Send the path of a file.');
    const candidates = isAbsolute(given) ? [resolve(given)] : this.roots.map((root) => resolve(root, given));
    const inside = candidates.flatMap((path) => {
      const root = this.roots.find((one) => isBelow(one, path));
      return root === undefined ? [] : [{ root, path }];
    });
    const found = inside.find(({ path }) => this.#stats(path)) ?? inside[0];
    if (!found)
      throw new ToolRefusal(
        `${given} lies outside of the client's roots`,
        `Name a file below ${this.roots.join(' or ')}, or send its text.`,
      );
    this.#refuseLinks(found.root, found.path, given);
    return found.path;
  }

  /** @throws ToolRefusal, also of what is no text, or too large. */
  read(path: string, given: string): string {
    try {
      const bytes = readRegularFile(this.fs, path, LARGEST_FILE, 'never-linked');
      if (!bytes)
        throw new ToolRefusal(
          `${given} is larger than ${LARGEST_FILE / 1024 / 1024} MiB`,
          'Nobody writes a Smolfile of this size: name another file.',
        );
      const { text, invalid } = decode(bytes);
      if (invalid) throw new ToolRefusal(`${given} is not UTF-8`, 'Save it as UTF-8.');
      return text;
    } catch (error) {
      throw refused(error, `cannot read ${given}`);
    }
  }

  /** What a path is, as far as a client may know. */
  kind(path: string): 'file' | 'directory' | 'missing' | 'other' {
    const stats = this.#stats(path);
    if (!stats) return 'missing';
    return stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other';
  }

  /** The Smolfiles below a folder, as a search of the CLI finds them: links are not followed. */
  *below(folder: string): Generator<string, void> {
    const isIgnored = gitIgnoreBelow(folder, process.platform, gitIgnoreFiles(this.fs));
    for (const found of search(folder, this.fs, isIgnored)) if (found.kind === 'file') yield found.path;
  }

  /**
   * Writes a file whole: what reads it meanwhile sees the old one or the new one.
   *
   * @param before its text as it was read; nothing of a file that must not be there yet.
   * @throws ToolRefusal
   */
  write(path: string, given: string, text: string, before: string | undefined): void {
    if (!this.mayWrite)
      throw new ToolRefusal(
        'this server does not write files',
        'Take the text of the answer, or start the server with `--allow-write`.',
      );
    try {
      if (before === undefined) return writeNewFile(path, text, this.fs);
      const bytes = readRegularFile(this.fs, path, LARGEST_FILE, 'never-linked');
      if (!bytes || decode(bytes).text !== before)
        throw new ToolRefusal(`${given} has changed meanwhile`, 'Call the tool again.');
      rewrite(path, given, bytes, text, this.#io, 'write');
    } catch (error) {
      const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
      if (exists)
        throw new ToolRefusal(`${given} exists already`, 'Name another file, or use the tool `edit`.');
      throw refused(error, `cannot write ${given}`);
    }
  }

  /** A path as a client reads it: relative to the root that it lies in. */
  shown(path: string): string {
    const root = this.roots.find((one) => isBelow(one, path));
    return root === undefined ? path : relative(root, path).replaceAll(sep, '/') || '.';
  }

  #stats(path: string) {
    return this.fs.lstatSync(path, { throwIfNoEntry: false });
  }

  /** A link would lead anywhere: neither the file nor a folder on the way to it may be one. */
  #refuseLinks(root: string, path: string, given: string): void {
    let at = root;
    for (const part of relative(root, path).split(sep)) {
      if (part === '') continue;
      at = join(at, part);
      if (this.#stats(at)?.isSymbolicLink())
        throw new ToolRefusal(`${given} goes through a link, which is not followed`, 'Name the file itself.');
    }
  }
}

function refused(error: unknown, what: string): unknown {
  if (error instanceof ToolRefusal) return error;
  if (!(error instanceof FileError) && !isSystemError(error)) return error;
  // what a writer says is whole already
  const isSaid = error instanceof FileError && error.message.startsWith('cannot ');
  return new ToolRefusal(
    isSaid ? error.message : `${what}: ${reasonOf(error)}`,
    'Name another file, or send its text.',
  );
}

function isBelow(root: string, path: string): boolean {
  return path === root || pathBelow(root, path) !== undefined;
}

/** The folders of a client's roots, which are URIs: real ones, without links, that are there. */
export function foldersOf(uris: readonly string[], fs: FileSystem): string[] {
  return uris.flatMap((uri) => {
    try {
      const folder = fs.realpathSync.native(uri.startsWith('file:') ? fileURLToPath(uri) : uri);
      return fs.statSync(folder).isDirectory() ? [folder] : [];
    } catch {
      return [];
    }
  });
}
