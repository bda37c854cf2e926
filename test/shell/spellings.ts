/** Strings of TOML in every form, made piece by piece, so that it is known where each of their characters stands. */
import * as fc from 'fast-check';

/** How one character of a value is written; nothing of the value, for a line-ending backslash. */
export interface Piece {
  readonly value: string;
  readonly raw: string;
}

/** A string, as it is written and as it reads. */
export interface Spelt {
  readonly value: string;
  readonly written: string;
  readonly form: Form;
  /** Of the character that begins at a UTF-16 unit of the value, where it is written. */
  readonly places: ReadonlyMap<number, { readonly start: number; readonly end: number }>;
}

export type Form = 'basic' | 'literal' | 'multiline-basic' | 'multiline-literal';

/** What scripts are made of, and what is hard to write. */
const CHARACTERS = Array.from('ab $;|&#!(){}[]<>=-/\\"\'`\t\n😀é\u2028\u0301👩‍💻\uFEFF\0\u001b\u007f\r');

export const character: fc.Arbitrary<string> = fc.constantFrom(...CHARACTERS);
export const scriptText: fc.Arbitrary<string> = fc
  .array(character, { maxLength: 25 })
  .map((all) => all.join(''));

const SHORT: Readonly<Record<string, string>> = {
  '\b': String.raw`\b`,
  '\t': String.raw`\t`,
  '\n': String.raw`\n`,
  '\f': String.raw`\f`,
  '\r': String.raw`\r`,
  '"': String.raw`\"`,
  '\\': '\\\\',
};

function unicode(one: string): string {
  return `\\U${one.codePointAt(0)!.toString(16).padStart(8, '0')}`;
}

function basic(one: string, isLong: boolean): string {
  if (isLong) return unicode(one);
  return SHORT[one] ?? (/\p{Cc}/u.test(one) ? unicode(one) : one);
}

/** A string of any form, with any script in it that the form can hold. */
export const spelt: fc.Arbitrary<Spelt> = fc
  .record({
    form: fc.constantFrom<Form>('basic', 'literal', 'multiline-basic', 'multiline-literal'),
    characters: fc.array(
      fc.record({
        one: character,
        /** Written by its number, or as a bare character where the form lets it be. */
        spelling: fc.constantFrom('short', 'long', 'bare'),
        /** Blanks behind a line-ending backslash in front of it. */
        continued: fc.option(fc.constantFrom('', '  ', '\n\t '), { nil: undefined, freq: 5 }),
      }),
      { maxLength: 30 },
    ),
    crlf: fc.boolean(),
    /** A line break behind the quotes, which is not part of the value. */
    opened: fc.boolean(),
  })
  .map(({ form, characters, crlf, opened }) => {
    const eol = crlf ? '\r\n' : '\n';
    const pieces: Piece[] = [];
    for (const { one, spelling, continued } of characters) {
      if (form === 'basic') pieces.push({ value: one, raw: basic(one, spelling === 'long') });
      else if (form === 'literal') {
        if (!/'|(?!\t)\p{Cc}/u.test(one)) pieces.push({ value: one, raw: one });
      } else if (form === 'multiline-literal') {
        if (!/'|(?![\t\n])\p{Cc}/u.test(one)) pieces.push({ value: one, raw: one === '\n' ? eol : one });
      } else {
        if (continued !== undefined)
          pieces.push({ value: '', raw: `\\${eol}${continued.replaceAll('\n', eol)}` });
        const isBare = spelling === 'bare' && (one === '\n' || one === '\t');
        // A blank would be swallowed by the backslash before it.
        const isSwallowed = continued !== undefined && /[ \t\n]/.test(one);
        if (isBare && !isSwallowed) pieces.push({ value: one, raw: one === '\n' ? eol : one });
        else
          pieces.push({ value: one, raw: basic(one, spelling === 'long' || (isSwallowed && one === ' ')) });
      }
    }
    return assembled(form, pieces, opened ? eol : '');
  });

function assembled(form: Form, pieces: readonly Piece[], opening: string): Spelt {
  const quote = { basic: '"', literal: "'", 'multiline-basic': '"""', 'multiline-literal': "'''" }[form];
  const isMultiline = quote.length === 3;
  // Without one, a line break that is part of the value would be taken for it.
  const eol = pieces[0]?.raw.startsWith('\n') ? '\n' : pieces[0]?.raw.startsWith('\r\n') ? '\r\n' : opening;
  let written = quote + (isMultiline ? eol : '');
  let value = '';
  const places = new Map<number, { start: number; end: number }>();
  for (const piece of pieces) {
    if (piece.value !== '')
      places.set(value.length, { start: written.length, end: written.length + piece.raw.length });
    value += piece.value;
    written += piece.raw;
  }
  return { form, value, written: written + quote, places };
}

/** Edits of a value, whole characters only, not overlapping and in order. */
export function editsOf(
  value: string,
): fc.Arbitrary<{ range: { start: number; end: number }; text: string }[]> {
  const bounds: number[] = [0];
  for (const one of value) bounds.push(bounds.at(-1)! + one.length);
  return fc
    .array(
      fc.record({
        from: fc.nat(bounds.length - 1),
        length: fc.nat(3),
        text: fc.array(character, { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((all) => {
      const edits = [];
      let least = 0;
      for (const { from, length, text } of all.toSorted((one, other) => one.from - other.from)) {
        const first = Math.max(from, least);
        const last = Math.min(first + length, bounds.length - 1);
        if (first > bounds.length - 1) break;
        edits.push({ range: { start: bounds[first]!, end: bounds[last]! }, text: text.join('') });
        least = last + 1;
      }
      return edits;
    });
}
