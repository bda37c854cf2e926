import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Builds, packs and installs what is published, which takes a while, so not part of `pnpm test`: `pnpm test:published`. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['published.check.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
