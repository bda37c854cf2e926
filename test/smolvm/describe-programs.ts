import { existsSync } from 'node:fs';
import { describe } from 'vitest';
import { programPath } from './program/cache.ts';

/**
 * Tests for each of some releases, skipped where the program is not in the cache: a test of the toolkit fetches
 * nothing. `pnpm smolvm fetch` brings them.
 */
export function describePrograms(releases: readonly string[], body: (release: string) => void): void {
  for (const release of releases) {
    describe.skipIf(!existsSync(programPath(release)))(`smolvm ${release}`, () => {
      body(release);
    });
  }
}
