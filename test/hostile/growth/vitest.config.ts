import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Measures how work grows with a file, which takes minutes, so not part of `pnpm test`: `pnpm test:growth`. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['growth.check.ts'],
    // one process, since what is compared is processor time
    maxWorkers: 1,
    testTimeout: 600_000,
  },
});
