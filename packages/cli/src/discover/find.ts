import {
  gitIgnoreBelow,
  gitIgnoreFiles,
  isSmolfileName,
  nativePath,
  reasonOf,
  realPath as withoutLinks,
  search,
  type FileSystem,
  type Found,
} from '@smolfile/host';
import { namedByBytes } from './bytes.ts';
import { basename, resolve } from 'node:path';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { displayPath } from './display-path.ts';

/** A file to lint. */
export interface Source {
  /** Absolute; `undefined` is standard input. */
  readonly file: string | undefined;
  /** How output names it. */
  readonly path: string;
  /** Found by a search or a pattern, rather than named. */
  readonly searched: boolean;
}

/** One of perhaps a hundred thousand: what can be worked out of its name is not kept. */
class Searched implements Source {
  readonly path: string;
  readonly #cwd: string;

  /** @param path as `displayPath` has it. */
  constructor(path: string, cwd: string) {
    this.path = path;
    this.#cwd = cwd;
  }

  get file(): string {
    return resolve(this.#cwd, this.path);
  }

  get searched(): true {
    return true;
  }
}

/** What the path arguments amount to. */
export interface Discovery {
  readonly sources: readonly Source[];
  /** Arguments that led to no file. */
  readonly empty: readonly string[];
  /** What could not be searched or is no file, in words. */
  readonly failures: readonly string[];
  /** What did not stop the search, in words. */
  readonly warnings: readonly string[];
}

/** What of the world it takes. */
export type DiscoveryIo = Pick<Io, 'cwd' | 'platform'> & { readonly fs: FileSystem };

/** So that what is needed on the way does not grow with the number of files. */
const MOST_AT_ONCE = 1000;

/** How patterns become files. */
export interface Patterns {
  isGlob(path: string, platform: NodeJS.Platform): boolean;
  expandGlob(pattern: string, warn: (message: string) => void): Iterable<Found>;
}

/**
 * Turns path arguments into files: files as they are, directories searched, globs expanded, `-` standard input.
 *
 * @param paths as given; none means the working directory.
 * @param stdinName how output names standard input.
 * @param patterns asked about what does not exist.
 * @throws UsageError for an empty argument, which is a variable that somebody forgot to set.
 */
export function discoverBy(
  paths: readonly string[],
  io: DiscoveryIo,
  stdinName: string,
  patterns: Patterns,
): Discovery {
  const sources: Source[] = [];
  const empty: string[] = [];
  const failures: string[] = [];
  const warnings: string[] = [];
  const warn = (message: string): void => void warnings.push(message);

  const addAll = (found: Iterable<Found>, given: string): void => {
    const show = (path: string): string => displayPath(path, given, io.cwd);
    const files: string[] = [];
    for (const each of found) {
      if (each.kind === 'file') files.push(each.path);
      else if (each.kind === 'misnamed') warn(`${show(each.path)} is a directory, not a Smolfile`);
      else if (each.kind === 'link')
        warn(`${show(each.path)} is a link, which is not followed; name it to check it`);
      else if (each.kind === 'unlisted')
        failures.push(`cannot search ${show(each.path)}: ${reasonOf(each.error)}`);
      else if (each.kind === 'broken')
        warn(`${show(each.path)} is a link that leads nowhere: ${reasonOf(each.error)}`);
    }
    if (files.length === 0) {
      empty.push(given);
      return;
    }
    files.sort();
    for (let at = 0; at < files.length; at += MOST_AT_ONCE) {
      // parts of one text take less memory than what was put together of names
      const shown = files
        .slice(at, at + MOST_AT_ONCE)
        .map(show)
        .join('\0')
        .split('\0');
      for (const path of shown) sources.push(new Searched(path, io.cwd));
    }
  };
  for (const given of paths.length > 0 ? paths : ['.']) {
    if (given === '') throw new UsageError('a PATH is empty', 'Is a variable unset that should hold it?');
    const absolute = namedByBytes(resolve(io.cwd, given), io.fs);
    const kind = given === '-' ? 'stdin' : kindOf(absolute, io);
    if (kind === 'stdin') {
      sources.push({ file: undefined, path: stdinName, searched: false });
    } else if (kind === 'directory' && isSmolfileName(basename(absolute)) && !/[/\\]$/.test(given)) {
      failures.push(
        `cannot read ${given}: it is a directory, not a file (to search it for Smolfiles, write \`${given}/\`)`,
      );
    } else if (kind === 'directory') {
      const isIgnored = gitIgnoreBelow(absolute, io.platform, gitIgnoreFiles(io.fs, warn));
      addAll(search(absolute, io.fs, isIgnored), given);
    } else if (kind === 'missing' && patterns.isGlob(given, io.platform)) {
      addAll(patterns.expandGlob(given, warn), given);
    } else {
      sources.push({ file: absolute, path: displayPath(absolute, given, io.cwd), searched: false });
    }
  }
  return { sources: paths.length > 1 ? once(sources, io) : sources, empty, failures, warnings };
}

/** What cannot be looked at counts as a file: reading it says why. */
function kindOf(path: string, { fs }: DiscoveryIo): 'directory' | 'file' | 'missing' {
  try {
    const stats = fs.statSync(nativePath(path), { throwIfNoEntry: false });
    if (!stats) return 'missing';
    return stats.isDirectory() ? 'directory' : 'file';
  } catch {
    return 'file';
  }
}

/** Leaves out files that come up again, be it under another name (symbolic links). */
function once(sources: readonly Source[], { fs }: DiscoveryIo): readonly Source[] {
  const seen = new Set<string | undefined>();
  return sources.filter(({ file }) => {
    const identity = file === undefined ? undefined : realPath(file, fs);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

function realPath(file: string, fs: FileSystem): string {
  try {
    return withoutLinks(file, fs);
  } catch {
    return file;
  }
}
