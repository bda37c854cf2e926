import { readHeader } from './headers.ts';
import { BOM, HASH, OPEN_BRACKET, OTHER } from './characters.ts';
import { readKeyValue } from './key-values.ts';
import { looksLikeContinuation, looksLikeStatement } from './recovery.ts';
import type { Scope } from './scope.ts';
import { Source } from './source.ts';
import { readStatementEnd } from './statement-end.ts';
import { newTable } from './tables.ts';
import type { HeaderNode, KeyValueNode, Table, TomlDocument } from './tree.ts';
import { readValue } from './values.ts';

/** Limits that keep hostile input cheap. */
export interface ParseOptions {
  /** Longest text that is parsed, in UTF-16 code units. Default 16 Mi. */
  readonly maxLength?: number;
  /** How deep arrays and inline tables may nest, and how many parts a key may have. Default 79. */
  readonly maxDepth?: number;
}

/** Longest text that is parsed: far above any configuration file, far below what would exhaust memory. */
export const MAX_DOCUMENT_LENGTH = 16 * 1024 * 1024;

/** Levels of nesting that are accepted: Rust's `toml` 0.8 refuses the eightieth. */
export const MAX_DEPTH = 79;

/**
 * Parses a TOML 1.0 document, accepting what Rust's `toml` 0.8 accepts. Never throws: whatever is wrong is in
 * `errors`, and everything sound around it is in the tree.
 */
export function parseToml(text: string, options: ParseOptions = {}): TomlDocument {
  const maxLength = options.maxLength ?? MAX_DOCUMENT_LENGTH;
  const isRead = text.length <= maxLength;
  const source = new Source(isRead ? text : '', options.maxDepth ?? MAX_DEPTH);
  const root = newTable('root', undefined);
  const body: KeyValueNode[] = [];
  const headers: HeaderNode[] = [];
  if (isRead) {
    readStatements(source, root, body, headers);
  } else {
    source.report(
      'too-large',
      0,
      0,
      `The file is too large: ${text.length} characters; at most ${maxLength} are read`,
    );
  }
  const { errors, comments } = source;
  // Found in order but for those at the far end of something unclosed.
  errors.sort((a, b) => a.start - b.start);
  return { text, root, body, headers, errors, comments };
}

function readStatements(source: Source, root: Table, body: KeyValueNode[], headers: HeaderNode[]): void {
  const { codes, text } = source;
  let scope: Scope = statementScope(root);
  let entries = body;
  if (text.charCodeAt(0) === BOM) source.position = 1;
  for (;;) {
    source.skipBlank();
    const start = source.position;
    if (start >= source.length) return;
    const errors = source.errors.length;
    const code = codes[start]!;
    if (code === HASH) {
      source.readComment();
    } else if (code === OPEN_BRACKET) {
      entries = [];
      const header = readHeader(source, root, entries);
      headers.push(header);
      scope = statementScope(header.table);
      readStatementEnd(source, undefined);
    } else if (code === OTHER && text.charCodeAt(start) === BOM) {
      source.reportStray(source.position++);
    } else {
      readEntry(source, scope, entries);
    }
    if (source.errors.length > errors && code !== HASH) skipConsequences(source);
  }
}

/** The scope of the statements below a header, or before the first one. */
const statementScope = (table: Table): Scope => ({
  table,
  depth: 0,
  open: 0,
  multiline: false,
  readValue,
});

function readEntry(source: Source, scope: Scope, entries: KeyValueNode[]): void {
  const node = readKeyValue(source, scope);
  if (node) entries.push(node);
  if (source.abandoned) return;
  if (node && !node.value.damaged) {
    readStatementEnd(source, node.value.start);
  } else {
    source.skipSpaces();
    if (source.codes[source.position] === HASH) source.readComment();
    else source.position = source.lineEnd(source.position);
  }
}

/**
 * After a damaged statement: skips the lines that can only be the rest of it. Where it was given up in the
 * middle, that is everything up to the next statement; else only what starts like the inside of a list.
 */
function skipConsequences(source: Source): void {
  const { text } = source;
  for (;;) {
    source.skipTrivia();
    const at = source.position;
    if (at >= source.length || looksLikeStatement(source, at)) break;
    if (!source.abandoned && !looksLikeContinuation(text, at)) break;
    source.position = source.lineEnd(at);
  }
  source.abandoned = false;
}
