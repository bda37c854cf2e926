/** What one parser does otherwise than ours, and rightly or wrongly goes on doing. */
export interface KnownDifference {
  readonly parser: string;
  readonly reason: string;
  readonly files: readonly string[];
}

/**
 * Where other parsers judge a document otherwise than ours. In each of them ours is with Rust's `toml` 0.8,
 * which the differential test asks directly. The test fails when an entry is no longer needed.
 */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    parser: '@iarna/toml',
    reason: 'takes a carriage return alone for blank space or a line break',
    files: [
      'own/invalid/array/carriage-return.toml',
      'own/invalid/document/carriage-return-first.toml',
      'own/invalid/document/two-carriage-returns.toml',
      'own/invalid/string-multiline-basic/carriage-return.toml',
    ],
  },
  {
    parser: '@iarna/toml',
    reason: "has no limit of depth; Rust's `toml` stops at 80",
    files: [
      'own/invalid/array/too-deep.toml',
      'own/invalid/inline-table/nested-too-deep.toml',
      'own/invalid/table/too-many-parts.toml',
    ],
  },
  {
    parser: '@iarna/toml',
    reason: 'reads dates and times that are not complete or carry too much',
    files: [
      'invalid/local-date/day-1digit.toml',
      'invalid/local-date/no-leads-with-milli.toml',
      'invalid/local-date/trailing-t.toml',
      'own/invalid/date-time/offset-on-local-time.toml',
      'own/invalid/date-time/trailing-t.toml',
    ],
  },
  {
    parser: '@iarna/toml',
    reason: "reads a float that is too large as infinity; Rust's `toml` refuses it",
    files: ['own/invalid/float/overflow.toml'],
  },
  {
    parser: '@iarna/toml',
    reason: 'rounds integers beyond 64 bits, or keeps them',
    files: ['own/invalid/integer/too-large.toml', 'own/invalid/integer/wildly-too-large.toml'],
  },
  {
    parser: '@iarna/toml',
    reason: 'lets dotted keys or headers reopen a table that has its own header',
    files: [
      'invalid/table/append-with-dotted-keys-01.toml',
      'invalid/table/append-with-dotted-keys-02.toml',
      'invalid/table/append-with-dotted-keys-08.toml',
      'invalid/table/redefine-02.toml',
      'own/invalid/table/dotted-keys-into-header-table.toml',
      'own/invalid/table/dotted-keys-into-implied-table.toml',
    ],
  },
  {
    parser: '@iarna/toml',
    reason: 'refuses a comment that ends in CRLF',
    files: [
      'own/valid/array/crlf.toml',
      'own/valid/document/crlf.toml',
      'valid/string/multiline-escaped-crlf.toml',
    ],
  },
  {
    parser: '@iarna/toml',
    reason: 'refuses a time or date that ends at a space, a comma or the end of a line',
    files: [
      'own/valid/array/of-each-type.toml',
      'own/valid/date-time/local-date-then-comment.toml',
      'own/valid/date-time/local-time.toml',
      'own/valid/date-time/lower-case-t-and-z.toml',
      'valid/array/array.toml',
      'valid/datetime/datetime.toml',
      'valid/datetime/local-time.toml',
      'valid/spec-1.0.0/local-time-0.toml',
    ],
  },
  {
    parser: '@iarna/toml',
    reason: 'refuses second 60',
    files: ['own/valid/date-time/leap-second.toml'],
  },
  {
    parser: '@iarna/toml',
    reason: 'refuses a byte order mark',
    files: [
      'own/valid/document/byte-order-mark-then-header.toml',
      'own/valid/document/byte-order-mark.toml',
      'own/valid/document/only-byte-order-mark.toml',
      'valid/utf8-bom-01.toml',
      'valid/utf8-bom-02.toml',
    ],
  },
  {
    parser: '@iarna/toml',
    reason: 'refuses an exponent behind a zero',
    files: [
      'own/valid/float/exponents.toml',
      'valid/float/exponent-upper.toml',
      'valid/float/exponent.toml',
      'valid/float/zero.toml',
    ],
  },
  {
    parser: '@iarna/toml',
    reason: 'takes the properties of JavaScript objects for keys already set',
    files: ['own/valid/key/names-of-javascript.toml'],
  },
  {
    parser: '@iarna/toml',
    reason: 'does not check dates and times against the calendar and the clock',
    files: [
      'invalid/datetime/feb-29.toml',
      'invalid/datetime/feb-30.toml',
      'invalid/datetime/hour-over.toml',
      'invalid/local-date/feb-29.toml',
      'invalid/local-date/feb-30.toml',
      'invalid/local-datetime/feb-29.toml',
      'invalid/local-datetime/feb-30.toml',
      'invalid/local-datetime/hour-over.toml',
      'invalid/local-time/hour-over.toml',
    ],
  },
  {
    parser: 'smol-toml',
    reason: "has no limit of depth; Rust's `toml` stops at 80",
    files: [
      'own/invalid/array/too-deep.toml',
      'own/invalid/inline-table/nested-too-deep.toml',
      'own/invalid/table/too-many-parts.toml',
    ],
  },
  {
    parser: 'smol-toml',
    reason: 'reads TOML 1.1, where an inline table may go over lines and end with a comma',
    files: [
      'invalid/inline-table/linebreak-01.toml',
      'invalid/inline-table/linebreak-02.toml',
      'invalid/inline-table/linebreak-03.toml',
      'invalid/inline-table/linebreak-04.toml',
      'invalid/inline-table/trailing-comma.toml',
      'own/invalid/comment/inside-inline-table.toml',
      'own/invalid/inline-table/newline-and-comments.toml',
      'own/invalid/inline-table/newline-behind-comma.toml',
      'own/invalid/inline-table/newline.toml',
      'own/invalid/inline-table/trailing-comma.toml',
    ],
  },
  {
    parser: 'smol-toml',
    reason: 'reads TOML 1.1, where seconds may be left out',
    files: [
      'invalid/datetime/no-secs.toml',
      'invalid/local-datetime/no-secs.toml',
      'invalid/local-time/no-secs.toml',
      'own/invalid/date-time/no-seconds.toml',
    ],
  },
  {
    parser: 'smol-toml',
    reason: "reads a float that is too large as infinity; Rust's `toml` refuses it",
    files: ['own/invalid/float/overflow.toml'],
  },
  {
    parser: 'smol-toml',
    reason: 'rounds integers beyond 64 bits, or keeps them',
    files: ['own/invalid/integer/too-large.toml', 'own/invalid/integer/wildly-too-large.toml'],
  },
  {
    parser: 'smol-toml',
    reason: 'reads TOML 1.1, which has `\\e` and `\\x`',
    files: ['invalid/string/basic-byte-escapes.toml', 'own/invalid/string-basic/escape-of-toml-1.1.toml'],
  },
  {
    parser: 'smol-toml',
    reason: 'refuses second 60',
    files: ['own/valid/date-time/leap-second.toml'],
  },
  {
    parser: 'smol-toml',
    reason: 'does not check dates and times against the calendar and the clock',
    files: [
      'invalid/datetime/feb-29.toml',
      'invalid/datetime/feb-30.toml',
      'invalid/local-date/feb-29.toml',
      'invalid/local-date/feb-30.toml',
      'invalid/local-datetime/feb-29.toml',
      'invalid/local-datetime/feb-30.toml',
    ],
  },
  {
    parser: 'toml-eslint-parser',
    reason: 'takes a carriage return alone for blank space or a line break',
    files: [
      'invalid/control/bare-cr.toml',
      'own/invalid/array/carriage-return.toml',
      'own/invalid/comment/carriage-return-at-end-of-file.toml',
      'own/invalid/document/carriage-return-first.toml',
      'own/invalid/document/two-carriage-returns.toml',
      'own/invalid/string-multiline-basic/carriage-return.toml',
    ],
  },
  {
    parser: 'toml-eslint-parser',
    reason: "has no limit of depth; Rust's `toml` stops at 80",
    files: [
      'own/invalid/array/too-deep.toml',
      'own/invalid/inline-table/nested-too-deep.toml',
      'own/invalid/table/too-many-parts.toml',
    ],
  },
  {
    parser: 'toml-eslint-parser',
    reason: "reads a float that is too large as infinity; Rust's `toml` refuses it",
    files: ['own/invalid/float/overflow.toml'],
  },
  {
    parser: 'toml-eslint-parser',
    reason: 'rounds integers beyond 64 bits, or keeps them',
    files: ['own/invalid/integer/too-large.toml', 'own/invalid/integer/wildly-too-large.toml'],
  },
  {
    parser: 'toml-eslint-parser',
    reason: 'lets dotted keys or headers reopen a table that has its own header',
    files: ['own/invalid/table/dotted-keys-into-implied-table.toml'],
  },
  {
    parser: 'toml-eslint-parser',
    reason: 'refuses a byte order mark',
    files: [
      'own/valid/document/byte-order-mark-then-header.toml',
      'own/valid/document/byte-order-mark.toml',
      'own/valid/document/only-byte-order-mark.toml',
      'valid/utf8-bom-01.toml',
      'valid/utf8-bom-02.toml',
    ],
  },
];
