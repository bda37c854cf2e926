import {
  APOSTROPHE,
  BACKSLASH,
  DOT,
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
export function looksLikeStatement(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === OPEN_BRACKET) return looksLikeHeader(text, at);
  if (!isBare(code) && code !== QUOTE && code !== APOSTROPHE) return false;
  const end = keyPathEnd(text, at);
  return end > 0 && text.charCodeAt(end) === EQUALS;
}

function looksLikeHeader(text: string, open: number): boolean {
  const array = text.charCodeAt(open + 1) === OPEN_BRACKET;
  const start = skipSpaces(text, open + (array ? 2 : 1));
  const first = text.charCodeAt(start);
  // `[1]`, `["a"]` and `[true]` are arrays that may well be items of a surrounding one.
  if (!isBare(first) || isDigit(first) || first === MINUS) return false;
  const end = keyPathEnd(text, start);
  if (end === 0 || /^(?:true|false|inf|nan)\s*$/.test(text.slice(start, Math.min(end, start + 99))))
    return false;
  if (!text.startsWith(array ? ']]' : ']', end)) return false;
  const after = skipSpaces(text, end + (array ? 2 : 1));
  return after >= text.length || /[\r\n#]/.test(text.charAt(after));
}

/** Where the dotted key at this offset and the spaces after it end; 0 when there is none. */
function keyPathEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const end = simpleKeyEnd(text, at);
    if (end === at) return 0;
    at = skipSpaces(text, end);
    if (text.charCodeAt(at) !== DOT) return at;
    at = skipSpaces(text, at + 1);
  }
}

function simpleKeyEnd(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  let at = start;
  if (quote !== QUOTE && quote !== APOSTROPHE) {
    while (isBare(text.charCodeAt(at))) at++;
    return at;
  }
  for (at++; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === LF) break;
    if (code === BACKSLASH && quote === QUOTE) at++;
  }
  return start;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++;
  return at;
}

/** Whether a line that starts like this, and is no statement, can only continue a list from lines above. */
export const looksLikeContinuation = (text: string, at: number): boolean => /[\]},"'{]/.test(text.charAt(at));

/** Moves to the next line that starts with a statement, or to the end of the text. */
export function skipToStatement(source: Source): void {
  const { text } = source;
  for (;;) {
    const feed = text.indexOf('\n', source.position);
    if (feed < 0) {
      source.position = source.length;
      return;
    }
    source.position = feed + 1;
    if (looksLikeStatement(text, skipSpaces(text, feed + 1))) return;
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
  return skipSpaces(text, start) - start;
}
