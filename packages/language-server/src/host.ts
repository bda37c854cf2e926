import { lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HostFileSystem, HostPath } from '@smolfile/core';

/**
 * The host's file system as rules may see it, for a document that lies in it.
 *
 * @param uri the document's. Relative paths in it resolve against its folder: an editor has no working
 * directory to speak of, and the folder is where people run smolvm.
 * @returns `undefined` for documents that are in no folder of this host (`untitled:`, `vscode-vfs:`).
 */
export function hostFor(uri: string): HostFileSystem | undefined {
  const folder = folderOf(uri);
  if (folder === undefined) return undefined;
  const { platform } = process;
  return {
    platform: platform === 'darwin' ? 'macos' : platform === 'win32' ? 'windows' : 'linux',
    inspect: (path) => inspect(resolve(folder, path)),
  };
}

function folderOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return dirname(fileURLToPath(uri));
  } catch {
    // `file://server/share` on a system that has no such paths.
    return undefined;
  }
}

function inspect(path: string): HostPath {
  let symlink: boolean | undefined;
  try {
    symlink = lstatSync(path).isSymbolicLink();
    const stats = statSync(path);
    const kind = stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other';
    const canonical = realpathSync.native(path);
    return { kind, canonical, symlink, ...(kind === 'file' && { size: stats.size }) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // The last is how Node refuses a path with a NUL in it.
    const missing = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE';
    return { kind: missing ? 'missing' : 'unknown', ...(symlink !== undefined && { symlink }) };
  }
}
