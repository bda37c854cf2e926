import { describe, expect, test } from 'vitest';
import {
  type Leaf,
  parseToml,
  type ScalarNode,
  stringRange,
  type Table,
  tokens,
  toPlain,
  valueOf,
} from '../../packages/core/src/toml/index.ts';

const TEXT = `image = "x"
dev.ports = [80] # ports
[[a."b c"]]
n = { k = 1 }
`;

test('every node knows where it stands', () => {
  const { body, headers, comments } = parseToml(TEXT);
  const at = ({ start, end }: { start: number; end: number }): string => TEXT.slice(start, end);
  expect(body.map(at)).toEqual(['image = "x"', 'dev.ports = [80]']);
  expect(body.map(({ keys }) => keys.map(at))).toEqual([['image'], ['dev', 'ports']]);
  expect(body.map(({ value }) => at(value))).toEqual(['"x"', '[80]']);
  expect(headers.map((header) => [at(header), header.array, header.keys.map(at)])).toEqual([
    ['[[a."b c"]]', true, ['a', '"b c"']],
  ]);
  expect(headers[0]!.entries.map(at)).toEqual(['n = { k = 1 }']);
  expect(comments.map(at)).toEqual(['# ports']);
});

test('every node says what it is', () => {
  const { body, headers } = parseToml(TEXT);
  const [header] = headers;
  expect(body[0]).toMatchObject({ type: 'key-value', value: { type: 'scalar', kind: 'string', value: 'x' } });
  expect(body[1]!.keys[1]).toMatchObject({ type: 'key', name: 'ports', style: 'bare' });
  expect(header).toMatchObject({ type: 'header', attached: true });
  expect(header!.keys[1]).toMatchObject({ type: 'key', name: 'b c', style: 'basic' });
  expect(header!.entries[0]!.value).toMatchObject({ type: 'inline-table' });
});

test('the meaning leads back to the syntax', () => {
  const { root, body, headers } = parseToml(TEXT);
  const image = root.entries.get('image') as Leaf;
  expect([image.node, image.key, image.value]).toEqual([body[0], body[0]!.keys[0], body[0]!.value]);
  const dev = root.entries.get('dev') as Table;
  expect([dev.origin, dev.definition, dev.header]).toEqual(['dotted', body[1]!.keys[0], undefined]);
  const a = root.entries.get('a') as Table;
  expect([a.origin, a.definition]).toEqual(['implied', headers[0]!.keys[0]]);
  const array = a.entries.get('b c');
  if (array?.type !== 'table-array') throw new Error('not an array of tables');
  expect(array.items[0]!.header).toBe(headers[0]);
  expect(headers[0]!.table).toBe(array.items[0]);
  const inline = (array.items[0]!.entries.get('n') as Leaf).value;
  expect(inline.type === 'inline-table' && [inline.table.origin, toPlain(inline.table)]).toEqual([
    'inline',
    { k: 1 },
  ]);
});

test('a header takes over the table that headers below it implied', () => {
  const { root, headers } = parseToml('[a.b]\n[a]\n');
  const a = root.entries.get('a') as Table;
  expect([a.origin, a.header, a.definition]).toEqual(['header', headers[1], headers[1]!.keys[0]]);
});

test('plain values have own properties only, and exact integers', () => {
  const plain = toPlain(parseToml('__proto__ = { x = 1 }\nbig = 9007199254740993\nconstructor = 2\n').root);
  expect(Object.keys(plain)).toEqual(['__proto__', 'big', 'constructor']);
  expect(Object.getPrototypeOf(plain)).toBe(Object.prototype);
  expect(plain['big']).toBe(9007199254740993n);
  expect(({} as { x?: number }).x).toBeUndefined();
  expect(valueOf(parseToml('a = [1, -0, "x"]').body[0]!.value)).toEqual([1, 0, 'x']);
});

test('tokens name every part', () => {
  const document = parseToml('\uFEFFa."b" = [1, true] # c\r\n[t]\nd = 07:32:00 oops\n');
  const named = tokens(document)
    .filter(({ kind }) => kind !== 'whitespace')
    .map(({ kind, start, end }) => `${kind} ${JSON.stringify(document.text.slice(start, end))}`);
  expect(named).toMatchInlineSnapshot(`
    [
      "bom "﻿"",
      "key "a"",
      "dot "."",
      "key "\\"b\\""",
      "equals "="",
      "open-bracket "["",
      "number "1"",
      "comma ","",
      "boolean "true"",
      "close-bracket "]"",
      "comment "# c"",
      "newline "\\r\\n"",
      "open-bracket "["",
      "key "t"",
      "close-bracket "]"",
      "newline "\\n"",
      "key "d"",
      "equals "="",
      "date-time "07:32:00"",
      "error "oops"",
      "newline "\\n"",
    ]
  `);
});

describe('a part of a string is found in its source', () => {
  const range = (literal: string, from: number, to: number): string => {
    const document = parseToml(`a = ${literal}`);
    const { start, end } = stringRange(document, document.body[0]!.value as ScalarNode, from, to);
    return document.text.slice(start, end);
  };

  test.each([
    ['plain', '"8080:80/tcp"', 5, 7, '80'],
    ['literal', "'a\\b'", 1, 2, '\\'],
    ['the whole', '"abc"', 0, 3, 'abc'],
    ['empty', '"abc"', 1, 1, ''],
    ['beyond the end', '"abc"', 2, 99, 'c'],
    ['an escape is one character', '"a\\tb"', 1, 2, '\\t'],
    ['behind escapes', '"\\u00e9\\\\x"', 2, 3, 'x'],
    ['an astral escape is two code units', '"\\U0001F600x"', 0, 2, '\\U0001F600'],
    ['behind an astral escape', '"\\U0001F600x"', 2, 3, 'x'],
    ['a wrong escape stands for itself', '"\\qx"', 0, 2, '\\q'],
    ['multi-line', '"""\nab\ncd"""', 3, 5, 'cd'],
    ['multi-line with CRLF', '"""\r\nab\r\ncd"""', 3, 5, 'cd'],
    ['behind a line-ending backslash', '"""ab\\\n   cd"""', 2, 4, 'cd'],
    ['across a line-ending backslash', '"""ab\\\n   cd"""', 1, 3, 'b\\\n   c'],
    ['multi-line literal', "'''\na\\b'''", 1, 3, '\\b'],
    ['not closed', '"ab\\tc', 3, 4, 'c'],
  ])('%s', (_, literal, from, to, expected) => {
    expect(range(literal, from, to)).toBe(expected);
  });

  test('of a value that is no string the whole is meant', () => {
    expect(range('123', 0, 1)).toBe('123');
  });
});
