import type { Item, SmolfileDocument, Table } from '@smolfile/core';
import { lastBefore } from './context.ts';

/**
 * The table of a path as a statement at an offset sees it: an element of an array of tables by its own header, and
 * a table whose header was refused by that header.
 */
export function tableAt(
  document: SmolfileDocument,
  path: readonly string[],
  offset: number,
): Table | undefined {
  const { headers, root } = document.toml;
  const header = headers[lastBefore(headers, offset)];
  const own = header?.keys.map(({ name }) => name) ?? [];
  const inside = header && own.length <= path.length && own.every((name, index) => name === path[index]);
  let table: Table | undefined = inside ? header.table : root;
  for (const name of path.slice(inside ? own.length : 0)) table = tableOf(table?.entries.get(name));
  return table;
}

/** The table that an item holds, if it holds one; the last one of several. */
export function tableOf(item: Item | undefined): Table | undefined {
  if (!item) return undefined;
  if (item.type === 'table') return item;
  if (item.type === 'table-array') return item.items.at(-1);
  const { value } = item;
  return value.type === 'inline-table' ? value.table : undefined;
}
