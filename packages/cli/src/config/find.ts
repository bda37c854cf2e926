import { CONFIG_FILE_NAMES } from '@smolfile/core';
import { dirname, join } from 'node:path';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';

/**
 * Finds the nearest configuration from a folder upwards, looking into each folder once.
 *
 * @returns from an absolute folder to the absolute path of a configuration. It throws UsageError where a folder has
 *   two, since whichever is taken, somebody reads the other one.
 */
export function configFinder({ fs }: Io): (folder: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const find = (folder: string): string | undefined => {
    if (known.has(folder)) return known.get(folder);
    const parent = dirname(folder);
    const found = configIn(folder, fs) ?? (parent === folder ? undefined : find(parent));
    known.set(folder, found);
    return found;
  };
  return find;
}

function configIn(folder: string, fs: Io['fs']): string | undefined {
  const [path, other] = CONFIG_FILE_NAMES.map((name) => join(folder, name)).filter((each) =>
    exists(each, fs),
  );
  if (other === undefined) return path;
  throw new UsageError(
    `${folder} has two configurations: ${CONFIG_FILE_NAMES.join(' and ')}`,
    'Keep one of them.',
  );
}

/** What cannot be looked at counts as absent: a folder that is closed to us has nothing to say to us. */
function exists(path: string, fs: Io['fs']): boolean {
  try {
    return fs.statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
