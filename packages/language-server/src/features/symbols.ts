import {
  keyAt,
  parseFileEnvSpec,
  type KeyValueNode,
  type SmolfileDocument,
  type TextRange,
  type ValueNode,
} from '@smolfile/core';
import { mapOf, namesVariables } from './schema-paths.ts';

/** What a symbol is, for its icon. */
export type SymbolKind = 'section' | 'string' | 'number' | 'boolean' | 'list' | 'variable' | 'secret';

/** Something in a document that has a name. */
export interface DocumentSymbol {
  readonly name: string;
  /** Its value, cut to what fits a line; never that of a variable. */
  readonly detail?: string;
  readonly kind: SymbolKind;
  /** All of it. */
  readonly range: TextRange;
  /** Its name. */
  readonly selection: TextRange;
  readonly children: readonly DocumentSymbol[];
}

/** The outline of a document, in its own order: sections with their keys, variables and secrets by name. */
export function symbols({ toml, text }: SmolfileDocument): DocumentSymbol[] {
  const top = toml.body.map((entry) => entrySymbol(entry, [], text));
  const sections = toml.headers.flatMap((header, index): DocumentSymbol[] => {
    const [first] = header.keys;
    const last = header.keys.at(-1);
    if (!first || !last) return [];
    const path = header.keys.map(({ name }) => name);
    const end = header.entries.at(-1)?.end ?? header.end;
    const limit = toml.headers[index + 1]?.start ?? text.length;
    const map = mapOf(path);
    return [
      {
        name: map ? path.at(-1)! : path.join('.'),
        kind: isSecret(path) ? 'secret' : 'section',
        range: { start: header.start, end: Math.min(end, limit) },
        selection: { start: first.start, end: last.end },
        children: header.entries.map((entry) => entrySymbol(entry, path, text)),
      },
    ];
  });
  return [...top, ...sections];
}

function entrySymbol(entry: KeyValueNode, table: readonly string[], text: string): DocumentSymbol {
  const names = entry.keys.map(({ name }) => name);
  const path = [...table, ...names];
  const { value } = entry;
  const children =
    value.type === 'inline-table'
      ? value.entries.map((child) => entrySymbol(child, path, text))
      : value.type === 'array'
        ? variables(value.items, path)
        : [];
  const detail = children.length > 0 ? undefined : detailOf(value, path, text);
  return {
    name: names.join('.'),
    ...(detail !== undefined && { detail }),
    kind: isSecret(path) ? 'secret' : kindOf(value),
    range: { start: entry.start, end: entry.end },
    selection: { start: entry.keys[0]!.start, end: entry.keys.at(-1)!.end },
    children,
  };
}

/** Whether a path is that of a variable whose value stands elsewhere. */
function isSecret(path: readonly string[]): boolean {
  const map = mapOf(path);
  return map !== undefined && namesVariables(map);
}

/** The variables that a list of `KEY=VALUE` sets, without their values. */
function variables(items: readonly ValueNode[], path: readonly string[]): DocumentSymbol[] {
  if (keyAt(path)?.grammar !== 'env') return [];
  return items.flatMap((item): DocumentSymbol[] => {
    if (item.type !== 'scalar' || typeof item.value !== 'string') return [];
    const spec = parseFileEnvSpec(item.value);
    if (spec.kind === 'dropped') return [];
    const range = { start: item.start, end: item.end };
    return [{ name: spec.key, kind: 'variable', range, selection: range, children: [] }];
  });
}

function kindOf(value: ValueNode): SymbolKind {
  if (value.type !== 'scalar') return value.type === 'array' ? 'list' : 'section';
  if (value.kind === 'boolean') return 'boolean';
  return value.kind === 'integer' || value.kind === 'float' ? 'number' : 'string';
}

const LONGEST = 60;

function detailOf(value: ValueNode, path: readonly string[], text: string): string | undefined {
  if (keyAt(path)?.grammar === 'env' || value.start === value.end) return undefined;
  const source = text
    .slice(value.start, Math.min(value.end, value.start + LONGEST + 1))
    .replaceAll(/\s+/g, ' ');
  return source.length > LONGEST ? `${source.slice(0, LONGEST)}…` : source;
}

/** A symbol and the ones that it is in, flat: what a search over a workspace goes through. */
export function* flattened(
  all: readonly DocumentSymbol[],
  container?: string,
): Generator<DocumentSymbol & { readonly container?: string }> {
  for (const symbol of all) {
    yield { ...symbol, ...(container !== undefined && { container }) };
    yield* flattened(symbol.children, symbol.name);
  }
}

/** Whether what somebody typed has its letters in a name, in order: what editors expect of a search. */
export function matches(name: string, query: string): boolean {
  let at = 0;
  const wanted = query.toLowerCase();
  for (const letter of name.toLowerCase()) if (letter === wanted.charAt(at)) at++;
  return at >= wanted.length;
}
