import { join } from 'node:path';
import { reasonOf } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Ignored } from './git-ignore.ts';
import { isSmolfileName } from './names.ts';

/** Folders that never hold a project's own Smolfiles. */
const SKIPPED = new Set(['.git', '.hg', '.jj', '.svn', 'node_modules']);

/** What a search comes across besides files. */
export interface SearchEvents {
  /** A folder that could not be searched. */
  unreadable(path: string, reason: string): void;
  /** A folder with the name of a Smolfile. It is searched like any other. */
  misnamed(path: string): void;
  /** A link to a file, which may be found under its own name, too. */
  linked(): void;
}

/**
 * Finds the Smolfiles below a folder. Links to folders are not followed, as git does not: so there are no loops,
 * and nothing outside the folder is found. Links to files are.
 *
 * @param root absolute.
 * @returns absolute paths, sorted by code unit.
 */
export function search(root: string, { fs }: Io, ignored: Ignored, events: SearchEvents): string[] {
  const found: string[] = [];
  const pending = [root];
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    let entries;
    try {
      entries = fs.readdirSync(directory, { withFileTypes: true });
    } catch (error) {
      events.unreadable(directory, reasonOf(error));
      continue;
    }
    ignored.saw(
      directory,
      entries.map(({ name }) => name),
    );
    for (const entry of entries) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (SKIPPED.has(entry.name) || ignored(path, true)) continue;
        if (isSmolfileName(entry.name)) events.misnamed(path);
        pending.push(path);
      } else if (isSmolfileName(entry.name) && !ignored(path, false)) {
        if (entry.isSymbolicLink()) {
          if (leadsToDirectory(path, fs)) continue;
          events.linked();
        }
        found.push(path);
      }
    }
  }
  return found.toSorted();
}

function leadsToDirectory(path: string, fs: Io['fs']): boolean {
  try {
    return fs.statSync(path).isDirectory();
  } catch {
    return false; // reading it says why
  }
}
