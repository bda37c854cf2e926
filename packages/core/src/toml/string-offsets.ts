import type { TextRange } from '../text/range.ts';
import { BACKSLASH, CR, LF, QUOTE } from './characters.ts';
import { contentStart, decodeEscape, lineContinuation } from './strings.ts';
import type { ScalarNode, TomlDocument } from './tree.ts';

/**
 * Where a part of a string's value is written: rules use it to point inside a string.
 * @param scalar a string; for any other kind the range of the whole scalar is returned.
 * @param from index of the part's first UTF-16 code unit in the value.
 * @param to index after its last; both are moved into the value where they lie outside it.
 */
export function stringRange(document: TomlDocument, scalar: ScalarNode, from: number, to: number): TextRange {
  if (scalar.kind !== 'string') return { start: scalar.start, end: scalar.end };
  const start = offsetInString(document, scalar, from);
  return { start, end: Math.max(start, offsetInString(document, scalar, to)) };
}

/** The offset in the text at which the code unit of that index in a string's value is written. */
export function offsetInString(document: TomlDocument, scalar: ScalarNode, index: number): number {
  const { text } = document;
  const value = String(scalar.value);
  const quote = text.charCodeAt(scalar.start);
  const multiline = text.startsWith(text.charAt(scalar.start).repeat(3), scalar.start);
  const start = multiline ? contentStart(text, scalar.start) : scalar.start + 1;
  const last = Math.min(Math.max(index, 0), value.length);
  // Whatever is decoded gets shorter: text and value of one length are the same.
  const closed = scalar.end - (multiline ? 3 : 1);
  if (!scalar.damaged && closed - start === value.length) return start + last;
  let at = start;
  for (let count = 0; count < last;) {
    const step = unitAt(text, at, { quote, multiline });
    // A character beyond U+FFFF is two units of value in one escape: the middle of it is at its start.
    if (count + step.units > last) break;
    count += step.units;
    at += step.length;
  }
  // A line-ending backslash belongs to no character of the value; what follows it does.
  return last < value.length && multiline && quote === QUOTE ? afterContinuation(text, at) : at;
}

/** Where each code unit of a string's value is written. */
export interface StringOffsets {
  /** Where the first of them may stand: behind the quotes. */
  readonly content: number;
  /** Offset at which the unit of that index begins; one more for what is written behind the last one. */
  readonly starts: readonly number[];
  /** Offset behind the unit of that index. A line-ending backslash lies between an end and the next start. */
  readonly ends: readonly number[];
}

/**
 * Where all of a string is written, for whoever asks for many places of it.
 *
 * @param string in its quotes; one that is sound.
 */
export function stringOffsets(text: string, { start, end }: TextRange): StringOffsets {
  const quote = text.charCodeAt(start);
  const multiline = end - start >= 6 && text.startsWith(text.charAt(start).repeat(3), start);
  const close = end - (multiline ? 3 : 1);
  const starts: number[] = [];
  const ends: number[] = [];
  const content = multiline ? contentStart(text, start) : start + 1;
  for (let at = content; at < close;) {
    const { length, units } = unitAt(text, at, { quote, multiline });
    for (let unit = 0; unit < units; unit++) {
      starts.push(at);
      ends.push(at + length);
    }
    at += length;
  }
  starts.push(close);
  return { content, starts, ends };
}

/** How much text and how many code units of value the next piece of a string is. */
function unitAt(
  text: string,
  at: number,
  { quote, multiline }: { quote: number; multiline: boolean },
): { length: number; units: number } {
  const code = text.charCodeAt(at);
  if (multiline && code === CR && text.charCodeAt(at + 1) === LF) return { length: 2, units: 1 };
  if (quote !== QUOTE || code !== BACKSLASH) return { length: 1, units: 1 };
  const continued = multiline ? lineContinuation(text, at) : at;
  if (continued > at) return { length: continued - at, units: 0 };
  const escape = decodeEscape(text, at);
  return escape ? { length: escape.length, units: escape.value.length } : { length: 1, units: 1 };
}

function afterContinuation(text: string, at: number): number {
  return text.charCodeAt(at) === BACKSLASH ? lineContinuation(text, at) : at;
}
