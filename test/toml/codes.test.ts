import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { END, OTHER } from '../../packages/core/src/toml/characters.ts';
import { codesOf } from '../../packages/core/src/toml/codes.ts';
import { parseToml } from '../../packages/core/src/toml/index.ts';

/** Any text, halves of characters and byte order marks included. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'a="\'[]{}#.,\\\n\r\t 1é€\uFEFF\uD800\u0000\u007F\u00FF'.split('')) }),
  fc.string({ unit: 'binary' }),
  fc.string(),
);

test('reads a text as a byte a character, whatever was read before', () => {
  fc.assert(
    fc.property(text, text, (before, now) => {
      codesOf(before);
      const expected = Array.from({ length: now.length }, (_, at) => Math.min(now.charCodeAt(at), OTHER));
      const codes = codesOf(now);
      expect([...codes.subarray(0, now.length)]).toEqual(expected);
      expect([...codes.subarray(now.length, now.length + 8)]).toEqual(Array.from({ length: 8 }, () => END));
    }),
  );
});

test('parses a text the same, whatever was parsed before', () => {
  fc.assert(
    fc.property(text, text, (before, now) => {
      const first = parseToml(now);
      parseToml(`${before}${now}${before}`);
      expect(parseToml(now)).toEqual(first);
    }),
  );
});

test('reads a text that is longer than what is kept as one that is short', () => {
  const short = 'a = "ö" # \u{1F600}\n';
  const { length } = parseToml(short.repeat(20_000)).comments;
  expect(length).toBe(20_000);
  expect(parseToml(short)).toMatchObject({ errors: [], comments: [{ start: 8, end: 12 }] });
});
