import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Contents of generated files by path, relative to the repository's root, with `/` as separator. */
export type Generated = ReadonlyMap<string, string>;

/** A module of the generator: pure, so that a test can compare its result with what is committed. */
export type Generate = () => Generated | Promise<Generated>;

/** The repository's root, as an absolute path that ends in a separator. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** @returns the text of a file of the repository. */
export function read(path: string): string {
  return readFileSync(repository + path, 'utf8');
}

/** Writes the files whose content differs. @returns the paths written. */
export function write(files: Generated): string[] {
  const stale = [...files].filter(([path, content]) => content !== readIfPresent(path));
  for (const [path, content] of stale) {
    mkdirSync(dirname(repository + path), { recursive: true });
    writeFileSync(repository + path, content);
  }
  return stale.map(([path]) => path);
}

/** Removes from folders of generated files what is no longer written. @returns the paths removed. */
export function removeStale(folders: readonly string[], files: Generated): string[] {
  const stale = folders.flatMap((folder) =>
    readdirSync(repository + folder)
      .map((name) => `${folder}/${name}`)
      .filter((path) => !files.has(path)),
  );
  for (const path of stale) rmSync(repository + path);
  return stale;
}

function readIfPresent(path: string): string | undefined {
  try {
    return read(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
