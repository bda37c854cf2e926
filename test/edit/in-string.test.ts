import * as fc from 'fast-check';
import { applyEdits, parseSmolfile } from '@smolfile/core';
import { expect, test } from 'vitest';
import { editString } from '../../packages/core/src/edit/index.ts';
import { stringOffsets, stringRange } from '../../packages/core/src/toml/index.ts';
import { editsOf, spelt } from '../shell/spellings.ts';

function valueIn(text: string): unknown {
  const { settings, errors } = parseSmolfile(text);
  return errors.length === 0 ? settings.string('image')?.value : errors;
}

test('a string of any form reads as it was made', () => {
  fc.assert(
    fc.property(spelt, ({ value, written }) => {
      expect(valueIn(`image = ${written}\n`)).toBe(value);
    }),
    { numRuns: 500 },
  );
});

test('every character of a string is found where it is written', () => {
  fc.assert(
    fc.property(spelt, fc.string({ maxLength: 5 }), ({ value, written, places }, before) => {
      const comment = `# ${before.replaceAll(/[^ -~]/g, '')}\n`;
      const document = parseSmolfile(`${comment}image = ${written}\n`);
      const { node } = document.settings.string('image')!;
      const { starts, ends } = stringOffsets(document.text, node);
      for (const [index, { start, end }] of places) {
        const last = index + String.fromCodePoint(value.codePointAt(index)!).length - 1;
        expect([starts[index]! - node.start, ends[last]! - node.start]).toEqual([start, end]);
        expect(stringRange(document.toml, node, index, last).start).toBe(starts[index]);
      }
      expect(starts).toHaveLength(value.length + 1);
    }),
    { numRuns: 500 },
  );
});

/** What no `'''…'''` can hold. */
const BEYOND_LITERAL = /'''|(?![\t\n])\p{Cc}|^\n/u;

test('a string of any form takes any edit that its quotes can hold', () => {
  fc.assert(
    fc.property(
      spelt.chain((string) => fc.tuple(fc.constant(string), editsOf(string.value))),
      ([{ form, value, written }, edits]) => {
        const wanted = applyEdits(value, edits);
        const own = editString(written, value, edits);
        if (!own) {
          expect(form).toBe('multiline-literal');
          expect(wanted).toMatch(BEYOND_LITERAL);
          return;
        }
        expect(valueIn(`image = ${applyEdits(written, own)} # x\n`)).toBe(wanted);
      },
    ),
    { numRuns: 1000 },
  );
});

test.each([
  // what is put in is written as its surroundings are
  ['"echo $x"', [[5, 7, '"$x"']], String.raw`"echo \"$x\""`],
  ["'echo $x'", [[5, 7, '"$x"']], `'echo "$x"'`],
  ['"""\necho $x\n"""', [[5, 7, '"$x"']], '"""\necho "$x"\n"""'],
  ["'''\r\na\r\n'''", [[1, 1, '\nb']], "'''\r\na\r\nb\r\n'''"],
  // what is not touched keeps its spelling
  [String.raw`"\u0061 $x"`, [[4, 4, '"']], String.raw`"\u0061 $x\""`],
  // quotes that cannot hold it
  ["'a b'", [[1, 2, "'"]], `"a'b"`],
  ["'''a b'''", [[1, 2, "'''"]], undefined],
  ["'''a b'''", [[0, 0, '\n']], undefined],
  ['"""a b"""', [[0, 0, '\n']], String.raw`"""\na b"""`],
  ['"""a b"""', [[1, 2, '"""']], String.raw`"""a\"\"\"b"""`],
  // blanks beside a line-ending backslash
  ['"""a\\\n  b"""', [[1, 1, ' || exit']], '"""a || exit\\\n  b"""'],
  [
    '"""a\\\n  b"""',
    [[1, 2, ' c']],
    String.raw`"""a\
  \u0020c"""`,
  ],
  ['"""a\\\n  b c"""', [[1, 2, '']], '"""a c"""'],
  ['"""a"""', [[1, 1, '\uD800']], undefined],
] as const)('%j with %j', (written, edits, expected) => {
  const value = String(valueIn(`image = ${written}`));
  const own = editString(
    written,
    value,
    edits.map(([start, end, text]) => ({ range: { start, end }, text })),
  );
  expect(own && applyEdits(written, own)).toBe(expected);
});
