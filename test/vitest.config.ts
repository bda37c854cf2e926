import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['e2e/**', 'node_modules/**'],
    // generous, since nothing is asserted by time: a slow machine is no failure
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
