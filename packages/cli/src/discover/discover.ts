import { basename, resolve } from 'node:path';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { gitIgnoreBelow } from './git-ignore.ts';
import { expandGlob, isGlob } from './glob.ts';
import { displayPath, isSmolfileName } from './names.ts';
import { search } from './search.ts';

/** A file to lint. */
export interface Source {
  /** Absolute; `undefined` is standard input. */
  readonly file: string | undefined;
  /** How output names it. */
  readonly path: string;
  /** Found by a search or a pattern, rather than named. */
  readonly searched: boolean;
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

/**
 * Turns path arguments into files: files as they are, directories searched, globs expanded, `-` standard input.
 *
 * @param paths as given; none means the working directory.
 * @param stdinName how output names standard input.
 * @throws UsageError for an empty argument, which is a variable that somebody forgot to set.
 */
export function discover(paths: readonly string[], io: Io, stdinName: string): Discovery {
  const sources: Source[] = [];
  const empty: string[] = [];
  const failures: string[] = [];
  const warnings: string[] = [];
  let mayRepeat = paths.length > 1;
  const warn = (message: string): void => void warnings.push(message);

  const addAll = (found: readonly string[], given: string, searched = true): void => {
    if (found.length === 0) empty.push(given);
    for (const file of found) sources.push({ file, path: displayPath(file, given, io.cwd), searched });
  };
  for (const given of paths.length > 0 ? paths : ['.']) {
    if (given === '') throw new UsageError('a PATH is empty', 'Is a variable unset that should hold it?');
    const absolute = resolve(io.cwd, given);
    const kind = given === '-' ? 'stdin' : kindOf(absolute, io);
    if (kind === 'stdin') {
      sources.push({ file: undefined, path: stdinName, searched: false });
    } else if (kind === 'directory' && isSmolfileName(basename(absolute)) && !/[/\\]$/.test(given)) {
      failures.push(
        `cannot read ${given}: it is a directory, not a file (to search it for Smolfiles, write \`${given}/\`)`,
      );
    } else if (kind === 'directory') {
      const show = (path: string): string => displayPath(path, given, io.cwd);
      const events = {
        unreadable: (path: string, reason: string) => failures.push(`cannot search ${show(path)}: ${reason}`),
        misnamed: (path: string) => warn(`${show(path)} is a directory, not a Smolfile`),
        linked: () => void (mayRepeat = true),
      };
      addAll(search(absolute, io, gitIgnoreBelow(absolute, io, warn), events), given);
    } else if (kind === 'missing' && isGlob(given)) {
      addAll(expandGlob(given, io, warn), given);
      mayRepeat = true;
    } else {
      addAll([absolute], given, false);
    }
  }
  return { sources: mayRepeat ? once(sources, io) : sources, empty, failures, warnings };
}

/** What cannot be looked at counts as a file: reading it says why. */
function kindOf(path: string, { fs }: Io): 'directory' | 'file' | 'missing' {
  try {
    const stats = fs.statSync(path, { throwIfNoEntry: false });
    if (!stats) return 'missing';
    return stats.isDirectory() ? 'directory' : 'file';
  } catch {
    return 'file';
  }
}

/** Leaves out files that come up again, be it under another name (symbolic links). */
function once(sources: readonly Source[], { fs }: Io): readonly Source[] {
  const seen = new Set<string | undefined>();
  return sources.filter(({ file }) => {
    const identity = file === undefined ? undefined : realPath(file, fs);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

function realPath(file: string, fs: Io['fs']): string {
  try {
    return fs.realpathSync.native(file);
  } catch {
    return file;
  }
}
