import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Bundlers, runtimes and a browser, which are not in the workspace: `pnpm test:consumers` fetches them first. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    globalSetup: 'build.ts',
    include: ['*.check.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
