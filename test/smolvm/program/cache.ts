import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { byRelease } from '../releases.ts';

/** Where programs of smolvm are kept, outside the repository: `SMOLVM_PROGRAMS`, else below the XDG cache folder. */
export function cacheFolder(): string {
  const { SMOLVM_PROGRAMS: chosen, XDG_CACHE_HOME: caches } = process.env;
  if (chosen) return chosen;
  return join(caches || join(homedir(), '.cache'), 'smolfile-toolkit', 'smolvm');
}

/** Where the program of a release lies, or would lie. */
export function programPath(release: string): string {
  return join(cacheFolder(), release, 'smolvm');
}

/** The releases whose program is here, oldest first. */
export function cachedReleases(): string[] {
  if (!existsSync(cacheFolder())) return [];
  return readdirSync(cacheFolder())
    .filter((name) => /^\d+\.\d+\.\d+$/.test(name) && existsSync(programPath(name)))
    .toSorted(byRelease);
}
