/** Another place that an error is about. */
export interface RelatedPlace {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Something in a text that keeps it from being a TOML document. */
export interface TomlError {
  /** Stable; messages are not. */
  readonly code: TomlErrorCode;
  readonly start: number;
  readonly end: number;
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  /** The way out. */
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
}

/** What is known about an error code, wherever it occurs. */
export interface TomlProblem {
  readonly summary: string;
  /** The rule of TOML behind it. */
  readonly why: string;
  readonly help: string;
  /** A document whose first error has this code. */
  readonly example: string;
}

/** Every error that the parser reports. */
export const TOML_PROBLEMS = {
  'unterminated-string': {
    summary: 'A string is not closed',
    why: 'A string between single `"` or `\'` ends on the line it starts on; between `"""` or `\'\'\'` it goes up to the next such three.',
    help: 'Add the closing quote',
    example: 'image = "alpine\n',
  },
  'invalid-escape': {
    summary: 'A backslash is followed by something that is no escape sequence',
    why: 'Strings in double quotes know `\\b`, `\\t`, `\\n`, `\\f`, `\\r`, `\\"`, `\\\\`, `\\uXXXX` and `\\UXXXXXXXX`. TOML 1.0 has no `\\e` and no `\\x`.',
    help: "Write `\\\\` for a backslash, or use '…' quotes, in which backslashes have no special meaning",
    example: 'path = "C:\\dir"\n',
  },
  'control-character': {
    summary: 'A control character stands in a string or comment',
    why: 'The characters U+0000 to U+001F, but for the tab, and U+007F must not occur as such.',
    help: 'Remove it; in a string between `"` an escape sequence such as `\\u0001` can stand for it',
    example: 'name = "a\u0001b"\n',
  },
  'bare-carriage-return': {
    summary: 'A carriage return without line feed',
    why: 'Lines end with a line feed, or with a carriage return and a line feed; a carriage return alone may stand nowhere.',
    help: 'Save the file with LF or CRLF line endings; in a string between `"` write `\\r`',
    example: 'name = "a"\rcpus = 2\n',
  },
  'misplaced-bom': {
    summary: 'A byte order mark after the start of the file',
    why: 'U+FEFF is skipped as the very first character; anywhere else outside strings and comments it is a stray character.',
    help: 'Remove the invisible character U+FEFF; it may come from joining two files',
    example: 'a = 1\n\uFEFFb = 2\n',
  },
  'invalid-number': {
    summary: 'A number is not written as TOML numbers are',
    why: 'Decimal numbers have no leading zeros; `_` stands between two digits; a decimal point has digits on both sides; prefixes are `0x`, `0o`, `0b`.',
    help: 'Write it as in `42`, `1_000`, `0.5`, `1e6` or `0xff`, or put it between quotes if it is text',
    example: 'cpus = 03\n',
  },
  'integer-overflow': {
    summary: 'An integer does not fit into 64 bits',
    why: 'Integers go from -9223372036854775808 to 9223372036854775807, in hexadecimal too.',
    help: 'Write a smaller number, or put it between quotes if it is text',
    example: 'size = 9223372036854775808\n',
  },
  'float-overflow': {
    summary: 'A float is too large for 64 bits',
    why: 'Floats are 64-bit; what would round to infinity is refused.',
    help: 'Write a smaller number, or `inf` for infinity',
    example: 'x = 1e400\n',
  },
  'invalid-date-time': {
    summary: 'A date or time does not exist or is not complete',
    why: 'Dates and times follow RFC 3339: `2024-05-27T07:32:00Z`, `2024-05-27`, `07:32:00`. They must exist in the calendar, and seconds are required.',
    help: 'Write a full date as in `2024-05-27`, a full time as in `07:32:00`, or quotes around it if it is text',
    example: 'day = 2023-02-30\n',
  },
  'invalid-boolean': {
    summary: 'A boolean is not written `true` or `false`',
    why: 'The booleans are `true` and `false`, in lower case and without quotes.',
    help: 'Write `true` or `false`',
    example: 'net = True\n',
  },
  'unquoted-string': {
    summary: 'A text stands without quotes',
    why: 'A value that is no number, boolean or date is a string, and strings stand between quotes.',
    help: 'Put it between `"` and `"`',
    example: 'image = alpine\n',
  },
  'invalid-value': {
    summary: 'Something that cannot be a value stands where a value is due',
    why: 'A value is a string, number, boolean, date or time, an array, or an inline table.',
    help: 'Write a value, or put the text between `"` and `"`',
    example: 'image = ?\n',
  },
  'missing-value': {
    summary: 'A key has no value',
    why: 'After `=` a value follows on the same line; there is no empty value.',
    help: 'Write a value, as in `""` or `[]` for an empty one, or remove the key',
    example: 'image =\n',
  },
  'missing-equals': {
    summary: 'A key is not followed by `=`',
    why: 'A line that is neither empty, a comment nor a header has the form `key = value`.',
    help: 'Write `key = value`, or put a `#` before the line to make it a comment',
    example: 'image: "alpine"\n',
  },
  'unexpected-equals': {
    summary: 'There is more than one `=`',
    why: 'One `=` separates key and value.',
    help: 'Remove one of the two',
    example: 'cpus == 2\n',
  },
  'expected-key': {
    summary: 'A key is due and something else is found',
    why: 'A key is a run of A-Z, a-z, 0-9, `_` and `-`, or a string between `"` or `\'`.',
    help: 'Write a key, as in `name = "value"` or `[name]`',
    example: '= 1\n',
  },
  'invalid-key': {
    summary: 'A key without quotes contains a character that needs them',
    why: 'Keys without quotes consist of A-Z, a-z, 0-9, `_` and `-` only.',
    help: 'Put the key between `"` and `"`',
    example: 'my key = 1\n',
  },
  'unclosed-header': {
    summary: 'A header lacks its closing bracket',
    why: 'A table starts with `[name]`, an element of an array of tables with `[[name]]`, on a line of its own.',
    help: 'Close `[name` with `]`, and `[[name` with `]]`; a name with other characters than A-Z, a-z, 0-9, `_` and `-` needs quotes',
    example: '[dev\n',
  },
  'expected-newline': {
    summary: 'Something follows a complete statement on its line',
    why: 'After a value or a header the line ends; only a comment may follow.',
    help: 'Put it on a line of its own, or put a `#` before it to make it a comment',
    example: 'cpus = 2 memory = 512\n',
  },
  'duplicate-key': {
    summary: 'A key is set twice',
    why: 'Within a table each key is set once; the second is refused, it does not override.',
    help: 'Remove one of the two',
    example: 'cpus = 2\ncpus = 4\n',
  },
  'redefined-table': {
    summary: 'A table is defined twice',
    why: 'A table has one header, or is written with dotted keys, or inline: never in two of these ways.',
    help: 'Put all keys of the table below one header',
    example: '[dev]\n[dev]\n',
  },
  'not-a-table': {
    summary: 'Something is put into a key that has a value',
    why: 'A key that has a value, even an array or an inline table, is complete: no header and no dotted key can add to it.',
    help: 'Remove the value, or rename one of the two',
    example: 'dev = true\n[dev]\n',
  },
  'unterminated-array': {
    summary: 'An array is not closed',
    why: 'An array starts with `[` and goes up to its `]`, over as many lines as it takes.',
    help: 'Add the missing `]`',
    example: 'ports = ["8080:80"\n',
  },
  'unterminated-inline-table': {
    summary: 'An inline table is not closed',
    why: 'An inline table starts with `{` and ends with `}` on the same line.',
    help: 'Add the missing `}`',
    example: 'auth = { ssh_agent = true\n',
  },
  'newline-in-inline-table': {
    summary: 'An inline table goes over several lines',
    why: 'In TOML 1.0 an inline table is on one line, without comments; only arrays in it may have line breaks.',
    help: 'Put it on one line, or write it as a table with a `[header]`',
    example: 'auth = {\n  ssh_agent = true }\n',
  },
  'trailing-comma': {
    summary: 'An inline table ends with a comma',
    why: 'In TOML 1.0 the last entry of an inline table has no comma after it; in arrays one is allowed.',
    help: 'Remove the comma',
    example: 'auth = { ssh_agent = true, }\n',
  },
  'missing-comma': {
    summary: 'A comma is missing between two values',
    why: 'The items of an array and the entries of an inline table are separated by commas.',
    help: 'Put a comma between the two',
    example: 'cmd = ["a" "b"]\n',
  },
  'unexpected-comma': {
    summary: 'A comma has nothing before it',
    why: 'A comma follows a value; two in a row, or one at the start, leave a place empty.',
    help: 'Remove the comma, or add what is missing before it',
    example: 'cmd = ["a",, "b"]\n',
  },
  'too-deep': {
    summary: 'Values or keys nest too deep',
    why: "Rust's `toml`, which reads Smolfiles, stops at a depth of 80.",
    help: 'Use fewer levels',
    example: `a = ${'['.repeat(80)}${']'.repeat(80)}\n`,
  },
  'too-large': {
    summary: 'The file is too large',
    why: 'Beyond a limit a file is not looked at, so that it cannot stop the tool.',
    help: 'Check that this is the right file',
    example: '',
  },
} as const satisfies Record<string, TomlProblem>;

/** Codes of what can be wrong with TOML: the keys of `TOML_PROBLEMS`. */
export type TomlErrorCode = keyof typeof TOML_PROBLEMS;
