import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** A release is rehearsed, which takes a while and a registry, so not part of `pnpm test`: `pnpm test:published`. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    globalSetup: 'rehearsal.ts',
    include: ['*.check.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
