import { findConfig, type ConfigPlace, type FileSystem } from '@smolfile/host';
import { displayPath } from '../discover/display-path.ts';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';

/**
 * Finds the nearest configuration from a folder upwards, looking into each folder once.
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
    const found = findConfig(folder, fs, known);
    if (!found?.problem) return found?.path;
    const { path, problem } = found;
    throw new UsageError(`${displayPath(path, path, cwd)} cannot be used: ${problem.message}`, problem.help);
  };
}
