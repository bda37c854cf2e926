import type { Stats } from 'node:fs';
import { resolve } from 'node:path';
import type { HostFileSystem, HostPath } from '@smolfile/core';
import type { FileSystem, Host } from './file-system.ts';
import { isRemote } from './remote.ts';

/**
 * The host's file system as rules may see it: what a path is, never what is in it.
 *
 * @param folder absolute; relative paths resolve against it. smolvm takes the working directory, wherever the Smolfile
 *   lies; an editor has none to speak of and takes the Smolfile's folder, which is where people run smolvm.
 */
export function hostFileSystem(folder: string, { fs, platform }: Host): HostFileSystem {
  return {
    platform: platform === 'darwin' ? 'macos' : platform === 'win32' ? 'windows' : 'linux',
    inspect: (path) =>
      isRemote(path, folder, platform) ? { kind: 'unknown' } : inspect(resolve(folder, path), fs),
  };
}

/** The same, looking at each path once: for a run that ends soon. */
export function rememberingHost(host: HostFileSystem): HostFileSystem {
  const known = new Map<string, HostPath>();
  return {
    ...host,
    inspect(path) {
      const answer = known.get(path) ?? host.inspect(path);
      known.set(path, answer);
      return answer;
    },
  };
}

/** @param path absolute. */
function inspect(path: string, fs: FileSystem): HostPath {
  let symlink: boolean | undefined;
  try {
    symlink = fs.lstatSync(path).isSymbolicLink();
    const stats = fs.statSync(path);
    const kind = stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other';
    const canonical = fs.realpathSync.native(path);
    return { kind, canonical, symlink, ...detailOf(kind, stats) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // The last is how Node refuses a path with a NUL in it.
    const missing = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE';
    return { kind: missing ? 'missing' : 'unknown', ...(symlink !== undefined && { symlink }) };
  }
}

function detailOf(kind: HostPath['kind'], stats: Stats): Pick<HostPath, 'size' | 'isBlockDevice'> {
  if (kind === 'file') return { size: stats.size };
  return kind === 'other' ? { isBlockDevice: stats.isBlockDevice() } : {};
}
