/** Code units that the grammar names, which are all ASCII but one. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const APOSTROPHE = 39;
export const PLUS = 43;
export const COMMA = 44;
export const MINUS = 45;
export const DOT = 46;
export const ZERO = 48;
export const NINE = 57;
export const COLON = 58;
export const EQUALS = 61;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const UNDERSCORE = 95;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;
export const DELETE = 127;
export const BOM = 0xfeff;

/** What every other character is read as: the grammar does not tell them apart. */
export const OTHER = 0x80;

/** Stands behind the last character, so that the end of the text needs no test of its own. */
export const END = 0xff;

const BARE = 1;
const WORD = 2;
const BASIC = 4;
const LITERAL = 8;
const VALUE_END = 16;

// One byte per code that `codesOf` gives: a table look-up is what keeps the inner loops free of comparisons.
const CLASSES = new Uint8Array(256);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  const printable = (code >= SPACE && code !== DELETE) || code === TAB;
  if (/[A-Za-z0-9_-]/.test(character)) CLASSES[code]! |= BARE | WORD;
  if (/[+.:]/.test(character)) CLASSES[code]! |= WORD;
  if (printable && code !== QUOTE && code !== BACKSLASH) CLASSES[code]! |= BASIC;
  if (printable && code !== APOSTROPHE) CLASSES[code]! |= LITERAL;
  if (/[ \t\r\n,\]}#]/.test(character)) CLASSES[code]! |= VALUE_END;
}
CLASSES[OTHER] = BASIC | LITERAL;
CLASSES[END] = VALUE_END;

/** May stand in a bare key. */
export const isBare = (code: number): boolean => (CLASSES[code]! & BARE) !== 0;

/** May stand in a number, a date-time, a boolean, or a misspelling of one. */
export const isWord = (code: number): boolean => (CLASSES[code]! & WORD) !== 0;

/** May stand in a basic string as itself. */
export const isBasicText = (code: number): boolean => (CLASSES[code]! & BASIC) !== 0;

/** May stand in a literal string. */
export const isLiteralText = (code: number): boolean => (CLASSES[code]! & LITERAL) !== 0;

/** May directly follow a value that has no closing delimiter of its own; so may the end of the text. */
export const endsValue = (code: number): boolean => (CLASSES[code]! & VALUE_END) !== 0;

export const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/** Control characters that TOML forbids in comments and strings; a line feed counts, a tab does not. */
export const isControl = (code: number): boolean => (code < SPACE && code !== TAB) || code === DELETE;
