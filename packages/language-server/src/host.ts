import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MAX_DOCUMENT_LENGTH, type HostFileSystem, type HostPath } from '@smolfile/core';
import type { HostEntry } from './features/target.ts';
import { gitIgnoreAbove, gitIgnoreIn, isGitIgnored } from './git-ignore.ts';
import { configOf } from './host-config.ts';
import { isSmolfileName } from './smolfile-name.ts';
import type { FileText, World } from './world.ts';

/** The machine that the server runs on. */
export const HOST: World = {
  hostFor,
  list,
  // Names only: whatever gets to see this can show no value.
  variables: () => Object.keys(process.env).toSorted(),
  locate(uri, path) {
    const folder = folderOf(uri);
    return folder === undefined ? undefined : pathToFileURL(resolve(folder, path)).href;
  },
  configFor(uri) {
    const path = pathOf(uri);
    return path === undefined ? undefined : configOf(path);
  },
  find,
  read,
};

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
  const path = pathOf(uri);
  return path === undefined ? undefined : dirname(path);
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
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

function list(uri: string, path: string): readonly HostEntry[] {
  const folder = folderOf(uri);
  if (folder === undefined) return [];
  try {
    const where = resolve(folder, path);
    return readdirSync(where, { withFileTypes: true })
      .map((entry) => ({
        name: entry.name,
        folder:
          entry.isDirectory() ||
          (entry.isSymbolicLink() && inspect(join(where, entry.name)).kind === 'directory'),
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // not there, or not to be seen: then there is nothing to offer
  }
}

/** Folders that never hold a project's own Smolfiles. */
const SKIPPED = new Set(['.git', '.hg', '.jj', '.svn', 'node_modules', 'target', '.venv']);
/** A workspace larger than this is searched in part: an answer late is worse than one without its last corner. */
const MOST_FOLDERS = 5000;

async function find(folder: string): Promise<readonly string[]> {
  const root = pathOf(folder);
  if (root === undefined) return [];
  const found: string[] = [];
  const pending = [{ directory: root, above: await gitIgnoreAbove(root) }];
  for (let searched = 0; searched < MOST_FOLDERS; searched++) {
    const next = pending.pop();
    if (next === undefined) break;
    const { directory } = next;
    // One after the other: the server has other things to do in between.
    /* oxlint-disable no-await-in-loop */
    const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
    const names = entries.map(({ name }) => name);
    const above = await gitIgnoreIn(directory, names, next.above);
    /* oxlint-enable no-await-in-loop */
    for (const entry of entries) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name) && !isGitIgnored(above, path, true))
          pending.push({ directory: path, above });
      } else if (
        entry.isFile() &&
        isSmolfileName(entry.name) &&
        !isGitIgnored(above, path, false) &&
        !configOf(path)?.ignored
      ) {
        found.push(pathToFileURL(path).href);
      }
    }
  }
  return found.toSorted();
}

function read(uri: string): FileText | undefined {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  try {
    const stats = statSync(path);
    const { mtimeMs, size } = stats;
    // of a pipe or a device there is no end
    if (!stats.isFile() || size > MAX_DOCUMENT_LENGTH * 4) return undefined;
    const bytes = readFileSync(path);
    return isUtf8(bytes) ? { text: bytes.toString(), stamp: `${mtimeMs}:${size}` } : undefined;
  } catch {
    return undefined;
  }
}
