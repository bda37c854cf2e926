import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['e2e/**', 'node_modules/**'],
    setupFiles: ['harness/seed.ts'],
    // no test keeps state in a module, and loading core anew for a hundred files takes half a minute
    isolate: false,
    maxWorkers: '100%',
    // generous, since nothing is asserted by time: a slow machine is no failure
    testTimeout: 120_000,
    // tests start hundreds of processes: where this is set, each would first read certificates that none needs
    env: { NODE_EXTRA_CA_CERTS: '' },
    hookTimeout: 120_000,
  },
});
