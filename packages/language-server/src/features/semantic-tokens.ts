import {
  grammarOf,
  keyAt,
  stringRange,
  type KeyNode,
  type KeySchema,
  type KeyValueNode,
  type ScalarNode,
  type SmolfileDocument,
  type TextRange,
  type ValueNode,
  type Release,
} from '@smolfile/core';
import { releaseOf, type Target } from './target.ts';

/** In the order of the legend. */
export const TOKEN_TYPES = [
  'namespace',
  'property',
  'variable',
  'string',
  'number',
  'keyword',
  'enumMember',
  'comment',
] as const;
export const TOKEN_MODIFIERS = ['declaration', 'deprecated', 'documentation'] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** What a piece of text is; none spans lines, and none overlaps another. */
export interface SemanticToken extends TextRange {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/**
 * The text by meaning, as far as a grammar of TOML cannot see it: sections and legacy keys, what is inside of strings,
 * directives in comments.
 *
 * @param within only tokens that touch it.
 */
export function semanticTokens(
  document: SmolfileDocument,
  target: Target,
  within?: TextRange,
): SemanticToken[] {
  const { toml, text } = document;
  const release = releaseOf(document, target);
  const tokens: SemanticToken[] = [];
  const wanted = ({ start, end }: TextRange) => !within || (start <= within.end && end >= within.start);
  const add = ({ start, end }: TextRange, type: TokenType, ...modifiers: TokenModifier[]): void => {
    if (end > start && !text.slice(start, end).includes('\n')) tokens.push({ start, end, type, modifiers });
  };
  for (const comment of toml.comments.filter(wanted)) {
    const isDirective = /^#\s*smolfile(?:-ignore(?:-file)?\s|:)/.test(text.slice(comment.start, comment.end));
    if (isDirective) add(comment, 'comment', 'documentation');
  }
  const addEntry = (entry: KeyValueNode, table: readonly string[]): void => {
    if (!wanted(entry)) return;
    const path = [...table, ...entry.keys.map(({ name }) => name)];
    entry.keys.forEach((key, index) =>
      addKey(key, path.slice(0, table.length + index + 1), index < entry.keys.length - 1),
    );
    addValue(entry.value, path);
  };
  const addKey = (key: KeyNode, path: readonly string[], isSection: boolean): void => {
    const schema = keyAt(path);
    if (!schema) return;
    const legacy: TokenModifier[] = schema.deprecated ? ['deprecated'] : [];
    const isEntry = schema.name === '*';
    if (isEntry) add(key, 'variable', 'declaration');
    else add(key, isSection ? 'namespace' : 'property', ...legacy);
  };
  const addValue = (value: ValueNode, path: readonly string[]): void => {
    if (value.type === 'inline-table') for (const entry of value.entries) addEntry(entry, path);
    else if (value.type === 'array') for (const item of value.items) addValue(item, path);
    else if (!value.damaged) addScalar(value, keyAt(path, release));
  };
  const addScalar = (node: ScalarNode, key: KeySchema | undefined): void => {
    const { value } = node;
    if (node.kind === 'boolean') add(node, 'keyword');
    else if (node.kind === 'integer' || node.kind === 'float') add(node, 'number');
    else if (typeof value === 'string' && node.kind === 'string') {
      for (const [from, to, type, ...modifiers] of partsOf(value, key, release)) {
        add(stringRange(toml, node, from, to), type, ...modifiers);
      }
    }
  };
  for (const entry of toml.body) addEntry(entry, []);
  for (const header of toml.headers) {
    const path = header.keys.map(({ name }) => name);
    if (wanted(header)) header.keys.forEach((key, index) => addKey(key, path.slice(0, index + 1), true));
    for (const entry of header.entries) addEntry(entry, path);
  }
  return tokens.toSorted((a, b) => a.start - b.start);
}

const PARTS = { name: 'variable', number: 'number', mode: 'keyword', choice: 'enumMember' } as const;

/** The parts of a string that mean something by themselves. */
function partsOf(
  value: string,
  key: KeySchema | undefined,
  release: Release,
): [number, number, TokenType, ...TokenModifier[]][] {
  const parts = (key && grammarOf(key).parts?.(value, { release, command: 'create' })) ?? [];
  return parts.map(([from, to, kind]) =>
    kind === 'name' && key?.grammar === 'env'
      ? [from, to, 'variable', 'declaration']
      : [from, to, PARTS[kind]],
  );
}
