import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Slow and in need of a browser, so not part of `pnpm test`: `pnpm test:e2e` runs it. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.test.ts'],
    globalSetup: './harness/clear-output.ts',
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // One editor and one browser at a time: two of them on a small machine only slow each other down.
    fileParallelism: false,
    // What the editor shows comes a moment after what caused it.
    expect: { poll: { timeout: 15_000 } },
  },
});
