import {
  APOSTROPHE,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  CR,
  DOT,
  EQUALS,
  LF,
  QUOTE,
  SPACE,
  TAB,
} from './characters.ts';
import { show } from './mistakes.ts';
import { looksLikeStatement } from './recovery.ts';
import type { ReadValue } from './scope.ts';
import type { Source } from './source.ts';
import type { ArrayNode, ValueNode } from './tree.ts';

/** At a `[`: reads an array, with whatever line breaks and comments are in it. */
export function readArray(source: Source, depth: number, readValue: ReadValue): ArrayNode {
  const { codes } = source;
  const start = source.position++;
  const errors = source.errors.length;
  const items: ValueNode[] = [];
  let separated = true;
  for (;;) {
    source.skipTrivia();
    const at = source.position;
    const code = codes[at]!;
    if (code === CLOSE_BRACKET) {
      source.position++;
      break;
    }
    const isQuoted = code === QUOTE || code === APOSTROPHE;
    const string = isQuoted ? readItem(source, depth, readValue) : undefined;
    if (
      string === undefined &&
      (at >= source.length || code === CLOSE_BRACE || startsStatement(source, at))
    ) {
      // After another error the missing bracket is not worth one of its own: it may be a consequence.
      if (source.errors.length === errors)
        reportUnclosed(source, start, separated ? undefined : items.at(-1));
      source.abandoned = true;
      break;
    }
    if (code === CR) {
      source.reportStray(source.position++);
      continue;
    }
    if (code === COMMA) {
      if (separated) reportExtraComma(source);
      separated = true;
      source.position++;
      continue;
    }
    const before = source.errors.length;
    const value = string ?? readValue(source, depth);
    if (!separated) oneErrorForBoth(source, before, { value, at, previous: items.at(-1)! });
    items.push(value);
    if (source.abandoned) break;
    // What is no value and no delimiter either must not hold up the reader.
    if (source.position === at) source.position++;
    separated = false;
  }
  const end = source.position;
  // The copy has no spare room, which every grown array has.
  return { type: 'array', start, end, items: items.slice(), damaged: source.errors.length > errors };
}

/**
 * At a quote: reads a string, unless it may be the key of a statement, or something is wrong with it. Only what stands
 * in front of `=` or `.` is a key, so that nearly no item needs to be looked at for that.
 *
 * @returns undefined, and has read nothing, for what is to be looked at.
 */
function readItem(source: Source, depth: number, readValue: ReadValue): ValueNode | undefined {
  const { codes } = source;
  const start = source.position;
  const errors = source.errors.length;
  const value = readValue(source, depth);
  let after = source.position;
  let code = codes[after];
  while (code === SPACE || code === TAB) code = codes[++after];
  if (source.errors.length === errors && code !== EQUALS && code !== DOT) return value;
  source.errors.length = errors;
  source.position = start;
  source.abandoned = false;
  return undefined;
}

function startsStatement(source: Source, at: number): boolean {
  const { codes } = source;
  let before = at - 1;
  while (codes[before] === SPACE || codes[before] === TAB) before--;
  return codes[before] === LF && looksLikeStatement(source, at);
}

/**
 * Reports that something else is found where the array should go on or end, placed on the line that smolvm
 * names: what is found; at the end of the file its last character, or the item before a comment there.
 */
function reportUnclosed(source: Source, open: number, item: ValueNode | undefined): void {
  const { length, position } = source;
  const related = { start: open, end: open + 1, message: 'The array starts here' };
  const message = 'The array is not closed';
  if (position < length) {
    const brace = source.codes[position] === CLOSE_BRACE;
    const found = brace ? 'found `}`' : 'a new statement starts here';
    const next = `${message}: expected ${item ? '`,`' : 'a value'} or \`]\`, ${found}`;
    source.report('unterminated-array', position, position + 1, next, { related });
    return;
  }
  const inComment = source.comments.at(-1)?.end === length;
  const { start, end } = item && inComment ? item : { start: length - 1, end: length };
  source.report('unterminated-array', start, end, `${message}: the file ends before its \`]\``, { related });
}

function reportExtraComma(source: Source): void {
  const at = source.position;
  source.report('unexpected-comma', at, at + 1, 'Expected a value before this `,`');
}

interface Unseparated {
  readonly value: ValueNode;
  /** Where it starts. */
  readonly at: number;
  readonly previous: ValueNode;
}

/** An item follows another without a comma: one error tells of it, whatever else is wrong with it. */
function oneErrorForBoth(source: Source, errors: number, { value, at, previous }: Unseparated): void {
  source.errors.length = errors;
  // An item that was damaged may have swallowed the comma.
  if (previous.damaged) return;
  const end = value.type === 'scalar' && value.end > at ? value.end : at + 1;
  const message = `Expected \`,\` or \`]\` after the item, found ${show(source.text, at)}`;
  const related = { start: previous.start, end: previous.end, message: 'The item before' };
  source.report('missing-comma', at, end, message, { related });
}
