import { access, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** What the `.gitignore` of a folder says, and those of the folders above it. */
export interface GitIgnore {
  readonly directory: string;
  readonly rules: Ignore;
  readonly above: GitIgnore | undefined;
}

/** On Linux file names differ by case, elsewhere mostly not; git takes them as the file system does. */
const OPTIONS = { ignorecase: process.platform !== 'linux' };

/**
 * What counts in a folder: its own `.gitignore`, if it has one that can be read, before those above. A repository
 * inside of another starts anew.
 *
 * @param names what is in the folder.
 */
export async function gitIgnoreIn(
  directory: string,
  names: readonly string[],
  above: GitIgnore | undefined,
): Promise<GitIgnore | undefined> {
  const inherited = names.includes('.git') ? undefined : above;
  if (!names.includes('.gitignore')) return inherited;
  const text = await readRules(join(directory, '.gitignore'));
  if (text === undefined) return inherited;
  return { directory, rules: ignore(OPTIONS).add(text.replace(/^\uFEFF/, '')), above: inherited };
}

/**
 * What counts above a folder: up to the root of its repository; nothing where there is none. What ignores the folder
 * itself does not count: somebody opened it.
 */
export async function gitIgnoreAbove(directory: string): Promise<GitIgnore | undefined> {
  const folders = (await repositoryDownTo(directory)) ?? [];
  let level: GitIgnore | undefined;
  for (const folder of folders.slice(0, -1)) {
    // each builds on the one before
    // oxlint-disable-next-line no-await-in-loop
    const next = await gitIgnoreIn(folder, ['.gitignore'], level);
    if (!isGitIgnored(next && { ...next, above: undefined }, directory, true)) level = next;
  }
  return level;
}

/** The folders from the root of a repository down to one of its folders. */
async function repositoryDownTo(directory: string): Promise<string[] | undefined> {
  if (await exists(join(directory, '.git'))) return [directory];
  const parent = dirname(directory);
  const above = parent === directory ? undefined : await repositoryDownTo(parent);
  return above && [...above, directory];
}

/** Whether git ignores a path: the nearest file that says anything about it decides (gitignore(5)). */
export function isGitIgnored(nearest: GitIgnore | undefined, path: string, isDirectory: boolean): boolean {
  for (let level = nearest; level; level = level.above) {
    const below = relative(level.directory, path).replaceAll(sep, '/') + (isDirectory ? '/' : '');
    const { ignored, unignored } = level.rules.test(below);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** Beyond this nobody wrote it. In bytes. */
const LARGEST = 4 * 1024 * 1024;

/** Opening anything but a regular file may wait for ever. */
async function readRules(path: string): Promise<string | undefined> {
  try {
    const stats = await stat(path);
    return stats.isFile() && stats.size <= LARGEST ? await readFile(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
