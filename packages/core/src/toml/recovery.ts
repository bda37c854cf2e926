import {
  APOSTROPHE,
  BACKSLASH,
  DOT,
  END,
  EQUALS,
  isBare,
  isDigit,
  LF,
  MINUS,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
  TAB,
} from './characters.ts';
import type { Source } from './source.ts';

/**
 * Whether the line content at this offset reads as `key =` or as a header and can be nothing else. Decides
 * where an unclosed array or string is taken to have ended, so that it must never be true of an array item.
 */
export function looksLikeStatement(source: Source, at: number): boolean {
  const { codes } = source;
  const code = codes[at]!;
  if (code === OPEN_BRACKET) return looksLikeHeader(source, at);
  if (!isBare(code) && code !== QUOTE && code !== APOSTROPHE) return false;
  const end = keyPathEnd(codes, at);
  return end > 0 && codes[end] === EQUALS;
}

function looksLikeHeader({ codes, text }: Source, open: number): boolean {
  const array = codes[open + 1] === OPEN_BRACKET;
  const start = skipSpaces(codes, open + (array ? 2 : 1));
  const first = codes[start]!;
  // `[1]`, `["a"]` and `[true]` are arrays that may well be items of a surrounding one.
  if (!isBare(first) || isDigit(first) || first === MINUS) return false;
  const end = keyPathEnd(codes, start);
  if (end === 0 || /^(?:true|false|inf|nan)\s*$/.test(text.slice(start, Math.min(end, start + 99))))
    return false;
  if (!text.startsWith(array ? ']]' : ']', end)) return false;
  const after = skipSpaces(codes, end + (array ? 2 : 1));
  return after >= text.length || /[\r\n#]/.test(text.charAt(after));
}

/** Where the dotted key at this offset and the spaces after it end; 0 when there is none. */
function keyPathEnd(codes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const end = simpleKeyEnd(codes, at);
    if (end === at) return 0;
    at = skipSpaces(codes, end);
    if (codes[at] !== DOT) return at;
    at = skipSpaces(codes, at + 1);
  }
}

function simpleKeyEnd(codes: Uint8Array, start: number): number {
  const quote = codes[start];
  let at = start;
  if (quote !== QUOTE && quote !== APOSTROPHE) {
    while (isBare(codes[at]!)) at++;
    return at;
  }
  for (at++; codes[at] !== END; at++) {
    const code = codes[at];
    if (code === quote) return at + 1;
    if (code === LF) break;
    if (code === BACKSLASH && quote === QUOTE) at++;
  }
  return start;
}

function skipSpaces(codes: Uint8Array, from: number): number {
  let at = from;
  while (codes[at] === SPACE || codes[at] === TAB) at++;
  return at;
}

/** Whether a line that starts like this, and is no statement, can only continue a list from lines above. */
export const looksLikeContinuation = (text: string, at: number): boolean => /[\]},"'{]/.test(text.charAt(at));

/** Moves to the next line that starts with a statement, or to the end of the text. */
export function skipToStatement(source: Source): void {
  const { codes, text } = source;
  for (;;) {
    const feed = text.indexOf('\n', source.position);
    if (feed < 0) {
      source.position = source.length;
      return;
    }
    source.position = feed + 1;
    if (looksLikeStatement(source, skipSpaces(codes, feed + 1))) return;
  }
}

/** Cuts spaces and tabs off the end of a range. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text.charCodeAt(at - 1) === SPACE || text.charCodeAt(at - 1) === TAB)) at--;
  return at;
}

/** The offset of the next character that is neither blank nor in a comment; the text's length if there is none. */
export function nextContent(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    if (text.charAt(at) !== '#') return at;
    const feed = text.indexOf('\n', at);
    if (feed < 0) return text.length;
    at = feed + 1;
  }
}

/** How many spaces and tabs the line around this offset starts with, a mark at the beginning of the text left out. */
export function indentationAt(text: string, offset: number): number {
  const line = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const start = line === 0 && text.startsWith('\uFEFF') ? 1 : line;
  let end = start;
  while (text.charCodeAt(end) === SPACE || text.charCodeAt(end) === TAB) end++;
  return end - start;
}
