import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Measures how work grows with a file, and memory with the number of files, which takes minutes, so not part of `pnpm test`: `pnpm test:growth`. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.check.ts'],
    // one process, since what is compared is processor time
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
