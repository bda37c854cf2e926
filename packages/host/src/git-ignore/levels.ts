import ignore, { type Ignore } from 'ignore';
import { relative, sep } from 'node:path';

/** What the `.gitignore` of a folder says, and those of the folders above it. */
export interface Level {
  readonly folder: string;
  readonly rules: Ignore;
  readonly above: Level | undefined;
}

/**
 * What counts in a folder: its own rules before those above.
 *
 * @param text of its `.gitignore`; undefined where it has none.
 * @param ignorecase git takes case as the file system does; Linux distinguishes, the others mostly don't.
 */
export function levelOf(
  folder: string,
  text: string | undefined,
  above: Level | undefined,
  ignorecase: boolean,
): Level | undefined {
  if (text === undefined) return above;
  return { folder, rules: ignore({ ignorecase }).add(text.replace(/^\uFEFF/, '')), above };
}

/** Whether a path is ignored: the nearest file that says anything about it decides (gitignore(5)). */
export function isIgnoredBy(nearest: Level | undefined, path: string, isFolder: boolean): boolean {
  for (let level = nearest; level; level = level.above) {
    const below = relative(level.folder, path).replaceAll(sep, '/') + (isFolder ? '/' : '');
    const { ignored, unignored } = level.rules.test(below);
    if (ignored || unignored) return ignored;
  }
  return false;
}
