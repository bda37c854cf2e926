import { applyEdits, type TextEdit } from '@smolfile/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeEdits } from '../../packages/core/src/text/compose-edits.ts';

function editsOf(length: number): fc.Arbitrary<TextEdit[]> {
  return fc
    .uniqueArray(fc.nat(length), { maxLength: 8 })
    .chain((offsets) =>
      fc.tuple(
        ...offsets.map((offset) => fc.tuple(fc.constant(offset), fc.constantFrom('', 'x', 'yz', '\n'))),
      ),
    )
    .map((places) => {
      const sorted = places.toSorted(([a], [b]) => a - b);
      // every second place is where an edit ends
      return sorted.flatMap(([start, text], index) =>
        index % 2 === 0 ? [{ range: { start, end: sorted[index + 1]?.[0] ?? start }, text }] : [],
      );
    });
}

test('two rounds of edits are one', () => {
  const rounds = fc.string({ maxLength: 20 }).chain((text) =>
    editsOf(text.length).chain((first) =>
      fc.record({
        text: fc.constant(text),
        first: fc.constant(first),
        second: editsOf(applyEdits(text, first).length),
      }),
    ),
  );
  fc.assert(
    fc.property(rounds, ({ text, first, second }) => {
      const edits = composeEdits(text.length, first, second);
      expect(applyEdits(text, edits)).toBe(applyEdits(applyEdits(text, first), second));
    }),
    { numRuns: 2000, seed: 20_261_126 },
  );
});

test.each([
  ['overlap', [1, 3], [2, 4]],
  ['lie in each other', [1, 4], [2, 3]],
  ['end before they start', [3, 1], [4, 4]],
  ['lie behind the end', [0, 1], [5, 9]],
  ['lie before the start', [-1, 1], [2, 2]],
])('edits that %s are refused', (_what, ...ranges) => {
  const edits = ranges.map(([start, end]) => ({ range: { start: start!, end: end! }, text: 'x' }));
  expect(() => applyEdits('12345', edits)).toThrow(RangeError);
});

test('edits that touch are applied in the order of the text, insertions first', () => {
  const edit = (start: number, end: number, text: string): TextEdit => ({ range: { start, end }, text });
  expect(applyEdits('abc', [edit(1, 2, 'X'), edit(1, 1, '<'), edit(2, 2, '>'), edit(0, 1, '')])).toBe('<X>c');
});
