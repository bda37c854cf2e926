/** What of the files around a source an import may see. Core does no IO; whoever calls it passes this in. */
export interface SourceReader {
  /**
   * Reads a text file that the source names (`.env`, `extends`, `include`, a Dockerfile).
   *
   * @param path with `/`, relative to the source's folder or absolute.
   * @returns its text, or why there is none. Whatever lies outside the project's root is refused.
   */
  read(path: string): { readonly text: string } | { readonly refused: string } | undefined;
  /** What a path of the host is; for mounts. Paths as in `read`. */
  kind(path: string): 'file' | 'directory' | 'missing' | 'unknown';
  /** Absolute path of the source's folder; undefined for a text that lies nowhere. */
  readonly folder?: string;
}

/** Sees nothing: for a text alone. */
export const NO_READER: SourceReader = { read: () => undefined, kind: () => 'unknown' };

/**
 * A reader as seen from a folder below or beside the source: Compose takes what an included file names from there.
 *
 * @param folder relative to the source's folder.
 */
export function readerAt(reader: SourceReader, folder: string): SourceReader {
  if (folder === '' || folder === '.') return reader;
  return {
    read: (path) => reader.read(joinPath(folder, path)),
    kind: (path) => reader.kind(joinPath(folder, path)),
    ...(reader.folder !== undefined && { folder: joinPath(reader.folder, folder) }),
  };
}

/** Joins two paths with `/` and cleans the result, without looking at any file system. */
export function joinPath(folder: string, path: string): string {
  return cleanPath(path.startsWith('/') || folder === '' ? path : `${folder}/${path}`);
}

/** A path without empty parts, `.` and what `..` takes back; like Go's `path.Clean`. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!rooted) parts.push('..');
  }
  return (rooted ? '/' : '') + parts.join('/') || '.';
}

/** The folder part of a path; `.` where there is none. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return '.';
  return slash === 0 ? '/' : path.slice(0, slash);
}
