import type { Item } from '../plan.ts';
import { isKnown, rowOf } from '../table/index.ts';
import type { Entry, Node } from './node.ts';

/** An item for a key, or for an element of its list. */
export function itemFor(name: string, { place, comments }: Pick<Entry | Node, 'place' | 'comments'>): Item {
  return { row: rowOf('compose', name), place, ...(comments && { comments }) };
}

/** Whether the table of outcomes knows a key. */
export function isKey(name: string): boolean {
  return isKnown('compose', name);
}
