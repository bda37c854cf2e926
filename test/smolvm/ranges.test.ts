import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Input, Outcome } from './outcome.ts';
import { rangesOf } from './ranges.ts';

const INPUT: Input = { id: 'x', command: 'create', smolfile: '', args: [] };

/** Releases by number; each step changes what smolvm does once and for good. */
const histories = fc.integer({ min: 2, max: 70 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    steps: fc.uniqueArray(fc.integer({ min: 1, max: count - 1 }), { maxLength: 5 }),
    marks: fc.uniqueArray(fc.integer({ min: 1, max: count - 1 }), { maxLength: 3 }),
  }),
);

test('every change that lasts is found exactly, and no release is run twice', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ({ count, steps, marks }) => {
      const releases = Array.from({ length: count }, (_, index) => `1.${index}.0`);
      const runs: string[] = [];
      const run = (release: string): Promise<Outcome> => {
        runs.push(release);
        const at = releases.indexOf(release);
        const state = steps.filter((step) => step <= at).length;
        return Promise.resolve({ accept: true, config: { cpus: state + 1 } });
      };
      const starts = [...new Set([0, ...marks, count - 1])].toSorted((a, b) => a - b);
      const { ranges } = await rangesOf(
        INPUT,
        releases,
        starts.map((index) => releases[index]!),
        run,
      );
      const bounds = [0, ...steps.toSorted((a, b) => a - b), count];
      const expected = bounds
        .slice(1)
        .map((end, index) => ({ from: `1.${bounds[index]}.0`, to: `1.${end - 1}.0` }));
      expect(ranges.map(({ from, to }) => ({ from, to }))).toEqual(expected);
      expect(runs.length).toBe(new Set(runs).size);
    }),
  );
});
