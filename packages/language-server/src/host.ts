import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MAX_DOCUMENT_LENGTH, type HostFileSystem } from '@smolfile/core';
import {
  decode,
  FILE_SYSTEM,
  gitIgnoreBelow,
  gitIgnoreFiles,
  hostFileSystem,
  isRemote,
  readRegularFile,
  search,
} from '@smolfile/host';
import type { HostEntry } from './features/target.ts';
import { configOf } from './host-config.ts';
import { ShellChecks } from './shell-checks.ts';
import { askShellcheck } from './shellcheck.ts';
import type { FileText, World } from './world.ts';

/** The machine that the server runs on. */
export const HOST: World = {
  hostFor,
  list,
  // Names only: whatever gets to see this can show no value.
  variables: () => Object.keys(process.env).toSorted(),
  home: homedir(),
  locate(uri, path) {
    const folder = folderOf(uri);
    return folder === undefined ? undefined : pathToFileURL(resolve(folder, path)).href;
  },
  makeFolder(uri, path) {
    const folder = folderOf(uri);
    if (folder === undefined) throw new Error('The Smolfile is in no folder yet: save it first.');
    const wanted = resolve(folder, path);
    if (!isInside(folder, wanted)) throw new Error('it would lie outside of the folder of the Smolfile.');
    mkdirSync(wanted, { recursive: true });
  },
  configFor(uri) {
    const path = pathOf(uri);
    return path === undefined ? undefined : configOf(path);
  },
  find,
  read,
  shell: (listener) =>
    new ShellChecks((question, signal) => {
      const outside = question.outside.flatMap((uri) => pathOf(uri) ?? []);
      return askShellcheck(question, outside, signal);
    }, listener),
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
  return folder === undefined
    ? undefined
    : hostFileSystem(folder, { fs: FILE_SYSTEM, platform: process.platform });
}

/** Whether a path that need not exist lies below a folder, with every link followed. */
function isInside(folder: string, path: string): boolean {
  let there = path;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  const from = relative(realpathSync(folder), realpathSync(there));
  return from === '' || (!from.startsWith('..') && !isAbsolute(from));
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

function list(uri: string, path: string): readonly HostEntry[] {
  const folder = folderOf(uri);
  if (folder === undefined || isRemote(path, folder, process.platform)) return [];
  const inside = hostFileSystem(resolve(folder, path), { fs: FILE_SYSTEM, platform: process.platform });
  try {
    return readdirSync(resolve(folder, path), { withFileTypes: true })
      .map((entry) => ({
        name: entry.name,
        folder:
          entry.isDirectory() ||
          (entry.isSymbolicLink() && inside.inspect(`./${entry.name}`).kind === 'directory'),
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // not there, or not to be seen: then there is nothing to offer
  }
}

/** A workspace larger than this is searched in part: an answer late is worse than one without its last corner. */
const MOST_FOLDERS = 5000;

async function find(folder: string): Promise<readonly string[]> {
  const root = pathOf(folder);
  if (root === undefined) return [];
  const isIgnored = gitIgnoreBelow(root, process.platform, gitIgnoreFiles(FILE_SYSTEM));
  const uris: string[] = [];
  let searched = 0;
  for (const found of search(root, FILE_SYSTEM, isIgnored)) {
    if (found.kind === 'file' && !configOf(found.path)?.ignored) uris.push(pathToFileURL(found.path).href);
    if (found.kind !== 'folder') continue;
    if (++searched === MOST_FOLDERS) break;
    // The server has other things to do in between.
    // oxlint-disable-next-line no-await-in-loop
    await setImmediate();
  }
  return uris.toSorted();
}

function read(uri: string): FileText | undefined {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  try {
    const { mtimeMs, size } = lstatSync(path);
    const bytes = readRegularFile(FILE_SYSTEM, path, MAX_DOCUMENT_LENGTH * 4, 'never-linked');
    const decoded = bytes && decode(bytes);
    return decoded && !decoded.invalid ? { text: decoded.text, stamp: `${mtimeMs}:${size}` } : undefined;
  } catch {
    return undefined;
  }
}
