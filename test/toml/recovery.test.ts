import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineIndex } from '../../packages/core/src/text/line-index.ts';
import { parseToml, type TomlDocument, toPlain } from '../../packages/core/src/toml/index.ts';
import { errorLines } from './corpora.ts';

/** Sound, one statement a line, every name used once: damage to one line should not spread over others. */
const LINES = `# a comment
image = "node:22"
entrypoint = ["/bin/sh", "-c"]
cpus = 4
ratio = 0.5
net = true
built = 2024-05-27T07:32:00Z
"quoted key" = 'literal \\d'
dotted.name = """one line"""
limits = { cpu = 1, memory = [512, 1024] }
[dev]
ports = ["8080:80", "9090:90"]
[secrets.TOKEN]
from_env = "HOST_TOKEN"
[[mounts]]
source = "./src" # trailing comment
[[mounts]]
source = "./data"
last = 1`.split('\n');

const INSERTED = [
  '',
  ' ',
  ...'=.,:#"\'\\-+_ex0[]{}'.split(''),
  'é',
  '“',
  '\u0000',
  '\r',
  '= 1',
  'True',
  '"""',
];

const damagedLine = fc
  .record({
    line: fc.nat(LINES.length - 1),
    at: fc.nat(60),
    length: fc.nat(5),
    insert: fc.constantFrom(...INSERTED),
  })
  .map(({ line, at, length, insert }) => {
    const before = LINES[line]!;
    const start = at % (before.length + 1);
    return { line, damaged: before.slice(0, start) + insert + before.slice(start + length) };
  });

/** The source line of every sound key-value but those of the damaged line. */
function survivors({ text, body, headers }: TomlDocument, damaged: number): string[] {
  const index = new LineIndex(text);
  const lines = text.split('\n');
  return [...body, ...headers.flatMap(({ entries }) => entries)]
    .filter(({ start, value }) => !value.damaged && index.lineAt(start) !== damaged)
    .map(({ start }) => lines[index.lineAt(start)]!);
}

test('a damaged line yields errors on that line only, and the other lines keep their values', () => {
  const others = (damaged: number): string[] =>
    LINES.filter((text, line) => line !== damaged && !/^[[#]/.test(text));
  fc.assert(
    fc.property(damagedLine, ({ line, damaged }) => {
      // A new `"""` swallows everything up to the next one, in Rust as here.
      fc.pre(!damaged.includes('"""') || LINES[line]!.includes('"""'));
      const document = parseToml(LINES.map((text, index) => (index === line ? damaged : text)).join('\n'));
      const index = new LineIndex(document.text);
      const spread = document.errors
        .filter(({ start }) => index.lineAt(start) !== line)
        .map(({ code }) => code)
        // A damaged name can be one that another line sets: that is not for the syntax to know.
        .filter((code) => code !== 'duplicate-key' && code !== 'redefined-table' && code !== 'not-a-table')
        // What is opened may go on over lines; that its end is missing shows on a later one.
        .filter((code) => code !== 'unterminated-array' || !damaged.includes('['))
        // So is what stands behind it and cannot be in a string.
        .filter((code) => !/^unterminated-string|^invalid-escape/.test(code) || !damaged.includes('"""'));
      expect(spread).toEqual([]);
      expect(survivors(document, line)).toEqual(others(line));
    }),
    { numRuns: 2000, seed: 20_260_101 },
  );
});

describe('what is sound around an error stays usable', () => {
  test.each([
    ['an unclosed array', 'a = ["x",\n\nb = 2\n[t]\nc = 3\n', { a: ['x'], b: 2, t: { c: 3 } }],
    ['an unclosed multi-line string', 'a = """x\ntext\nb = 2\n', { a: 'x\ntext\n', b: 2 }],
    ['an unclosed string', 'a = "x\nb = 2\n', { a: 'x', b: 2 }],
    ['an unclosed header', '[dev\nports = []\n', { dev: { ports: [] } }],
    ['an inline table over lines', 'a = {\n  b = 1,\n  c = 2\n}\nd = 3\n', { a: { b: 1, c: 2 }, d: 3 }],
    ['an unclosed inline table', 'a = { b = 1\nc = 2\n', { a: { b: 1 }, c: 2 }],
    ['a colon for an equals sign', 'a: 1\nb = 2\n', { a: 1, b: 2 }],
    ['a missing comma', 'a = [1 2, 3]\n', { a: [1, 2, 3] }],
    ['a key without value', 'a =\nb = 2\n', { a: undefined, b: 2 }],
    ['half a key', 'ima\nb = 2\n', { b: 2 }],
    ['the first of two', 'a = 1\na = 2\nb = 3\n', { a: 1, b: 3 }],
    ['a wrong escape', 'a = "C:\\dir"\n', { a: 'C:\\dir' }],
    ['brackets that do not match', 'a = [\n  { b = 1 ],\n  { b = 2 },\n]\nc = 3\n', { a: [{ b: 1 }], c: 3 }],
  ])('%s', (_, text, expected) => {
    const document = parseToml(text);
    expect(document.errors).toHaveLength(1);
    expect(toPlain(document.root)).toEqual(expected);
  });
});

describe('what is damaged says so', () => {
  const damaged = (text: string): boolean => parseToml(text).body[0]!.value.damaged;

  test.each(['"un', '"\\q"', '[1 2]', '[[True]]', '{ a = 1, }', '{ a = 1, a = 2 }', 'True', '03', ''])(
    'a = %s',
    (value) => {
      expect(damaged(`a = ${value}\n`)).toBe(true);
    },
  );

  test.each(['"x"', '[1, 2,]', '{ a = 1 }', 'true', '3', '07:32:00'])('a = %s', (value) => {
    expect(damaged(`a = ${value}\n`)).toBe(false);
  });
});

test('a refused header keeps its entries, in a table of its own', () => {
  const document = parseToml('[dev]\na = 1\n[dev]\nb = 2\n[]\nc = 3\n[dev.sub]\n');
  expect(errorLines(document)).toEqual(['redefined-table:3', 'expected-key:5']);
  expect(document.headers.map(({ attached, table }) => [attached, toPlain(table)])).toEqual([
    [true, { a: 1, sub: {} }],
    [false, { b: 2 }],
    [false, { c: 3 }],
    [true, {}],
  ]);
  expect(toPlain(document.root)).toEqual({ dev: { a: 1, sub: {} } });
});

test('a comment stays a comment, and a suppressed line stays silent', () => {
  const text = 'a = [1\n# one\nb = 2 # two\nc = "x # no\n';
  const document = parseToml(text);
  expect(document.comments.map(({ start, end }) => text.slice(start, end))).toEqual(['# one', '# two']);
});
