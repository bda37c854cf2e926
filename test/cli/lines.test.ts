import { assert, constantFrom, property, string, stringMatching, tuple, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { Lines } from '../../packages/cli/src/cache/lines.ts';

/** Names that begin and end alike, as far as an index can tell them apart. */
const name = tuple(
  constantFrom('0', 'f'),
  stringMatching(/^[01]{18}$/),
  stringMatching(/^[0-9a-f]{13}$/),
).map((parts) => parts.join(''));
const rest = string().map((text) => text.replaceAll('\n', ''));

test('each line is found by its name, and no other is, whether a few are asked for or many', () => {
  assert(
    property(
      uniqueArray(tuple(name, rest), { selector: ([each]) => each.slice(-13), maxLength: 40 }),
      uniqueArray(name, { maxLength: 10 }),
      (entries, others) => {
        const lines = new Lines(entries.map(([each, what]) => `${each} ${what}\n`).join(''));
        const known = new Map(entries);
        for (let round = 0; round < 3; round++)
          for (const each of [...others, ...known.keys()]) expect(lines.get(each)).toBe(known.get(each));
        expect([...lines]).toEqual(entries);
      },
    ),
  );
});

test('what two names share that an index goes by is taken for unknown, and never for the other', () => {
  const end = '0123456789abc';
  const [one, other] = [`${'1'.repeat(19)}${end}`, `${'2'.repeat(19)}${end}`] as const;
  const lines = new Lines(`${one} A\n${other} B\n`);
  for (let asked = 0; asked < 40; asked++) {
    expect(['A', undefined]).toContain(lines.get(one));
    expect(lines.get(other)).toBe('B');
  }
});

test('a text that was cut off has the lines that are whole', () => {
  const lines = new Lines(`${'a'.repeat(32)} A\n${'b'.repeat(32)} B`);
  expect([...lines]).toEqual([['a'.repeat(32), 'A']]);
});
