import { formatText } from '@smolfile/core';
import { expect, test } from 'vitest';

const long = (letter: string): string => `"${letter.repeat(30)}"`;

test.each([
  ['spaces around `=`', 'a=1\nb   =   2\n"c d"='.concat("'x'\n"), 'a = 1\nb = 2\n"c d" = \'x\'\n'],
  ['no spaces around dots', 'a . b=1\n[ c . "d e" ]\n', 'a.b = 1\n\n[c."d e"]\n'],
  ['no indentation of statements', '  a = 1\n\t[b]\n\t\tc = 2\n', 'a = 1\n\n[b]\nc = 2\n'],
  ['one space before a comment behind a statement', 'a = 1    # x\n[b]# y\n', 'a = 1 # x\n\n[b] # y\n'],
  ['comments in columns are not aligned', 'a = 1    # x\nbcd = 2  # y\n', 'a = 1 # x\nbcd = 2 # y\n'],
  ['comments keep their text', '#x\n#  y  \t\n   #\tz\n', '#x\n#  y\n#\tz\n'],
  ['at most one blank line', '\n\n\na = 1\n\n \n\nb = 2\n\n\n', 'a = 1\n\nb = 2\n'],
  ['no blank line is added between keys', 'a = 1\nb = 2\n', 'a = 1\nb = 2\n'],
  ['one blank line before a header', 'a = 1\n[b]\n[[c]]\nd = 1\n', 'a = 1\n\n[b]\n\n[[c]]\nd = 1\n'],
  ['it goes before the comments above the header', 'a = 1\n# x\n# y\n[b]\n', 'a = 1\n\n# x\n# y\n[b]\n'],
  [
    'comments apart from the header stay apart',
    'a = 1\n# end of a\n\n# b\n[b]\n',
    'a = 1\n# end of a\n\n# b\n[b]\n',
  ],
  ['a comment apart from everything', 'a = 1\n\n# x\n\n[b]\n', 'a = 1\n\n# x\n\n[b]\n'],
  ['comments at the top and the end', '# top\n\n[a]\nb = 1\n# end\n', '# top\n\n[a]\nb = 1\n# end\n'],
  ['a line break at the end', 'a = 1', 'a = 1\n'],
  ['nothing at all', '', ''],
  ['blank lines only', '\n \n\t', ''],
  ['a comment only', '  # x', '# x\n'],
  ['an array on one line', 'a=[ 1,2 ,3, ]\n', 'a = [1, 2, 3]\n'],
  ['an empty array', 'a = [   ]\nb = [\n\n]\n', 'a = []\nb = []\n'],
  ['inline tables', 'a={b=1,c.d = "x"}\ne = {   }\n', 'a = { b = 1, c.d = "x" }\ne = {}\n'],
  ['an array of several lines', 'a = [1,\n2, 3]\n', 'a = [\n  1,\n  2,\n  3,\n]\n'],
  ['a line break inside the bracket is enough', 'a = [\n"x" ]\n', 'a = [\n  "x",\n]\n'],
  ['indentation of four', 'a = [\n    "x",\n    "y"\n    ]\n', 'a = [\n  "x",\n  "y",\n]\n'],
  [
    'comments in arrays stay where they are',
    'a = [ # of a\n1 , # one\n# two\n2\n# end\n]\n',
    'a = [ # of a\n  1, # one\n  # two\n  2,\n  # end\n]\n',
  ],
  [
    'the comma goes before the comment',
    'a = [\n1 # one\n, 2 # two\n]\n',
    'a = [\n  1, # one\n  2, # two\n]\n',
  ],
  [
    'at most one blank line in arrays, none at the brackets',
    'a = [\n\n1,\n\n\n2,\n# x\n\n]\n',
    'a = [\n  1,\n\n  2,\n  # x\n]\n',
  ],
  ['a comment as the only content', 'a = [\n# x\n]\nb = [ # y\n]\n', 'a = [\n  # x\n]\nb = [ # y\n]\n'],
  ['nested arrays', 'a = [\n[1,2],\n[\n3]\n]\n', 'a = [\n  [1, 2],\n  [\n    3,\n  ],\n]\n'],
  ['brackets that hug', 'a = [[\n1]]\n', 'a = [[\n  1,\n]]\n'],
  ['an array in an inline table', 'a = { b = [\n1], c = 2 }\n', 'a = { b = [\n  1,\n], c = 2 }\n'],
  [
    'a line too long',
    `a = [${long('x')}, ${long('y')}, ${long('z')}] # c\n`,
    `a = [\n  ${long('x')},\n  ${long('y')},\n  ${long('z')},\n] # c\n`,
  ],
  [
    'one long item is no better on its own line',
    `a = ["${'x'.repeat(200)}"]\n`,
    `a = ["${'x'.repeat(200)}"]\n`,
  ],
  [
    'nested arrays are broken from the outside',
    `a = [[${long('x')}, ${long('y')}], [${long('z')}, 1]]\n`,
    `a = [\n  [${long('x')}, ${long('y')}],\n  [${long('z')}, 1],\n]\n`,
  ],
  [
    'an inline table too long stays: TOML wants it on one line',
    `a = { b = [${long('x')}, ${long('y')}], c = ${long('z')} }\n`,
    `a = { b = [${long('x')}, ${long('y')}], c = ${long('z')} }\n`,
  ],
  [
    'strings of several lines',
    'a = [ "sh","""\n  x  \n\n\n y""" ]\nb=\'\'\'\n  z\t\n\'\'\'\n',
    'a = ["sh", """\n  x  \n\n\n y"""]\nb = \'\'\'\n  z\t\n\'\'\'\n',
  ],
  [
    'numbers and dates',
    'a = [0x1F,1_000, 1e3]\nb=1979-05-27 07:32:00\n',
    'a = [0x1F, 1_000, 1e3]\nb = 1979-05-27 07:32:00\n',
  ],
  ['CRLF', 'a=1\r\n\r\n\r\n[b]\r\nc=[\r\n1]', 'a = 1\r\n\r\n[b]\r\nc = [\r\n  1,\r\n]\r\n'],
  ['mixed line breaks: most win', 'a = 1\r\nb = 2\r\nc = 3\n', 'a = 1\r\nb = 2\r\nc = 3\r\n'],
  ['line breaks in strings stay', 'a = """\r\nx"""\nb = 1\nc = 2\n', 'a = """\r\nx"""\nb = 1\nc = 2\n'],
  ['a byte order mark', '\uFEFF\n a=1', '\uFEFFa = 1\n'],
])('%s', (_, before, after) => {
  expect(formatText(before)).toBe(after);
  expect(formatText(after)).toBe(after);
});

test('a comment that silences findings stays on the line of what it covers', () => {
  const apart = `ports = ["1:1", "1:1", # smolfile-ignore ports-conflict: both\n  "2:2"]\n`;
  expect(formatText(apart)).toBe(apart);
  const broken = `env = [${long('x')}, ${long('y')}, ${long('z')}] # smolfile-ignore env-invalid: so\n`;
  expect(formatText(broken)).toBe(broken);
  const shifted = 'ports = ["1:1", "1:1" # smolfile-ignore ports-conflict\n, "2:2", "3:3"\n\n]\n';
  expect(formatText(shifted)).toBe(shifted);
  expect(formatText('a=1   # smolfile-ignore x: y\n')).toBe('a = 1 # smolfile-ignore x: y\n');
});
