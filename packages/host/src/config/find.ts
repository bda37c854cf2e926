import { CONFIG_FILE_NAMES } from '@smolfile/core';
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from '../file-system.ts';
import { pathBelow } from '../paths.ts';
import { isRepository, repositoryOf } from '../repository.ts';

/** A configuration that a folder has. */
export interface ConfigPlace {
  /** Absolute. */
  readonly path: string;
  /** Why it is not used, after "FILE is not used: ", and what to do. */
  readonly problem?: { readonly message: string; readonly help: string };
}

/**
 * The configuration nearest to a folder, looking upwards to the root of its repository, or of the file system where
 * it is in none.
 *
 * Two in a folder are a problem, since whichever is taken, somebody reads the other one. So is a link to anything but
 * a configuration of the same repository: what is wrong in a configuration is shown, and a link may lead to any file.
 *
 * @param folder absolute.
 * @param known what was found for folders before: who passes the same map again looks into each folder once.
 */
export function findConfig(
  folder: string,
  fs: FileSystem,
  known = new Map<string, ConfigPlace | undefined>(),
): ConfigPlace | undefined {
  if (known.has(folder)) return known.get(folder);
  const parent = dirname(folder);
  const isLast = (): boolean => parent === folder || isRepository(folder, fs);
  const found = configIn(folder, fs) ?? (isLast() ? undefined : findConfig(parent, fs, known));
  known.set(folder, found);
  return found;
}

/** The configuration of one folder. */
function configIn(folder: string, fs: FileSystem): ConfigPlace | undefined {
  const [path, other] = CONFIG_FILE_NAMES.map((name) => join(folder, name)).filter((each) =>
    isThere(each, fs),
  );
  if (path === undefined) return undefined;
  if (other !== undefined) {
    const message = `its folder has two configurations: ${CONFIG_FILE_NAMES.join(' and ')}`;
    return { path, problem: { message, help: 'Keep one of them.' } };
  }
  if (!leadsAway(path, folder, fs)) return { path };
  const message = 'it is a link to what is no configuration of this repository';
  return { path, problem: { message, help: 'Put a copy in its place, or name the file with `--config`.' } };
}

/** What cannot be looked at counts as absent: a folder that is closed to us has nothing to say to us. */
function isThere(path: string, fs: FileSystem): boolean {
  try {
    return fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function leadsAway(path: string, folder: string, fs: FileSystem): boolean {
  try {
    if (!fs.lstatSync(path).isSymbolicLink()) return false;
    const target = fs.realpathSync.native(path);
    const root = repositoryOf(folder, fs) ?? folder;
    const isConfig = CONFIG_FILE_NAMES.some((name) => name === basename(target));
    return !isConfig || pathBelow(fs.realpathSync.native(root), target) === undefined;
  } catch {
    return false; // it leads nowhere, which reading it says
  }
}
