import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * `Smolfile`, `Smolfile.NAME`, `.Smolfile`, `NAME.smolfile` and `NAME.Smolfile`, and also names that only begin
 * with something else: `web-Smolfile`, `owner__repo__Smolfile.kotlin`.
 */
const SMOLFILE = /(?:^|[-_.])Smolfile(?:\..*)?$|\.smolfile$/s;

/** Whether a directory search takes a file of this name, without its folder, for a Smolfile. */
export function isSmolfileName(name: string): boolean {
  return SMOLFILE.test(name);
}

/**
 * How output names a file: relative to the working directory when it lies below it, else as the user named it.
 * Always with forward slashes, so that output is the same everywhere.
 *
 * @param asGiven the argument that led to the file.
 */
export function displayPath(absolute: string, asGiven: string, cwd: string): string {
  const path = relative(cwd, absolute);
  const outside = path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  return (outside && isAbsolute(asGiven) ? resolve(absolute) : path || '.').replaceAll(sep, '/');
}
