import { readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ImportOptions } from '@smolfile/core/import';
import type { Files } from './harness.ts';

/** Sources of the kinds that are out there, written anew, each in a folder with what it refers to. */
const CORPUS = fileURLToPath(new URL('corpus/', import.meta.url));

/** One source. */
export interface CorpusCase {
  readonly name: string;
  readonly text: string;
  readonly files: Files;
  readonly options: ImportOptions;
}

const SOURCE =
  /^(?:Dockerfile|(?:docker-)?compose\.ya?ml|\.devcontainer(?:\/devcontainer)?\.json|command\.txt)$/;

/** All of them. */
export function corpus(): CorpusCase[] {
  return readdirSync(CORPUS).map((name) => {
    const folder = `${CORPUS}${name}/`;
    const paths = (readdirSync(folder, { recursive: true }) as string[])
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => statSync(folder + path).isFile() && !path.startsWith('expected/'));
    const files = Object.fromEntries(paths.map((path) => [path, readFileSync(folder + path, 'utf8')]));
    // a dev container is what its folder is about, whatever else lies there
    const [source] = paths
      .filter((path) => SOURCE.test(path))
      .toSorted((one, other) => rank(one) - rank(other));
    const own = JSON.parse(files['options.json'] ?? '{}') as ImportOptions;
    const options = source === 'command.txt' ? { from: 'docker-run' as const } : { path: source ?? '' };
    return { name, text: files[source ?? ''] ?? '', files, options: { ...options, ...own } };
  });
}

const RANKS = ['.devcontainer', 'compose', 'docker-compose', 'command', 'Dockerfile'];

function rank(path: string): number {
  return RANKS.findIndex((start) => path.startsWith(start));
}

/** Where the results of a case are kept. */
export function expectedPath(name: string, file: string): string {
  return `${CORPUS}${name}/expected/${file}`;
}
