import { applyEdits, format, formatText, parseSmolfile } from '@smolfile/core';
import { expect, test } from 'vitest';

/** Formats what is between the two bars. */
function formatMarked(marked: string): string {
  const text = marked.replaceAll('|', '');
  const range = { start: marked.indexOf('|'), end: marked.lastIndexOf('|') - 1 };
  return applyEdits(
    text,
    format(parseSmolfile(text), { range: { ...range, end: Math.max(range.start, range.end) } }),
  );
}

test.each([
  ['a line', 'a=1\n|b=2|\nc=3\n', 'a=1\nb = 2\nc=3\n'],
  ['a line with its break', 'a=1\n|b=2\n|c=3\n', 'a=1\nb = 2\nc=3\n'],
  ['a cursor', 'a=1\nb=||2\nc=3\n', 'a=1\nb = 2\nc=3\n'],
  ['part of an array formats the statement', 'a=1\nb=[\n1,|2|\n]\n', 'a=1\nb = [\n  1,\n  2,\n]\n'],
  ['blank lines', 'a=1\n|\n\n\n|b=2\n', 'a=1\n\nb=2\n'],
  ['a damaged line', 'a=1\n|b  =|\nc=3\n', 'a=1\nb  =\nc=3\n'],
  ['the end', 'a=1\nb=2||', 'a=1\nb = 2\n'],
])('%s', (_, marked, after) => {
  expect(formatMarked(marked)).toBe(after);
});

test('a range over everything is no range', () => {
  const text = '\n a=1\n\n\n[b]\nc=[\n1]';
  const edits = format(parseSmolfile(text), { range: { start: 0, end: text.length } });
  expect(applyEdits(text, edits)).toBe(formatText(text));
});

test('edits are small, in order, and none when there is nothing to do', () => {
  expect(format(parseSmolfile('a = 1\nb  = 2\nc= 3\n'))).toEqual([
    { range: { start: 8, end: 9 }, text: '' },
    { range: { start: 14, end: 14 }, text: ' ' },
  ]);
  expect(format(parseSmolfile('a = 1\n\n[b]\n'))).toEqual([]);
});
