import { resolve } from 'node:path';
import type { HostFileSystem, HostPath } from '@smolfile/core';
import type { Io } from './io.ts';

/**
 * The host's file system for rules. Relative paths resolve against the working directory, as in smolvm, wherever
 * the Smolfile lies. Each path is looked at once.
 */
export function hostFileSystem({ cwd, fs, platform }: Io): HostFileSystem {
  const known = new Map<string, HostPath>();
  return {
    platform: platform === 'darwin' ? 'macos' : platform === 'win32' ? 'windows' : 'linux',
    inspect(path) {
      const absolute = resolve(cwd, path);
      const answer = known.get(absolute) ?? inspect(absolute, fs);
      known.set(absolute, answer);
      return answer;
    },
  };
}

function inspect(path: string, fs: Io['fs']): HostPath {
  let symlink: boolean | undefined;
  try {
    symlink = fs.lstatSync(path).isSymbolicLink();
    const stats = fs.statSync(path);
    const kind = stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other';
    const canonical = fs.realpathSync.native(path);
    return { kind, canonical, symlink, ...(kind === 'file' && { size: stats.size }) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const missing = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE';
    return { kind: missing ? 'missing' : 'unknown', ...(symlink !== undefined && { symlink }) };
  }
}
