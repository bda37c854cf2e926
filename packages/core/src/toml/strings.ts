import {
  APOSTROPHE,
  BACKSLASH,
  CR,
  isBasicText,
  isControl,
  isLiteralText,
  LF,
  QUOTE,
  SPACE,
  TAB,
} from './characters.ts';
import { skipToStatement } from './recovery.ts';
import type { Source } from './source.ts';

/** At a `"`: reads a single-line basic string. @returns its value. */
export function readBasicString(source: Source): string {
  const { codes, text } = source;
  const open = source.position;
  let at = open + 1;
  let pending = at;
  let value = '';
  for (;;) {
    const code = codes[at]!;
    if (isBasicText(code)) {
      at++;
    } else if (code === QUOTE) {
      source.position = at + 1;
      return value === '' ? text.slice(pending, at) : value + text.slice(pending, at);
    } else if (code === BACKSLASH) {
      value += text.slice(pending, at);
      const escaped = codes[at + 1]!;
      if (escaped === QUOTE || escaped === BACKSLASH) {
        // most escapes, which stand for what comes after the backslash
        pending = at + 1;
        at += 2;
        continue;
      }
      source.position = at;
      value += readEscape(source);
      pending = at = source.position;
    } else if (source.endsLine(at)) {
      return value + unterminated(source, open, pending, at, '"');
    } else {
      at = source.reportControls(at, 'a string');
    }
  }
}

/** At a `'`: reads a single-line literal string. @returns its value. */
export function readLiteralString(source: Source): string {
  const { codes, text } = source;
  const open = source.position;
  let at = open + 1;
  for (;;) {
    const code = codes[at]!;
    if (isLiteralText(code)) {
      at++;
    } else if (code === APOSTROPHE) {
      source.position = at + 1;
      return text.slice(open + 1, at);
    } else if (source.endsLine(at)) {
      return unterminated(source, open, open + 1, at, "'");
    } else {
      at = source.reportControls(at, 'a string');
    }
  }
}

function unterminated(source: Source, open: number, pending: number, end: number, quote: string): string {
  const { text } = source;
  source.position = end;
  const lastEscape = quote === '"' ? /\\"?$/.exec(text.slice(Math.max(open, end - 2), end))?.[0] : undefined;
  const help =
    lastEscape === undefined
      ? `Close it with \`${quote}\`; a text of several lines goes between \`${quote.repeat(3)}\``
      : lastEscape === '\\'
        ? `A \`\\\` at the end of a line continues a string only between \`"""\``
        : 'The `\\` before the last `"` makes it part of the string; write `\\\\` for a backslash';
  source.report('unterminated-string', open, end, 'The string is not closed before the end of its line', {
    help,
  });
  return text.slice(pending, end);
}

/** At `"""` or `'''`: reads a multi-line string. @param quote the code unit of the delimiter. */
export function readMultilineString(source: Source, quote: number): string {
  const { codes, text, length } = source;
  const open = source.position;
  const errorsBefore = source.errors.length;
  let at = contentStart(text, open);
  let pending = at;
  let value = '';
  while (at < length) {
    const code = codes[at]!;
    if (code === quote) {
      let run = 1;
      while (run < 5 && codes[at + run] === quote) run++;
      if (run >= 3) {
        // Up to two quotes may stand directly before the closing three.
        value += text.slice(pending, at + run - 3);
        source.position = at + run;
        return value;
      }
      at += run;
    } else if (code === BACKSLASH && quote === QUOTE) {
      value += text.slice(pending, at);
      source.position = lineContinuation(text, at);
      if (source.position === at) value += readEscape(source);
      pending = at = source.position;
    } else if (code === CR && codes[at + 1] === LF) {
      value += `${text.slice(pending, at)}\n`;
      pending = at += 2;
    } else if (isControl(code) && code !== LF) {
      at = source.reportControls(at, 'a string');
    } else {
      at++;
    }
  }
  return neverClosed(source, open, errorsBefore, quote === QUOTE ? '"""' : "'''");
}

function neverClosed(source: Source, open: number, errorsBefore: number, quotes: string): string {
  const { text, length } = source;
  // What follows may be meant as statements, so that at most the first error in it is about this string.
  source.errors.length = Math.min(source.errors.length, errorsBefore + 1);
  source.report(
    'unterminated-string',
    Math.max(open, length - 1),
    length,
    'The multi-line string is never closed',
    {
      help: `Add \`${quotes}\` where the string should end`,
      related: { start: open, end: open + 3, message: 'The string starts here' },
    },
  );
  source.position = source.lineEnd(open);
  skipToStatement(source);
  source.abandoned = true;
  return text.slice(contentStart(text, open), source.position);
}

