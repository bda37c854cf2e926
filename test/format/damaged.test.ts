import { formatText, lint, parseSmolfile } from '@smolfile/core';
import { expect, test } from 'vitest';

test.each([
  ['a statement without value', ' a=1\nb   =\n c=2\n', 'a = 1\nb   =\nc = 2\n'],
  ['the indentation of a damaged line', 'a=1\n   b = @\n c=2\n', 'a = 1\n   b = @\nc = 2\n'],
  ['text behind a value', 'a = 1   2\nb=1', 'a = 1   2\nb = 1\n'],
  ['a damaged item', 'a = [1,  x  ,2]\nb=[ 1 ]\n', 'a = [1,  x  ,2]\nb = [1]\n'],
  ['an array that is not closed', 'a = [  1,\nb=1\n\n\nc=2\n', 'a = [  1,\nb=1\n\n\nc = 2\n'],
  [
    'a string that is not closed: what follows may be part of it',
    'a = """ x\n  # y  \n\n\n',
    'a = """ x\n  # y  \n\n\n',
  ],
  ['comments behind damage', 'a =\n   # x\n\n\nb=1\n', 'a =\n   # x\n\n\nb = 1\n'],
  ['a key that is set twice', 'a=1\na  =  2\nb=1\n', 'a = 1\na  =  2\nb = 1\n'],
  ['a table that is opened twice', '[a]\nb=1\n[ a ]\nc=1\n', '[a]\nb = 1\n[ a ]\nc = 1\n'],
  ['a header without its bracket', 'a=1\n[ b\nc=1\n', 'a = 1\n[ b\nc = 1\n'],
  ['two statements on one line', 'a = 1  b = 2\nc=3\n', 'a = 1  b = 2\nc = 3\n'],
  ['no line break at the end of damage', 'a=1\nb = ', 'a = 1\nb = '],
  ['a comment with a control character', '#  x\u0001  \n  a=1\n', '#  x\u0001  \na = 1\n'],
  ['a lone carriage return', 'a = 1\r  b = 2\nc=3\n', 'a = 1\r  b = 2\nc = 3\n'],
  ['an inline table of several lines', 'a = {\n  b=1,\n}\nc=1\n', 'a = {\n  b=1,\n}\nc = 1\n'],
  ['a byte order mark below the first line', '\n\n\uFEFF\na=1\n', '\n\n\uFEFF\na = 1\n'],
])('%s stays byte for byte', (_, before, after) => {
  expect(formatText(before)).toBe(after);
  expect(formatText(after)).toBe(after);
});

test.each([
  ['a string of several lines', 'a=1\nb = """\n  x  =  1\n[ y ]\n\n\n  # z\n'],
  ['one within a list', 'a=1\ninit = [ """\n  set -e\n  FOO=2\n"]\ncpus   =  2\n'],
  ['one between apostrophes', "a=1\r\n[b]\r\nc = '''\r\n  x=1\r\n\r\n\r\ny = 2"],
])('%s that is never closed: all that follows is its content, whatever it looks like', (_, text) => {
  expect(formatText(text)).toBe(text.replace('a=1', 'a = 1').replace('\r\n[b]', '\r\n\r\n[b]'));
});

test.each([
  ['a string', '# smolfile-ignore unknown-key: x\na = """open\n cpuz=1\n'],
  ['an array', '# smolfile-ignore unknown-key: x\nports = [\n[x\n cpuz=1\n'],
])('a comment that silences findings covers %s that is not closed, and not what is below', (_, text) => {
  const left = lint(parseSmolfile(text)).diagnostics.filter(({ code }) => code === 'unknown-key');
  expect(left.map(({ range }) => text.slice(range.start, range.end))).toEqual(['cpuz']);
});

test('a text that is no TOML at all stays as it is', () => {
  const dockerfile = 'FROM node:22\nRUN  npm ci\n\n\nCMD ["node"]';
  expect(formatText(dockerfile)).toBe(dockerfile);
});

test('a text that is too long is left alone', () => {
  const text = `a  =  "${'x'.repeat(17 * 1024 * 1024)}"`;
  expect(formatText(text) === text).toBe(true);
});
