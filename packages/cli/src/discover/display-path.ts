import { pathBelow } from '@smolfile/host';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * How output names a file: relative to the working directory when it lies below it, else as the user named it.
 * Always with forward slashes, so that output is the same everywhere.
 *
 * @param asGiven the argument that led to the file.
 */
export function displayPath(absolute: string, asGiven: string, cwd: string): string {
  const below = pathBelow(cwd, absolute);
  if (below !== undefined) return below;
  const path = isAbsolute(asGiven) ? resolve(absolute) : relative(cwd, absolute) || '.';
  return path.replaceAll(sep, '/');
}
