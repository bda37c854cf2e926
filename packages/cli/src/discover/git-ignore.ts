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

/** Says whether something below the folder it was made for is ignored; paths are absolute. */
export type Ignored = (path: string, isDirectory: boolean) => boolean;

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
  // git takes case as the file system does; Linux distinguishes, the others mostly don't.
  const options = { ignorecase: platform !== 'linux' };

  const levelOf = (directory: string): Level | undefined => {
    if (levels.has(directory)) return levels.get(directory);
    const isTop = directory === top || directory === dirname(directory) || isRepository(directory, fs);
    const above = isTop ? undefined : levelOf(dirname(directory));
    const text = readRules(join(directory, '.gitignore'), fs, warn);
    const level = text === undefined ? above : { directory, rules: ignore(options).add(text), above };
    levels.set(directory, level);
    return level;
  };

  const ignoringRoot = new Set<Level>();
  for (let level = levelOf(root); level; level = level.above) {
    if (level.directory !== root && level.rules.test(pathBelow(level, root, true)).ignored)
      ignoringRoot.add(level);
  }
  return (path, isDirectory) => {
    // The nearest file that says anything about a path decides (gitignore(5)).
    for (let level = levelOf(dirname(path)); level; level = level.above) {
      if (ignoringRoot.has(level)) continue;
      const { ignored, unignored } = level.rules.test(pathBelow(level, path, isDirectory));
      if (ignored || unignored) return ignored;
    }
    return false;
  };
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
