// Where JavaScript's idea of white space, integers and length is not Rust's, these are Rust's.

/** Unicode `White_Space`, as Rust's `char::is_whitespace`: U+0085 is in it, U+FEFF is not (facts 2.2). */
const WHITE_SPACE = new Set([
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005,
  0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
]);

/** Nearly all characters are between the two blocks that this looks for first. */
function isWhitespace(code: number): boolean {
  return code <= 0x20
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : code >= 0x85 && WHITE_SPACE.has(code);
}

/** Rust `char::is_whitespace` of the first character of `text`; false for the empty string. */
export function isRustWhitespace(text: string): boolean {
  return isWhitespace(text.charCodeAt(0));
}

/** Rust `str::trim` (facts 2.2): unlike JavaScript's, it takes U+0085 away and leaves U+FEFF. */
export function rustTrim(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isWhitespace(text.charCodeAt(from))) from++;
  while (to > from && isWhitespace(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

/** The same characters: a pattern goes through a long text ten times faster than a loop. */
const WHITE_SPACES = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** Every white-space character taken out, those inside too. */
export function withoutWhitespace(text: string): string {
  return text.replace(WHITE_SPACES, '');
}

export const U8_MAX = 0xffn;
export const U16_MAX = 0xffffn;
export const U32_MAX = 0xffff_ffffn;
export const U64_MAX = 0xffff_ffff_ffff_ffffn;

/** Digits left of a number that fits: enough for 2^64 after leading zeros are gone. */
const MAX_DIGITS = 20;

/**
 * Rust `str::parse::<uN>` (facts 4): an optional `+`, then ASCII digits, leading zeros allowed; nothing else.
 * @param max the greatest value of the type, at most 2^64 - 1
 */
export function parseUnsigned(text: string, max: bigint): bigint | undefined {
  if (text.length < 10) {
    const small = parseSmall(text, 0xffff_ffff);
    return small !== undefined && small <= max ? BigInt(small) : undefined;
  }
  if (!/^\+?[0-9]+$/.test(text)) return undefined;
  const digits = text.replace(/^\+?0*/, '');
  // A megabyte of digits must not become a BigInt first.
  if (digits.length > MAX_DIGITS) return undefined;
  const value = BigInt(digits);
  return value <= max ? value : undefined;
}

/**
 * {@link parseUnsigned} for a type whose values a number holds exactly.
 * @param max the greatest value of the type, at most 2^32 - 1
 */
export function parseSmall(text: string, max: number): number | undefined {
  let at = text.charCodeAt(0) === PLUS ? 1 : 0;
  if (at === text.length) return undefined;
  let value = 0;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
    if (value > max) return undefined;
  }
  return value;
}

const PLUS = 0x2b;
const ZERO = 0x30;

/** Bytes of `text` in UTF-8, as Rust's `str::len` counts. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) bytes += 1;
    else if (point < 0x800) bytes += 2;
    else if (point < 0x10000) bytes += 3;
    else bytes += 4;
  }
  return bytes;
}

/** Rust `char::escape_debug` inside quotes, for the characters that smolvm prints so (facts 4.3). */
export function debugChar(character: string): string {
  const escapes: Readonly<Record<string, string>> = {
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\0': '\\0',
    "'": "\\'",
    '\\': '\\\\',
  };
  return `'${escapes[character] ?? character}'`;
}

const STRING_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\0',
  '"': '\\"',
  '\\': '\\\\',
};

/** A text as Rust's `{:?}` prints it: in quotes, with what is no plain character spelled out. */
export function debugText(text: string): string {
  const spelled = Array.from(text, (character) => {
    const point = character.codePointAt(0)!.toString(16);
    return (
      STRING_ESCAPES[character] ?? (/[\p{C}\p{Zl}\p{Zp}]/u.test(character) ? `\\u{${point}}` : character)
    );
  });
  return `"${spelled.join('')}"`;
}

/** A number, unless it would lose digits. */
export function withinNumber(value: bigint): number | bigint {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}
