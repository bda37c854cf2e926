import type { TextRange } from '../text/range.ts';
import type { KeyNode, KeyValueNode, ScalarKind, TomlDocument, ValueNode } from './tree.ts';

export type TokenKind =
  | 'bom'
  | 'whitespace'
  | 'newline'
  | 'comment'
  | 'key'
  | 'equals'
  | 'dot'
  | 'comma'
  | 'open-bracket'
  | 'close-bracket'
  | 'open-brace'
  | 'close-brace'
  | 'string'
  | 'number'
  | 'boolean'
  | 'date-time'
  | 'error';

/** A piece of the text; the next token starts where it ends. */
export interface Token extends TextRange {
  readonly kind: TokenKind;
}

/**
 * The document as a sequence of tokens that lack nothing: their texts, joined, are the document's text. Made on
 * demand from the tree's positions; what lies between the nodes is simple enough to be read again.
 */
export function tokens(document: TomlDocument): Token[] {
  const result: Token[] = [];
  const { text } = document;
  let position = 0;
  const add = (kind: TokenKind, start: number, end: number): void => {
    // Nodes without text, and such as recovery read twice, are none.
    if (start < position || end <= start) return;
    position = readGap(text, position, start, result);
    result.push({ kind, start, end });
    position = end;
  };
  const addKeyValue = (node: KeyValueNode): void => {
    addKeys(node.keys);
    addValue(node.value);
  };
  const addKeys = (keys: readonly KeyNode[]): void => {
    for (const key of keys) add('key', key.start, key.end);
  };
  const addValue = (node: ValueNode): void => {
    if (node.type === 'scalar') add(SCALAR_TOKENS[node.kind], node.start, node.end);
    else if (node.type === 'array') for (const item of node.items) addValue(item);
    else for (const entry of node.entries) addKeyValue(entry);
  };
  for (const node of document.body) addKeyValue(node);
  for (const header of document.headers) {
    addKeys(header.keys);
    for (const node of header.entries) addKeyValue(node);
  }
  readGap(text, position, text.length, result);
  return result;
}

const SCALAR_TOKENS: Record<ScalarKind, TokenKind> = {
  string: 'string',
  integer: 'number',
  float: 'number',
  boolean: 'boolean',
  'offset-date-time': 'date-time',
  'local-date-time': 'date-time',
  'local-date': 'date-time',
  'local-time': 'date-time',
  invalid: 'error',
  missing: 'error',
};

const MARKS: ReadonlyMap<string, TokenKind> = new Map([
  ['=', 'equals'],
  ['.', 'dot'],
  [',', 'comma'],
  ['[', 'open-bracket'],
  [']', 'close-bracket'],
  ['{', 'open-brace'],
  ['}', 'close-brace'],
  ['\n', 'newline'],
  [' ', 'whitespace'],
  ['\t', 'whitespace'],
  ['#', 'comment'],
  ['\uFEFF', 'bom'],
]);

/** Reads the text between two nodes. @returns `end`. */
function readGap(text: string, start: number, end: number, result: Token[]): number {
  let at = start;
  while (at < end) {
    const token = gapToken(text, at, end);
    result.push(token);
    at = token.end;
  }
  return end;
}

function gapToken(text: string, start: number, limit: number): Token {
  const kind = kindAt(text, start);
  let end = start + 1;
  if (kind === 'newline') end += text.charAt(start) === '\r' ? 1 : 0;
  else if (kind === 'comment') while (end < limit && kindAt(text, end) !== 'newline') end++;
  else if (kind === 'whitespace' || kind === 'error') while (end < limit && kindAt(text, end) === kind) end++;
  return { kind, start, end };
}

/** What starts here, outside of nodes. */
function kindAt(text: string, at: number): TokenKind {
  const character = text.charAt(at);
  // Only together with the line feed is a carriage return a line break.
  if (character === '\r') return text.charAt(at + 1) === '\n' ? 'newline' : 'error';
  return MARKS.get(character) ?? 'error';
}
