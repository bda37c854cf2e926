import { readArray } from './arrays.ts';
import { APOSTROPHE, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './characters.ts';
import { readInlineTable } from './inline-tables.ts';
import { invalid, Scalar } from './nodes.ts';
import type { Source } from './source.ts';
import { readBasicString, readLiteralString, readMultilineString } from './strings.ts';
import type { ScalarNode, ValueNode } from './tree.ts';
import { readWord } from './words.ts';

/** Reads the value that starts here, whatever it is (`ReadValue`). */
export function readValue(source: Source, depth: number): ValueNode {
  const { codes, position: start } = source;
  const code = codes[start]!;
  if (code === QUOTE || code === APOSTROPHE) return readString(source, code);
  if (code !== OPEN_BRACKET && code !== OPEN_BRACE) return readWord(source, depth > 0);
  if (depth >= source.maxDepth) return tooDeep(source);
  return code === OPEN_BRACKET
    ? readArray(source, depth + 1, readValue)
    : readInlineTable(source, depth + 1, readValue);
}

function readString(source: Source, quote: number): ScalarNode {
  const { codes, position: start } = source;
  const errors = source.errors.length;
  let value: string;
  if (codes[start + 1] === quote && codes[start + 2] === quote) {
    value = readMultilineString(source, quote);
  } else {
    value = quote === QUOTE ? readBasicString(source) : readLiteralString(source);
  }
  const damaged = source.errors.length > errors;
  return new Scalar(start, source.position, 'string', value, damaged);
}

function tooDeep(source: Source): ScalarNode {
  const start = source.position;
  source.report(
    'too-deep',
    start,
    start + 1,
    `Values nest deeper than the ${source.maxDepth} levels allowed`,
  );
  const end = source.lineEnd(start);
  source.position = end;
  source.abandoned = true;
  return invalid(start, end);
}
