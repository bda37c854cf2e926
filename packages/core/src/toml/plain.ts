import type { Item, Table, ValueNode } from './tree.ts';

/** What a TOML value becomes in JavaScript: bigint beyond Number's safe range, date-times as their text. */
export type PlainValue = string | number | bigint | boolean | undefined | PlainValue[] | PlainTable;
export interface PlainTable {
  [key: string]: PlainValue;
}

/** The plain value of a value node; undefined where none could be read. */
export function valueOf(node: ValueNode): PlainValue {
  if (node.type === 'scalar') return node.value;
  return node.type === 'array' ? node.items.map(valueOf) : toPlain(node.table);
}

/** The plain object of a table. Any key is an own property, `__proto__` included. */
export function toPlain(table: Table): PlainTable {
  const plain: PlainTable = {};
  for (const [key, item] of table.entries) {
    const value = itemValue(item);
    // Assigning to `__proto__` would change the object's prototype instead.
    if (key !== '__proto__') plain[key] = value;
    else Object.defineProperty(plain, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return plain;
}

function itemValue(item: Item): PlainValue {
  if (item.type === 'leaf') return valueOf(item.value);
  return item.type === 'table' ? toPlain(item) : item.items.map(toPlain);
}
