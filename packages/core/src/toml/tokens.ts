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
    if (node.type === 'scalar') add(scalarTokens[node.kind], node.start, node.end);
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

const scalarTokens: Record<ScalarKind, TokenKind> = {
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

const marks: ReadonlyMap<string, TokenKind> = new Map([
  ['=', 'equals'],
  ['.', 'dot'],
  [',', 'comma'],
  ['[', 'open-bracket'],
  [']', 'close-bracket'],
  ['{', 'open-brace'],
  ['}', 'close-brace'],
  ['\n', 'newline'],
  ['\uFEFF', 'bom'],
]);

const whitespace = /[ \t]+/y;
const comment = /#(?:[^\n\r]|\r(?!\n))*/y;
const unexpected = /(?:[^ \t\r\n=,[\]#.{}\uFEFF]|\r(?!\n))+/y;

/** Reads the text between two nodes. @returns `end`. */
function readGap(text: string, start: number, end: number, result: Token[]): number {
  let at = start;
  while (at < end) {
    const { kind, length } = gapToken(text, at);
    const next = Math.min(at + length, end);
    result.push({ kind, start: at, end: next });
    at = next;
  }
  return end;
}

function gapToken(text: string, at: number): { kind: TokenKind; length: number } {
  const character = text.charAt(at);
  const mark = marks.get(character);
  if (mark) return { kind: mark, length: 1 };
  if (text.startsWith('\r\n', at)) return { kind: 'newline', length: 2 };
  if (character === ' ' || character === '\t')
    return { kind: 'whitespace', length: matchLength(whitespace, text, at) };
  if (character === '#') return { kind: 'comment', length: matchLength(comment, text, at) };
  return { kind: 'error', length: matchLength(unexpected, text, at) };
}

function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)![0].length;
}
