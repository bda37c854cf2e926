import type { SmolfileDocument } from '../document/document.ts';
import type { KeySchema } from '../schema/index.ts';
import type { Table, TableArray, ValueNode } from '../toml/index.ts';

/** A type of the schema in plain words, with its article. */
export function typeInWords(schema: KeySchema, element = false): string {
  if (element) return schema.type === 'table-array' ? 'a table' : 'a string';
  switch (schema.type) {
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
      return 'a whole number';
    case 'string':
      return 'a string';
    case 'string-array':
      return 'an array of strings';
    case 'table-array':
      return 'an array of tables';
    case 'table':
      return 'a table';
    case 'map':
      return 'a table of secrets';
  }
}

/** What a document has at some place, in plain words, with its article. */
export function foundInWords(found: ValueNode | Table | TableArray): string {
  switch (found.type) {
    case 'table':
    case 'inline-table':
      return 'a table';
    case 'table-array':
      return 'an array of tables';
    case 'array':
      return 'an array';
    case 'scalar':
      return SCALARS[found.kind];
  }
}

const SCALARS = {
  string: 'a string',
  integer: 'a whole number',
  float: 'a number with a fraction or exponent',
  boolean: 'a boolean',
  'offset-date-time': 'a date',
  'local-date-time': 'a date',
  'local-date': 'a date',
  'local-time': 'a time',
  invalid: 'not a value',
  missing: 'nothing',
} as const;

/** The source text of a value, cut to what fits a message. */
export function sourceOf(document: SmolfileDocument, range: { start: number; end: number }): string {
  const text = document.text.slice(range.start, range.end);
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 40 || line.length < text.length ? `${line.slice(0, 40)}…` : line;
}

/** `a`, `a or b`, `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
