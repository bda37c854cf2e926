import type { KeySchema } from '../schema/index.ts';
import type { TextRange } from '../text/range.ts';
import type { Item, Table, ValueNode } from '../toml/index.ts';
import type { Content } from './setting.ts';

const NOWHERE: TextRange = { start: 0, end: 0 };

/** The keys of a section in the order in which an array of their values has them: those that the release has. */
export function positionsOf({ children = [] }: KeySchema): readonly KeySchema[] {
  return children.some(({ absent }) => absent) ? children.filter(({ absent }) => !absent) : children;
}

/** Where the value of an item stands, as smolvm's own errors point: at the header for a table. */
export function itemRange(item: Item): TextRange {
  if (item.type === 'leaf') return item.value;
  if (item.type === 'table-array') return item.items[0]?.header ?? item.definition ?? NOWHERE;
  return tableRange(item);
}

/** Where a table without braces stands. */
export function tableRange({ header, definition }: Table): TextRange {
  return header ?? definition ?? NOWHERE;
}

/** The key that first names an item. */
export function itemKey(item: Item): TextRange {
  return item.type === 'leaf' ? item.key : (item.definition ?? NOWHERE);
}

/** What an item holds, one level down: the table behind an inline table, or the node or table itself. */
export function contentOf(item: Item): Content {
  return item.type === 'leaf' ? contentOfNode(item.value) : item;
}

/** What a value holds: the table behind an inline table, or the node itself. */
export function contentOfNode(node: ValueNode): Content {
  return node.type === 'inline-table' ? node.table : node;
}
