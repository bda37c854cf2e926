import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  endsValue,
  HASH,
  isDigit,
  isWord,
  MINUS,
  QUOTE,
  SPACE,
  ZERO,
} from './characters.ts';
import { readDateTime } from './dates.ts';
import { explainWord, missingValue } from './mistakes.ts';
import { invalid, missing, Scalar } from './nodes.ts';
import { numberKind } from './numbers.ts';
import { trimEnd } from './recovery.ts';
import type { Source } from './source.ts';
import type { ScalarKind, ScalarNode, ScalarValue } from './tree.ts';

const SPECIAL = /^[+-]?(?:inf|nan)$/;
const LARGEST = 2n ** 63n - 1n;
const SMALLEST = -(2n ** 63n);

/**
 * Reads a value that stands without quotes: a number, date-time or boolean, or what is none of them.
 * @param nested inside an array or inline table, where commas and brackets end a value.
 */
export function readWord(source: Source, nested: boolean): ScalarNode {
  const { codes, text } = source;
  const start = source.position;
  let at = start;
  let code = codes[at]!;
  if (isDigit(code) && code !== ZERO) {
    // Nearly every number is a short decimal integer, which needs neither a copy nor a pattern.
    let value = 0;
    for (; isDigit(code) && at - start < 15; code = codes[++at]!) value = value * 10 + code - ZERO;
    if (endsValue(code) && !(code === SPACE && at - start === 10)) {
      return scalar(source, start, at, 'integer', value);
    }
  }
  while (isWord(code)) code = codes[++at]!;
  if (code === SPACE && at - start === 10) at = timeAfterSpace(source, start, at);
  // What directly touches a number (`1"a"`, `8080/tcp`) makes both together one text without quotes.
  if (at === start || !endsValue(codes[at]!)) return readUnquoted(source, start, nested);
  const word = text.slice(start, at);
  if (word === 'true') return scalar(source, start, at, 'boolean', true);
  if (word === 'false') return scalar(source, start, at, 'boolean', false);
  return (
    readDate(source, start, word) ?? readNumber(source, start, word) ?? readUnquoted(source, start, nested)
  );
}

function scalar(
  source: Source,
  start: number,
  end: number,
  kind: ScalarKind,
  value: ScalarValue,
): ScalarNode {
  source.position = end;
  return new Scalar(start, end, kind, value, false);
}

/** Ends the value here with nothing to show for it; why that is has been reported. */
function refused(source: Source, start: number, end: number): ScalarNode {
  source.position = end;
  return invalid(start, end);
}

function readNumber(source: Source, start: number, word: string): ScalarNode | undefined {
  const end = start + word.length;
  const kind = numberKind(word);
  if (kind === 'integer') return readInteger(source, start, word);
  if (kind === 'float') {
    const value = Number(withoutGroups(word));
    // Rust's parser refuses what rounds to infinity, but only the positive one.
    if (value !== Number.POSITIVE_INFINITY) return scalar(source, start, end, 'float', value);
    source.report('float-overflow', start, end, `\`${word}\` is too large for a 64-bit float`);
    return refused(source, start, end);
  }
  if (!SPECIAL.test(word)) return undefined;
  const infinite = word.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return scalar(source, start, end, 'float', word.endsWith('inf') ? infinite : Number.NaN);
}

/** Few numbers have `_` between their digits. */
function withoutGroups(word: string): string {
  return word.includes('_') ? word.replaceAll('_', '') : word;
}

function readInteger(source: Source, start: number, word: string): ScalarNode {
  const end = start + word.length;
  const digits = withoutGroups(word);
  const rounded = Number(digits);
  // Adding zero turns -0 into 0: integers have no negative zero.
  if (Number.isSafeInteger(rounded)) return scalar(source, start, end, 'integer', rounded + 0);
  // Rounding may hide the last digits, never the size, and a megabyte of digits is not worth an exact number.
  const exact = Math.abs(rounded) <= 2 ** 63 ? BigInt(digits.replace('+', '')) : undefined;
  if (exact !== undefined && exact <= LARGEST && exact >= SMALLEST) {
    return scalar(source, start, end, 'integer', exact);
  }
  source.report('integer-overflow', start, end, `The integer does not fit into 64 bits`);
  return refused(source, start, end);
}

function readDate(source: Source, start: number, word: string): ScalarNode | undefined {
  if (word.charCodeAt(4) !== MINUS && word.charCodeAt(2) !== COLON) return undefined;
  const end = start + word.length;
  const reading = readDateTime(word);
  if (!reading) return undefined;
  if ('kind' in reading) return scalar(source, start, end, reading.kind, word);
  source.report('invalid-date-time', start, end, reading.problem);
  return refused(source, start, end);
}

/** A date may be parted from its time by one space. @returns the end of the time, or `at` if there is none. */
function timeAfterSpace({ codes, text }: Source, start: number, at: number): number {
  if (codes[start + 4] !== MINUS || codes[at + 3] !== COLON) return at;
  let end = at + 1;
  while (isWord(codes[end]!)) end++;
  return readDateTime(text.slice(start, end)) ? end : at;
}

/** Takes everything up to the next delimiter as one value that lacks its quotes, so that it is one error. */
function readUnquoted(source: Source, start: number, nested: boolean): ScalarNode {
  const { codes, text } = source;
  let at = start;
  for (; !source.endsLine(at); at++) {
    const code = codes[at]!;
    if (code === HASH) break;
    if (!nested) continue;
    if (code === COMMA || code === CLOSE_BRACKET || code === CLOSE_BRACE) break;
    if (code === QUOTE && at > start && /[ \t]/.test(text.charAt(at - 1))) break;
  }
  const end = trimEnd(text, start, at);
  source.position = end;
  if (end === start) {
    missingValue(source, start, start, Math.min(start + 1, source.length));
    return missing(start);
  }
  explainWord(source, start, end);
  return refused(source, start, end);
}
