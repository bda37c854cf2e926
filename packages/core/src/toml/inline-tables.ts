import { APOSTROPHE, CLOSE_BRACE, CLOSE_BRACKET, COMMA, HASH, isBare, QUOTE } from './characters.ts';
import { readKeyValue } from './key-values.ts';
import { show } from './mistakes.ts';
import { indentationAt, nextContent } from './recovery.ts';
import type { ReadValue, Scope } from './scope.ts';
import type { Source } from './source.ts';
import { newTable } from './tables.ts';
import type { InlineTableNode, KeyValueNode, ValueNode } from './tree.ts';

/** At a `{`: reads an inline table. */
export function readInlineTable(source: Source, depth: number, readValue: ReadValue): InlineTableNode {
  const { codes, text } = source;
  const start = source.position++;
  const errors = source.errors.length;
  const entries: KeyValueNode[] = [];
  const table = newTable('inline', undefined);
  const scope: Scope = { table, depth, open: start, multiline: false, readValue };
  let comma = -1;
  let separated = true;
  let broken = false;
  for (;;) {
    source.skipSpaces();
    let at = source.position;
    if (codes[at] === HASH || source.endsLine(at)) {
      if (!continuesOnNextLine(source, start)) {
        if (source.errors.length === errors) reportUnclosed(source, start);
        source.abandoned = true;
        break;
      }
      if (!broken) reportLineBreak(source, start);
      broken = true;
      source.skipTrivia();
      at = source.position;
    }
    const code = codes[at]!;
    if (code === CLOSE_BRACE) {
      if (comma >= 0 && separated) {
        source.report('trailing-comma', comma, comma + 1, 'An inline table cannot end with a comma');
      }
      source.position++;
      break;
    }
    if (code === CLOSE_BRACKET) {
      if (source.errors.length === errors) reportUnclosed(source, start);
      source.abandoned = true;
      break;
    }
    if (code === COMMA) {
      if (separated) source.report('unexpected-comma', at, at + 1, 'Expected a key before this `,`');
      separated = true;
      comma = at;
      source.position++;
      continue;
    }
    const entry = separated
      ? readKeyValue(source, scope)
      : readUnseparated(source, scope, entries.at(-1)?.value.damaged ?? true);
    if (entry) {
      entries.push(entry);
      scope.multiline ||= !broken && spansLines(text, entry.value);
    } else {
      skipEntry(source);
    }
    if (source.abandoned) break;
    separated = false;
  }
  const damaged = source.errors.length > errors;
  return { type: 'inline-table', start, end: source.position, entries: entries.slice(), table, damaged };
}

function spansLines(text: string, { type, start, end }: ValueNode): boolean {
  const possible = type !== 'scalar' || text.charCodeAt(end - 1) === text.charCodeAt(end - 2);
  return possible && text.slice(start, end).includes('\n');
}

/**
 * Whether what follows a line break belongs to the inline table, against the rule of TOML 1.0, or the table
 * was left open and a new statement follows. Indentation tells the two apart.
 */
function continuesOnNextLine(source: Source, open: number): boolean {
  const { codes, text } = source;
  const next = nextContent(text, source.position);
  const code = codes[next]!;
  if (code === CLOSE_BRACE || code === COMMA) return true;
  if (!isBare(code) && code !== QUOTE && code !== APOSTROPHE) return false;
  return indentationAt(text, next) > indentationAt(text, open);
}

function reportLineBreak(source: Source, open: number): void {
  const at = source.position;
  const comment = source.codes[at] === HASH;
  source.report(
    'newline-in-inline-table',
    at,
    at + 1,
    `An inline table must be on one line; found ${comment ? 'a comment' : 'a line break'} in it`,
    { related: { start: open, end: open + 1, message: 'The inline table starts here' } },
  );
}

function reportUnclosed(source: Source, open: number): void {
  const at = Math.min(source.position, source.length - 1);
  const found = show(source.text, source.position);
  source.report(
    'unterminated-inline-table',
    at,
    at + 1,
    `The inline table is not closed: expected \`,\` or \`}\`, found ${found}`,
    { related: { start: open, end: open + 1, message: 'The inline table starts here' } },
  );
}

/** Reads an entry that follows another without a comma; one error tells of it, whatever else is wrong. */
function readUnseparated(source: Source, scope: Scope, suspect: boolean): KeyValueNode | undefined {
  const at = source.position;
  if (!suspect) {
    const found = show(source.text, at);
    source.report('missing-comma', at, at + 1, `Expected \`,\` or \`}\` after the value, found ${found}`);
  }
  const errors = source.errors.length;
  const entry = readKeyValue(source, scope);
  source.errors.length = errors;
  return entry;
}

/** After an entry that could not be read: moves to what may end it, at least one character on. */
function skipEntry(source: Source): void {
  const { codes } = source;
  let at = source.position;
  if (!source.endsLine(at)) at++;
  for (; !source.endsLine(at); at++) {
    const code = codes[at]!;
    if (code === COMMA || code === CLOSE_BRACE || code === HASH) break;
  }
  source.position = at;
}
