import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['e2e/**', 'node_modules/**'],
    // no test keeps state in a module, and loading core anew for a hundred files takes half a minute
    isolate: false,
    maxWorkers: '100%',
    // generous, since nothing is asserted by time: a slow machine is no failure
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
