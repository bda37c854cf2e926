import { readFileSync } from 'node:fs';

/**
 * The files below `schemas/`. This is the version for running from the sources; the bundle has one that carries
 * the files in it (see build.ts).
 *
 * @returns reads a file by its path below `schemas/`.
 */
export function schemaFiles(): (path: string) => string {
  return (path) => readFileSync(new URL(`../../../schemas/${path}`, import.meta.url), 'utf8');
}
