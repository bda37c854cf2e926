import { expect, test } from 'vitest';
import { parseToml, tokens, toPlain } from '../../packages/core/src/toml/index.ts';

const MANY = 30_000;

// No time is asserted; what is not linear takes minutes here.
test.each([
  ['nested arrays', `a = ${'['.repeat(10_000)}`],
  ['nested arrays, line by line', '[\n'.repeat(MANY)],
  ['nested inline tables', `a = ${'{a='.repeat(10_000)}`],
  ['arrays that are never closed', 'a = [\n'.repeat(MANY / 4)],
  ['inline tables that are never closed', 'a = {\n'.repeat(MANY / 4)],
  ['multi-line strings that are never closed', 'a = \'\'\'x\nb = """y\n'.repeat(MANY / 4)],
  ['quotes', '"'.repeat(MANY)],
  ['backslashes', `a = "${'\\'.repeat(MANY)}`],
  ['equals signs', `a ${'='.repeat(MANY)}`],
  ['dots', `a${'.a'.repeat(MANY)} = 1`],
  ['words without commas', `a = [${'x '.repeat(MANY)}]`],
  ['items without commas', `a = [${'1 '.repeat(MANY)}]`],
  ['items with carriage returns', `a = [${'1\r'.repeat(MANY)}]`],
  ['the same key in one inline table', `a = {${'a=1,'.repeat(MANY)}b=1}`],
  ['words in an inline table', `a = {${'b '.repeat(MANY)}`],
  ['NUL', '\0'.repeat(MANY)],
  ['NUL and letters in a string', `a = "${'\0a'.repeat(MANY)}"`],
  ['carriage returns', 'a = 1\r'.repeat(MANY)],
  ['byte order marks', '\uFEFF'.repeat(MANY)],
  ['lone surrogates', `\ud800 = "${'\udc00'.repeat(MANY)}"`],
  ['duplicate headers', '[a]\n'.repeat(MANY)],
  ['deep headers', `[${'a.'.repeat(78)}a]\n[${'a.'.repeat(78)}b]\n`.repeat(500)],
])('%s', (_, text) => {
  const document = parseToml(text);
  expect(document.errors.length).toBeGreaterThan(0);
  expect(tokens(document).at(-1)?.end).toBe(text.length);
  expect(toPlain(document.root)).toBeTypeOf('object');
});

test('a string of a megabyte', () => {
  const long = 'x'.repeat(1_000_000);
  expect(toPlain(parseToml(`a = "${long}"\n`).root)).toEqual({ a: long });
});

test('numbers of a megabyte', () => {
  const digits = '1'.repeat(1_000_000);
  const { errors } = parseToml(`a = ${digits}\nb = 0.${digits}\nc = 0x${digits}\nd = 1e${digits}\n`);
  expect(errors.map(({ code }) => code)).toEqual(['integer-overflow', 'integer-overflow', 'float-overflow']);
});

test('a file of 200,000 lines', () => {
  const { root, errors } = parseToml(
    Array.from({ length: 200_000 }, (_, index) => `key-${index} = ${index}\n`).join(''),
  );
  expect(errors).toEqual([]);
  expect(root.entries.size).toBe(200_000);
});

test('many array elements with tables of their own', () => {
  const { root, errors } = parseToml('[[a]]\n[a.b]\nc.d = 1\n'.repeat(MANY / 2));
  expect(errors).toEqual([]);
  expect(root.entries.get('a')).toMatchObject({ type: 'table-array', items: { length: MANY / 2 } });
});
