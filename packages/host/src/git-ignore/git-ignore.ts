import { dirname } from 'node:path';
import { isIgnoredBy, levelOf, type Level } from './levels.ts';

/** What the rules are read from. */
export interface IgnoreSource {
  /** The text of the `.gitignore` in a folder; undefined where there is none that can be read. */
  rulesIn(folder: string): string | undefined;
  isRepository(folder: string): boolean;
}

/** What git ignores below the folder that it was made for; paths are absolute. */
export interface GitIgnore {
  (path: string, isFolder: boolean): boolean;
  /** Tells it what a folder has, so that it need not look for itself. */
  readonly saw: (folder: string, names: readonly string[]) => void;
}

/**
 * What git ignores below a folder, as far as `.gitignore` files say it: nested ones, and those above up to the
 * root of the repository. Outside a repository, those above do not count, and a repository inside of another starts
 * anew. Each is read once, when it is needed.
 *
 * @param root absolute; somebody named it, so it is never ignored itself.
 */
export function gitIgnoreBelow(root: string, platform: NodeJS.Platform, source: IgnoreSource): GitIgnore {
  const ignorecase = platform !== 'linux';
  const levels = new Map<string, Level | undefined>();
  /** What is known of folders that were listed. */
  const listed = new Map<string, { readonly git: boolean; readonly rules: boolean }>();

  const levelAt = (folder: string): Level | undefined => {
    if (levels.has(folder)) return levels.get(folder);
    const known = listed.get(folder);
    listed.delete(folder);
    const isTop = folder === dirname(folder) || (known?.git ?? source.isRepository(folder));
    const above = isTop ? undefined : folder === root ? aboveRoot() : levelAt(dirname(folder));
    const text = (known?.rules ?? true) ? source.rulesIn(folder) : undefined;
    const level = levelOf(folder, text, above, ignorecase);
    levels.set(folder, level);
    return level;
  };
  /** What is above the root, but for what ignores the root itself. */
  const aboveRoot = (): Level | undefined => {
    let level: Level | undefined;
    for (const folder of foldersAbove(root, source)) {
      const next = levelOf(folder, source.rulesIn(folder), level, ignorecase);
      const alone = next && { ...next, above: undefined };
      if (!isIgnoredBy(alone, root, true)) level = next;
    }
    return level;
  };
  const saw = (folder: string, names: readonly string[]): void => {
    const has = (name: string): boolean =>
      names.some((each) => (ignorecase ? each.toLowerCase() : each) === name);
    listed.set(folder, { git: has('.git'), rules: has('.gitignore') });
  };
  const isIgnored = (path: string, isFolder: boolean): boolean =>
    isIgnoredBy(levelAt(dirname(path)), path, isFolder);
  return Object.assign(isIgnored, { saw });
}

/** The folders from the root of a repository down to the one above a folder; none outside a repository. */
function foldersAbove(folder: string, source: IgnoreSource): string[] {
  const folders: string[] = [];
  for (let above = dirname(folder); ; above = dirname(above)) {
    folders.unshift(above);
    if (source.isRepository(above)) return folders;
    if (above === dirname(above)) return [];
  }
}
