import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * The executable is built, and asked what the tests of the CLI ask of its sources, and what smolvm did with everything
 * that was recorded: thousands of processes, so not part of `pnpm test`: `pnpm test:executable`.
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    globalSetup: 'executable/build.ts',
    include: ['executable/*.check.ts', 'cli/*.{test,slow}.ts'],
    isolate: false,
    maxWorkers: '100%',
    env: { NODE_EXTRA_CA_CERTS: '' },
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
