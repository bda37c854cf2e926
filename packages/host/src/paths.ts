import { isAbsolute, relative, sep } from 'node:path';

/**
 * A path as one below a folder, with `/` between its parts.
 *
 * @param folder absolute, as is `path`.
 * @returns undefined for the folder itself and for what is not below it.
 */
export function pathBelow(folder: string, path: string): string | undefined {
  const below = relative(folder, path);
  const isOutside = below === '' || below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below);
  return isOutside ? undefined : below.replaceAll(sep, '/');
}