/** Where the value of a multi-line string starts: a line break directly after the quotes is not part of it. */
export function contentStart(text: string, open: number): number {
  const at = open + 3;
  if (text.charCodeAt(at) === LF) return at + 1;
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at;
}

/** At a backslash: the offset after a line-ending backslash and the blank space it swallows, or `at`. */
export function lineContinuation(text: string, at: number): number {
  let end = at + 1;
  let lines = 0;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code === SPACE || code === TAB) end++;
    else if (code === LF) lines = ++end;
    else if (code === CR && text.charCodeAt(end + 1) === LF) lines = end += 2;
    else return lines > 0 ? end : at;
  }
}

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['"', '"'],
  ['\\', '\\'],
]);

/** Decodes the escape sequence at a backslash: its value and length, or undefined when it is none. */
export function decodeEscape(text: string, at: number): { value: string; length: number } | undefined {
  const letter = text.charAt(at + 1);
  const simple = SIMPLE_ESCAPES.get(letter);
  if (simple !== undefined) return { value: simple, length: 2 };
  if (letter !== 'u' && letter !== 'U') return undefined;
  const digits = text.slice(at + 2, at + (letter === 'u' ? 6 : 10));
  if (digits.length !== (letter === 'u' ? 4 : 8) || !/^[\da-fA-F]*$/.test(digits)) return undefined;
  const point = Number.parseInt(digits, 16);
  const scalar = point < 0xd800 || (point > 0xdfff && point <= 0x10ffff);
  return scalar ? { value: String.fromCodePoint(point), length: digits.length + 2 } : undefined;
}

/** At a backslash: reads an escape sequence. A wrong one is reported and stands for its own text. */
function readEscape(source: Source): string {
  const { text } = source;
  const start = source.position;
  const escape = decodeEscape(text, start);
  if (escape) {
    source.position = start + escape.length;
    return escape.value;
  }
  const end = reportEscape(source, start);
  source.position = end;
  return text.slice(start, end);
}

function reportEscape(source: Source, start: number): number {
  const { text } = source;
  // What is wrong at the end of a line is that the string does not go on; that is reported there.
  if (source.endsLine(start + 1)) return start + 1;
  const code = text.codePointAt(start + 1)!;
  if (isControl(code)) {
    source.report('invalid-escape', start, start + 1, 'The `\\` is followed by nothing that it could escape');
    return start + 1;
  }
  const letter = String.fromCodePoint(code);
  if (letter !== 'u' && letter !== 'U') {
    const end = start + 1 + letter.length;
    source.report('invalid-escape', start, end, `\`\\${letter}\` is not an escape sequence of TOML`, {
      help: letter === 'x' || letter === 'e' ? unicodeHelp(text, start, letter) : ESCAPE_HELP,
    });
    return end;
  }
  const count = letter === 'u' ? 4 : 8;
  const digits = /^[\da-fA-F]*/.exec(text.slice(start + 2, start + 2 + count))![0];
  const end = start + 2 + digits.length;
  if (digits.length < count) {
    const message = `\`\\${letter}\` needs ${count} hexadecimal digits, found ${digits.length || 'none'}`;
    source.report('invalid-escape', start, end, message, {
      help:
        digits.length === 0
          ? ESCAPE_HELP
          : `Fill up with zeros: \`\\${letter}${digits.padStart(count, '0')}\``,
    });
  } else {
    source.report('invalid-escape', start, end, `\`\\${letter}${digits}\` is not a Unicode character`, {
      help: 'Surrogates (D800 to DFFF) and numbers above 10FFFF stand for no character; write the character itself',
    });
  }
  return end;
}

const ESCAPE_HELP =
  "Write `\\\\` for a backslash, or use '…' quotes, in which backslashes have no special meaning";

function unicodeHelp(text: string, start: number, letter: string): string {
  if (letter === 'e') return 'Write `\\u001b` for the escape character';
  const digits = /^[\da-fA-F]{2}/.exec(text.slice(start + 2, start + 4));
  return digits
    ? `Write \`\\u00${digits[0]}\`: TOML 1.0 knows \`\\uXXXX\` and \`\\UXXXXXXXX\` only`
    : ESCAPE_HELP;
}
