import { findConfig, type ConfigPlace, type FileSystem } from '@smolfile/host';
import { displayPath } from '../discover/display-path.ts';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';

/** There may be a hundred thousand, of which only those above the last one are asked for again. */
const MOST_FOLDERS = 1000;

/**
 * Finds the nearest configuration from a folder upwards, looking into each folder once as long as files are asked for
 * in the order of their names.
 *
 * @returns from an absolute folder to the absolute path of a configuration. It throws UsageError for one that cannot
 *   be used.
 */
export function configFinder({
  cwd,
  fs,
}: Pick<Io, 'cwd'> & { readonly fs: FileSystem }): (folder: string) => string | undefined {
  const known = new Map<string, ConfigPlace | undefined>();
  return (folder) => {
    if (known.size > MOST_FOLDERS) known.clear();
    const found = findConfig(folder, fs, known);
    if (!found?.problem) return found?.path;
    const { path, problem } = found;
    throw new UsageError(`${displayPath(path, path, cwd)} cannot be used: ${problem.message}`, problem.help);
  };
}
