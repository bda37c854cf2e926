import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The built site in two browsers, which are not in the workspace: `pnpm test:site` fetches them first. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    globalSetup: 'build.ts',
    include: ['*.check.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // One browser at a time: two of them on a small machine only slow each other down, and times are asserted here.
    fileParallelism: false,
    expect: { poll: { timeout: 30_000 } },
  },
});
