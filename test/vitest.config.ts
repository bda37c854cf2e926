import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, a third of all: begun last, it would run alone while the other processors have nothing to do. */
const LONGEST = 'smolvm/replay.test.ts';

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- that of a sequencer
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith(LONGEST);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['e2e/**', 'node_modules/**'],
    sequence: { sequencer: LongestFirst },
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
