import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Compares what an import understands with what the real programs do. They are fetched, so not part of `pnpm test`:
 * `pnpm test:import`. What cannot be had is said, and skipped.
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.check.ts'],
    setupFiles: ['../../harness/seed.ts'],
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
});
