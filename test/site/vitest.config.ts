import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * The built site in two browsers, which are not in the workspace: `pnpm test:site` fetches them first. Times are
 * measured by `pnpm measure:site`, on a machine that does nothing else.
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    globalSetup: 'build.ts',
    include: [process.env['SITE_SPEED'] ? 'speed.measure.ts' : '*.check.ts'],
    // A finding about the test, which the output says, and no reason to refuse what is right.
    retry: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // One browser at a time: two of them on a small machine only slow each other down.
    fileParallelism: false,
    expect: { poll: { timeout: 30_000 } },
  },
});
