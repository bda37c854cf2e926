import * as fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { alternativesOf, compileGlob } from '../../packages/core/src/config/glob.ts';

const parts = fc.constantFrom('a', 'b', '.', '-', '*', '?', '[ab]', '[!a]', '[a-c]', 'Smolfile');
const names = fc.array(parts, { minLength: 1, maxLength: 4 }).map((list) => list.join(''));
const segments = fc.oneof(
  { weight: 3, arbitrary: names },
  fc.constant('**'),
  fc.constantFrom('{a,b}', 'x{a,,*}', '{a,{b,c}}'),
);
const globs = fc.array(segments, { minLength: 1, maxLength: 4 }).map((list) => list.join('/'));
const paths = fc
  .array(fc.stringMatching(/^[abc.-]{1,4}$|^Smolfile$/), { minLength: 1, maxLength: 4 })
  .map((list) => list.join('/'))
  .filter((path) => !path.split('/').some((name) => /^\.+$/.test(name)));

test('patterns take what picomatch takes', () => {
  fc.assert(
    fc.property(globs, paths, (glob, path) => {
      // It has its own mind about two wild cards in a row and about dots beside them.
      fc.pre(!/\*\*\/\*\*|\*[?[*]|[?\]]\*|\.\*|\*\.|\?\.|\.\?|\[!a\]|\.\.|\{|^\.\//.test(glob));
      const theirs = picomatch(glob, { dot: true, windows: false, noextglob: true })(path);
      expect(compileGlob(glob)(path), `${glob} on ${path}`).toBe(theirs);
    }),
    { numRuns: 3000 },
  );
});

describe('patterns', () => {
  test.each([
    ['{a,b}/c', 'b/c', true],
    ['{a,{b,c}}', 'c', true],
    ['x{,.dev}', 'x', true],
    ['{a,b/**}/x', 'b/q/x', true],
    ['{a', '{a', true],
    ['{a}', '{a}', true],
    ['[!a]', 'b', true],
    ['[!a]', 'a', false],
    ['[^a-c]x', 'dx', true],
    ['[]a]', ']', true],
    ['*.*', '.x', true],
    ['?', '\u{1F980}', true],
    ['**/**/a', 'a', true],
    ['a**b', 'axxb', true],
    ['a**b', 'a/b', false],
    ['a/**', 'a', true],
  ])('%s on %s: %s', (glob, path, expected) => {
    expect(compileGlob(glob)(path)).toBe(expected);
  });
});

test('braces stand for so many patterns and no more', () => {
  expect(alternativesOf('{a,b}{c,d}')?.toSorted()).toEqual(['ac', 'ad', 'bc', 'bd']);
  expect(alternativesOf('{a,b}'.repeat(200))).toBeUndefined();
});
