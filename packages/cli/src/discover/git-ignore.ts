import ignore, { type Ignore } from 'ignore';
import { dirname, join, relative, sep } from 'node:path';
import { reasonOf } from '../failure.ts';
import type { FileSystem, Io } from '../io.ts';
import { readRegularFile } from '../read/read-file.ts';

/** One `.gitignore` and those above it. */
interface Level {
  readonly directory: string;
  readonly rules: Ignore;
  readonly above: Level | undefined;
}

/** What git ignores below the folder that it was made for; paths are absolute. */
export interface Ignored {
  (path: string, isDirectory: boolean): boolean;
  /** Tells it what a folder has, so that it need not look for itself. */
  readonly saw: (directory: string, names: readonly string[]) => void;
}

const LARGEST = 4 * 1024 * 1024;

/**
 * What git ignores below a folder, as far as `.gitignore` files say it: nested ones, and those above up to the
 * root of the repository. Outside a repository, those above do not count. Each is read once, when it is needed.
 *
 * @param root absolute; somebody named it, so it is never ignored itself.
 * @param warn called with what could not be read.
 */
export function gitIgnoreBelow(root: string, { fs, platform }: Io, warn: (message: string) => void): Ignored {
  const top = repositoryOf(root, fs) ?? root;
  const levels = new Map<string, Level | undefined>();
  /** What is known of folders that were listed. */
  const listed = new Map<string, { readonly git: boolean; readonly rules: boolean }>();
  // git takes case as the file system does; Linux distinguishes, the others mostly don't.
  const options = { ignorecase: platform !== 'linux' };

  const levelOf = (directory: string): Level | undefined => {
    if (levels.has(directory)) return levels.get(directory);
    const known = listed.get(directory);
    listed.delete(directory);
    const isTop =
      directory === top || directory === dirname(directory) || (known?.git ?? isRepository(directory, fs));
    const above = isTop ? undefined : levelOf(dirname(directory));
    const hasRules = known?.rules ?? true;
    const text = hasRules ? readRules(join(directory, '.gitignore'), fs, warn) : undefined;
    const level = text === undefined ? above : { directory, rules: ignore(options).add(text), above };
    levels.set(directory, level);
    return level;
  };

  const ignoringRoot = new Set<Level>();
  for (let level = levelOf(root); level; level = level.above) {
    if (level.directory !== root && level.rules.test(pathBelow(level, root, true)).ignored)
      ignoringRoot.add(level);
  }
  const ignored = (path: string, isDirectory: boolean): boolean => {
    // The nearest file that says anything about a path decides (gitignore(5)).
    for (let level = levelOf(dirname(path)); level; level = level.above) {
      if (ignoringRoot.has(level)) continue;
      const answer = level.rules.test(pathBelow(level, path, isDirectory));
      if (answer.ignored || answer.unignored) return answer.ignored;
    }
    return false;
  };
  const saw = (directory: string, names: readonly string[]): void => {
    const has = (name: string): boolean =>
      names.some((each) => (options.ignorecase ? each.toLowerCase() : each) === name);
    listed.set(directory, { git: has('.git'), rules: has('.gitignore') });
  };
  return Object.assign(ignored, { saw });
}

function pathBelow({ directory }: Level, path: string, isDirectory: boolean): string {
  return relative(directory, path).replaceAll(sep, '/') + (isDirectory ? '/' : '');
}

function repositoryOf(directory: string, fs: FileSystem): string | undefined {
  if (isRepository(directory, fs)) return directory;
  const parent = dirname(directory);
  return parent === directory ? undefined : repositoryOf(parent, fs);
}

/** `.git` is a folder, or in worktrees and submodules a file. */
function isRepository(directory: string, fs: FileSystem): boolean {
  try {
    return fs.statSync(join(directory, '.git'), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function readRules(path: string, fs: FileSystem, warn: (message: string) => void): string | undefined {
  try {
    return readRegularFile(fs, path, LARGEST)
      ?.toString()
      .replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Without a code it is no regular file, which git does not read either.
    if (code !== undefined && code !== 'ENOENT') warn(`cannot read ${path}: ${reasonOf(error)}`);
    return undefined;
  }
}
