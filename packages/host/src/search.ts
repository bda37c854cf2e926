import { join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import type { GitIgnore } from './git-ignore/git-ignore.ts';
import { isSmolfileName, SKIPPED_FOLDERS } from './names.ts';
import { nativePath, pathOfBytes } from './native-path.ts';
import { pathBelow } from './paths.ts';

/** What a search comes across; paths are absolute. */
export type Found =
  | { readonly kind: 'file'; readonly path: string }
  /** A folder with the name of a Smolfile. It is searched like any other. */
  | { readonly kind: 'misnamed'; readonly path: string }
  /** A link with the name of a Smolfile that leads to what the search does not find by itself. */
  | { readonly kind: 'link'; readonly path: string }
  /** A folder that cannot be listed, or a link that leads nowhere. */
  | { readonly kind: 'unlisted' | 'broken'; readonly path: string; readonly error: unknown }
  /** A folder that has been looked through: here whoever is asked for something else may do that. */
  | { readonly kind: 'folder'; readonly path: string };

/**
 * Finds the Smolfiles below a folder.
 *
 * Links are not followed. Those to folders git does not follow either, so there are no loops; a link to a file would
 * let a repository have any file of the machine read, shown and rewritten. One to a Smolfile below the same folder
 * says nothing new.
 *
 * @param root absolute; it may be a link, since somebody named it.
 * @returns one thing after the other, folder by folder, so that a caller can pause or stop.
 */
export function* search(root: string, fs: FileSystem, isIgnored: GitIgnore): Generator<Found, void> {
  const found = new Set<string>();
  const links: string[] = [];
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    let entries;
    try {
      entries = list(folder, fs);
    } catch (error) {
      yield { kind: 'unlisted', path: folder, error };
      continue;
    }
    isIgnored.saw(
      folder,
      entries.map(({ name }) => name),
    );
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (SKIPPED_FOLDERS.has(entry.name) || isIgnored(path, true)) continue;
        if (isSmolfileName(entry.name)) yield { kind: 'misnamed', path };
        pending.push(path);
      } else if (isSmolfileName(entry.name) && !isIgnored(path, false)) {
        if (entry.isSymbolicLink()) links.push(path);
        else {
          found.add(path);
          yield { kind: 'file', path };
        }
      }
    }
    yield { kind: 'folder', path: folder };
  }
  for (const path of links) yield* linked(path, root, found, fs);
}

interface Entry {
  readonly name: string;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** What is in a folder; names that are no UTF-8 as `nativePath` has them. */
export function list(folder: string, fs: FileSystem): Entry[] {
  const path = nativePath(folder);
  const entries = fs.readdirSync(path, { withFileTypes: true });
  if (!entries.some(({ name }) => name.includes('\uFFFD'))) return entries;
  return fs.readdirSync(path, { withFileTypes: true, encoding: 'buffer' }).map((entry) => ({
    name: pathOfBytes(entry.name),
    isDirectory: () => entry.isDirectory(),
    isSymbolicLink: () => entry.isSymbolicLink(),
  }));
}

/** What is to say of a link, which is not followed. */
export function* linked(
  path: string,
  root: string,
  found: ReadonlySet<string>,
  fs: FileSystem,
): Generator<Found, void> {
  try {
    if (fs.statSync(nativePath(path)).isDirectory()) return;
    const below = pathBelow(realPath(root, fs), realPath(path, fs));
    if (below === undefined || !found.has(join(root, below))) yield { kind: 'link', path };
  } catch (error) {
    yield { kind: 'broken', path, error };
  }
}

/** A path without links. */
export function realPath(path: string, fs: FileSystem): string {
  const native = nativePath(path);
  return typeof native === 'string'
    ? fs.realpathSync.native(native)
    : pathOfBytes(fs.realpathSync.native(native, 'buffer'));
}

/** Whether a path is itself a link. What cannot be looked at is none. */
export function isLink(path: string, fs: FileSystem): boolean {
  try {
    return fs.lstatSync(nativePath(path)).isSymbolicLink();
  } catch {
    return false;
  }
}
