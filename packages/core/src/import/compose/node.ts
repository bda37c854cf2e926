import type { Place } from '../place.ts';

/** A value of a compose file, with where it stands; values of several files are merged into one tree. */
export type Node = MapNode | ListNode | ScalarNode;

interface Common {
  /** Of the value itself. */
  readonly place: Place;
  /** `!reset` takes away what it is merged over, `!override` takes its place. */
  readonly tag?: string;
  readonly comments?: readonly string[];
}

export interface MapNode extends Common {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
  /** Where `<<` merges something in. */
  readonly merges?: readonly Place[];
}

/** A key with its value. */
export interface Entry {
  readonly key: string;
  /** From the key to the end of the value. */
  readonly place: Place;
  readonly value: Node;
  readonly comments?: readonly string[];
}

export interface ListNode extends Common {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface ScalarNode extends Common {
  readonly kind: 'scalar';
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  /** As Compose writes it: `1.50` is `1.5`; empty for null. */
  readonly text: string;
  /** Before variables were put in. */
  readonly raw?: string;
}

/** The value of a key; undefined where there is no such map or key. */
export function valueAt(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  let value: Node | undefined = node;
  for (const key of path) value = value?.kind === 'map' ? value.entries.get(key)?.value : undefined;
  return value;
}

/** The text of a scalar; undefined for anything else and for null. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.type !== 'null' ? node.text : undefined;
}

/** The elements of a list; a single value counts as a list of one. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  if (node?.kind === 'list') return node.items;
  return node?.kind === 'scalar' && node.type !== 'null' ? [node] : [];
}

/** Whether a value is there and is neither null nor empty. */
export function isNull(node: Node | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.type === 'null');
}
