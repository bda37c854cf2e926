import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Cover } from '../../packages/core/src/import/cover.ts';

test('says of every range what a look at each that was added would say', () => {
  const range = fc.tuple(fc.nat(30), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 30 }), range, (added, asked) => {
      const cover = new Cover();
      for (const each of added) cover.add(each);
      const isWithin = added.some(({ start, end }) => start <= asked.start && asked.end <= end);
      expect(cover.has(asked)).toBe(isWithin);
    }),
    { numRuns: 2000 },
  );
});
