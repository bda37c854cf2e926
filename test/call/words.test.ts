import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinWords, splitWords, wordsFromArgv } from '../../packages/core/src/call/index.ts';
import { quoteWord } from '../../packages/core/src/text/shell.ts';
import { placeInWord } from '../../packages/core/src/call/words.ts';

const valuesOf = (text: string): string[] => splitWords(text).words.map(({ value }) => value);

describe('splitting like a shell', () => {
  test.for<readonly [text: string, words: readonly string[]]>([
    ['', []],
    ['  \t\n ', []],
    ['a b', ['a', 'b']],
    [' a\tb\nc\r\nd ', ['a', 'b', 'c', 'd']],
    [`'a b' "c d"`, ['a b', 'c d']],
    [`a'b c'd"e f"g`, ['ab cde fg']],
    [`''`, ['']],
    [`""`, ['']],
    [`a ''`, ['a', '']],
    [String.raw`a\ b`, ['a b']],
    [String.raw`\'a\'`, [`'a'`]],
    [String.raw`"a\"b\\c\$d\e"`, [String.raw`a"b\c$d\e`]],
    [String.raw`'a\'`, ['a\\']],
    ['a\\\nb', ['ab']],
    ['a \\\n b', ['a', 'b']],
    ['"a\\\nb"', ['ab']],
    [`-e 'A=x y' -p 80`, ['-e', 'A=x y', '-p', '80']],
    [
      '$HOME ~/x *.js #no a|b ;c &d `e` $(f)',
      ['$HOME', '~/x', '*.js', '#no', 'a|b', ';c', '&d', '`e`', '$(f)'],
    ],
    [`-e "A=$B"`, ['-e', 'A=$B']],
    ['é 😀', ['é', '😀']],
  ])('%j', ([text, words]) => {
    expect(valuesOf(text)).toEqual(words);
    expect(splitWords(text).problem).toBeUndefined();
  });

  test('ranges take quotes in, and characters keep their places', () => {
    const text = String.raw`-e 'A'=x\ y`;
    const [flag, word] = splitWords(text).words;
    expect(text.slice(flag!.range.start, flag!.range.end)).toBe('-e');
    expect(text.slice(word!.range.start, word!.range.end)).toBe(String.raw`'A'=x\ y`);
    expect(word!.value).toBe('A=x y');
    expect(Array.from(word!.value, (_, index) => text[placeInWord(word!, index)]).join('')).toBe('A=x y');
    expect(placeInWord(word!, 5)).toBe(text.length);
  });

  test.for<readonly [text: string, code: string, from: number]>([
    [`a 'b c`, 'unterminated-quote', 2],
    [`a "b c`, 'unterminated-quote', 2],
    [`a "b\\"`, 'unterminated-quote', 2],
    [`a b\\`, 'trailing-backslash', 3],
  ])('%j is not complete', ([text, code, from]) => {
    const { problem, words } = splitWords(text);
    expect(problem).toMatchObject({ code, range: { start: from, end: text.length } });
    expect(words.length).toBe(2);
  });
});

describe('quoting', () => {
  test.for<readonly [value: string, quoted: string]>([
    ['a', 'a'],
    ['--port=8080:80', '--port=8080:80'],
    ['', `''`],
    ['a b', `'a b'`],
    ['~/x', `'~/x'`],
    ['$A', `'$A'`],
    [`it's`, String.raw`'it'\''s'`],
    ['a\nb', `'a\nb'`],
  ])('%j', ([value, quoted]) => {
    expect(quoteWord(value)).toBe(quoted);
  });

  test('arguments survive being written and read back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (argv) => {
        expect(valuesOf(joinWords(argv))).toEqual(argv);
        const { text, words } = wordsFromArgv(argv);
        expect(words.map(({ value }) => value)).toEqual(argv);
        for (const { range } of words) expect(range.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('any text can be split', () => {
    const unit = fc.constantFrom('a', ' ', "'", '"', '\\', '\n', '$', '=', '-', '😀');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const { words, problem } = splitWords(text);
        let end = 0;
        for (const { range } of words) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          ({ end } = range);
        }
        if (!problem)
          expect(valuesOf(joinWords(words.map(({ value }) => value)))).toEqual(
            words.map(({ value }) => value),
          );
      }),
    );
  });
});
