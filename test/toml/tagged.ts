import type { Item, ScalarKind, Table, TomlDocument, ValueNode } from '../../packages/core/src/toml/index.ts';

/** A value as toml-test writes it: `{"type": "integer", "value": "42"}` for scalars, plain JSON around them. */
export type Tagged = { type: string; value: string } | Tagged[] | { [key: string]: Tagged };

const TAGS: Partial<Record<ScalarKind, string>> = {
  string: 'string',
  integer: 'integer',
  float: 'float',
  boolean: 'bool',
  'offset-date-time': 'datetime',
  'local-date-time': 'datetime-local',
  'local-date': 'date-local',
  'local-time': 'time-local',
};

/** The document's meaning in the notation of toml-test, normalised for comparison. */
export const tagDocument = (document: TomlDocument): Tagged => tagTable(document.root);

function tagTable(table: Table): Tagged {
  return Object.fromEntries([...table.entries].map(([key, item]) => [key, tagItem(item)]));
}

function tagItem(item: Item): Tagged {
  if (item.type === 'leaf') return tagValue(item.value);
  return item.type === 'table' ? tagTable(item) : item.items.map(tagTable);
}

function tagValue(node: ValueNode): Tagged {
  if (node.type === 'array') return node.items.map(tagValue);
  if (node.type === 'inline-table') return tagTable(node.table);
  // String() drops the sign of zero.
  const value = Object.is(node.value, -0) ? '-0' : String(node.value);
  return normalise({ type: TAGS[node.kind] ?? node.kind, value });
}

/** Makes two spellings of one value equal: floats as numbers, date-times without needless zeros. */
export function normalise(tagged: Tagged): Tagged {
  if (Array.isArray(tagged)) return tagged.map(normalise);
  if (typeof tagged.type !== 'string' || typeof tagged.value !== 'string') {
    return Object.fromEntries(
      Object.entries(tagged).map(([key, value]) => [key, normalise(value as Tagged)]),
    );
  }
  const { type, value } = tagged as { type: string; value: string };
  if (type === 'float') {
    const number = Number(value.replace('inf', 'Infinity').replace('+', ''));
    return { type, value: Object.is(number, -0) ? '-0' : String(number) };
  }
  if (type.startsWith('date') || type.startsWith('time')) return { type, value: normaliseTime(value) };
  return { type, value };
}

function normaliseTime(value: string): string {
  return value
    .toUpperCase()
    .replace(' ', 'T')
    .replace(/(\.\d*?)0+(?=$|[Z+-])/, '$1')
    .replace(/\.(?=$|[Z+-])/, '')
    .replace('+00:00', 'Z');
}
