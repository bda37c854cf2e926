import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Slow and in need of a browser, so not part of `pnpm test`: `pnpm test:e2e` runs it. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.test.ts'],
    globalSetup: './harness/failure.ts',
    // Every wait ends as soon as there is what it waits for: long ones only cost where something is wrong.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // A finding about the test, which the output says, and no reason to refuse what is right.
    retry: 1,
    // One editor and one browser at a time: two of them on a small machine only slow each other down.
    fileParallelism: false,
    // What the editor shows comes a moment after what caused it.
    expect: { poll: { timeout: 120_000 } },
  },
});
