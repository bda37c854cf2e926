import type {
  HeaderNode,
  KeyNode,
  KeyValueNode,
  SmolfileDocument,
  TextRange,
  ValueNode,
} from '@smolfile/core';
import { lastBefore } from './context.ts';

/** What the tree has at a place. For what is not in the tree yet there is `placeAt`. */
export type Spot =
  | {
      readonly kind: 'key';
      /** Names from the root on, this one included. */
      readonly path: readonly string[];
      readonly node: KeyNode;
      readonly inHeader: boolean;
    }
  | {
      readonly kind: 'value';
      /** Names of the key that has it. */
      readonly path: readonly string[];
      readonly node: ValueNode;
      /** Set for an element of a list. */
      readonly index?: number;
    };

/** Everything around a place, outermost first. */
export interface Found {
  readonly spot: Spot | undefined;
  readonly around: readonly (HeaderNode | KeyValueNode | KeyNode | ValueNode)[];
}

/** @param offset of a cursor; what it touches counts. */
export function findAt(document: SmolfileDocument, offset: number): Found {
  const { toml } = document;
  const header = toml.headers[lastBefore(toml.headers, offset)];
  const names = header?.keys.map(({ name }) => name) ?? [];
  if (header && touches(header, offset)) {
    const index = header.keys.findIndex((key) => touches(key, offset));
    const node = header.keys[index];
    if (!node) return { spot: undefined, around: [header] };
    const spot: Spot = { kind: 'key', path: names.slice(0, index + 1), node, inHeader: true };
    return { spot, around: [header, node] };
  }
  const entries = header ? header.entries : toml.body;
  const entry = entries[lastBefore(entries, offset)];
  return entry && touches(entry, offset) ? inEntry(entry, names, offset) : { spot: undefined, around: [] };
}

function inEntry(entry: KeyValueNode, table: readonly string[], offset: number): Found {
  const names = entry.keys.map(({ name }) => name);
  const index = entry.keys.findIndex((key) => touches(key, offset));
  const node = entry.keys[index];
  if (node) {
    const path = [...table, ...names.slice(0, index + 1)];
    return { spot: { kind: 'key', path, node, inHeader: false }, around: [entry, node] };
  }
  if (!touches(entry.value, offset)) return { spot: undefined, around: [entry] };
  const { spot, around } = inValue(entry.value, [...table, ...names], offset);
  return { spot, around: [entry, ...around] };
}

function inValue(value: ValueNode, path: readonly string[], offset: number): Found {
  if (value.type === 'inline-table') {
    const entry = value.entries.find((one) => touches(one, offset));
    if (!entry) return { spot: { kind: 'value', path, node: value }, around: [value] };
    const { spot, around } = inEntry(entry, path, offset);
    return { spot, around: [value, ...around] };
  }
  if (value.type === 'array') {
    const index = value.items.findIndex((item) => touches(item, offset));
    const item = value.items[index];
    if (!item) return { spot: { kind: 'value', path, node: value }, around: [value] };
    const { spot, around } = inValue(item, path, offset);
    const isElement = spot?.kind === 'value' && spot.node === item;
    return { spot: isElement ? { ...spot, index } : spot, around: [value, ...around] };
  }
  return { spot: { kind: 'value', path, node: value }, around: [value] };
}

export function touches(range: TextRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
