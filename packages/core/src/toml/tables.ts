import { Entry } from './nodes.ts';
import type { RelatedPlace, TomlErrorCode } from './problems.ts';
import type { Scope } from './scope.ts';
import type { Source } from './source.ts';
import type { HeaderNode, Item, KeyNode, KeyValueNode, Table, TableOrigin } from './tree.ts';

// What may be defined where: the rules of Rust's toml_edit 0.22 (parser/state.rs), which is what reads
// Smolfiles. They are finer than the TOML specification: `[a.b]` then `[a]` is fine unless `[a]` then writes
// `b.c = 1`, and a table made by dotted keys is closed to headers but open to headers below it.

type Draft<T> = { -readonly [Name in keyof T]: T[Name] };

/** @param definition the key that makes the table; none for the root and for inline tables. */
export function newTable(origin: TableOrigin, definition: KeyNode | undefined): Table {
  return { type: 'table', entries: new Map(), definition, origin, header: undefined };
}

const entriesOf = (table: Table): Map<string, Item> => table.entries as Map<string, Item>;
const definitionOf = (item: Item): KeyNode => (item.type === 'leaf' ? item.key : item.definition!);
const isOpen = (table: Table): boolean => table.origin === 'implied' || table.origin === 'dotted';

/** The dotted name up to and including the key at `index`, as written in messages. */
const nameOf = (keys: readonly KeyNode[], index: number): string =>
  keys
    .slice(0, index + 1)
    .map((key) => key.name)
    .join('.');

/** Files a key-value whose key is one bare name. */
export function definePlain(source: Source, scope: Scope, name: string, node: KeyValueNode): void {
  const { table } = scope;
  if (table.entries.has(name)) define(source, scope, node);
  else entriesOf(table).set(name, new Entry(node));
}

/** Files a key-value in the table it was written in, or reports why that cannot be. */
export function define(source: Source, scope: Scope, node: KeyValueNode): void {
  const { keys } = node;
  const last = keys.length - 1;
  const table = last === 0 ? scope.table : descendKeys(source, scope, keys);
  if (!table) return;
  const key = keys[last]!;
  const old = table.entries.get(key.name);
  if (old) {
    refuse(source, scope, key, 'duplicate-key', `The key \`${nameOf(keys, last)}\` is already set`, old);
  } else if (last > 0 && table.origin !== 'dotted') {
    const name = nameOf(keys, last - 1);
    refuse(
      source,
      scope,
      key,
      'redefined-table',
      `The table \`${name}\` is already defined by a header`,
      table,
    );
  } else {
    entriesOf(table).set(key.name, new Entry(node));
  }
}

/** The table that the last of several dotted keys goes into; the ones on the way come to be. */
function descendKeys(source: Source, scope: Scope, keys: readonly KeyNode[]): Table | undefined {
  let { table } = scope;
  for (let index = 0; index < keys.length - 1; index++) {
    const key = keys[index]!;
    const item = table.entries.get(key.name);
    if (!item) {
      const created = newTable('dotted', key);
      entriesOf(table).set(key.name, created);
      table = created;
    } else if (item.type === 'leaf') {
      refuse(source, scope, key, 'not-a-table', `\`${nameOf(keys, index)}\` already has a value`, item);
      return undefined;
    } else if (item.type === 'table-array') {
      table = item.items.at(-1)!;
    } else if (isOpen(item)) {
      table = item;
    } else {
      const message = `The table \`${nameOf(keys, index)}\` is already defined by a header`;
      refuse(source, scope, key, 'redefined-table', message, item);
      return undefined;
    }
  }
  return table;
}

function refuse(
  source: Source,
  scope: Scope,
  key: KeyNode,
  code: TomlErrorCode,
  message: string,
  old: Item,
): void {
  // Rust places what is wrong between the entries of an inline table at its brace, which may be lines above.
  const start = scope.multiline ? scope.open : key.start;
  source.report(code, start, key.end, message, { related: firstPlace(old) });
}

function firstPlace(item: Item): RelatedPlace {
  const { start, end } = item.type === 'table' && item.header ? item.header : definitionOf(item);
  return { start, end, message: item.type === 'leaf' ? 'First set here' : 'First defined here' };
}

/** What a header says of the table that it opens. */
type HeaderName = Pick<HeaderNode, 'array' | 'keys'>;

/** Opens the table of a header. @returns undefined, after a report, when the header is refused. */
export function openHeader(source: Source, root: Table, header: HeaderName): Table | undefined {
  const { keys } = header;
  const parent = descendHeader(source, root, header);
  if (!parent) return undefined;
  const key = keys.at(-1)!;
  const old = parent.entries.get(key.name);
  if (header.array) return addToArray(source, parent, header, old);
  if (!old) {
    const table = newTable('header', key);
    entriesOf(parent).set(key.name, table);
    return table;
  }
  if (old.type === 'table' && old.origin === 'implied') {
    const table: Draft<Table> = old;
    table.origin = 'header';
    table.definition = key;
    return table;
  }
  refuseHeader(source, header, keys.length - 1, old);
  return undefined;
}

function addToArray(
  source: Source,
  parent: Table,
  header: HeaderName,
  old: Item | undefined,
): Table | undefined {
  const key = header.keys.at(-1)!;
  const table = newTable('header', key);
  if (old?.type === 'table-array') {
    (old.items as Table[]).push(table);
  } else if (old) {
    refuseHeader(source, header, header.keys.length - 1, old);
    return undefined;
  } else {
    entriesOf(parent).set(key.name, { type: 'table-array', items: [table], definition: key });
  }
  return table;
}

function descendHeader(source: Source, root: Table, header: HeaderName): Table | undefined {
  let table = root;
  for (let index = 0; index < header.keys.length - 1; index++) {
    const key = header.keys[index]!;
    const item = table.entries.get(key.name);
    if (!item) {
      const created = newTable('implied', key);
      entriesOf(table).set(key.name, created);
      table = created;
    } else if (item.type === 'leaf') {
      refuseHeader(source, header, index, item);
      return undefined;
    } else {
      table = item.type === 'table' ? item : item.items.at(-1)!;
    }
  }
  return table;
}

function refuseHeader(source: Source, header: HeaderName, index: number, old: Item): void {
  const key = header.keys[index]!;
  const name = nameOf(header.keys, index);
  const related = firstPlace(old);
  const report = (code: TomlErrorCode, message: string, help?: string): void =>
    source.report(code, key.start, key.end, message, help === undefined ? { related } : { help, related });
  if (old.type === 'leaf') {
    report('not-a-table', `\`${name}\` already has a value, so it cannot be a table`);
  } else if (old.type === 'table-array') {
    const help = `Write \`[[${name}]]\` to add another element`;
    report('redefined-table', `\`${name}\` is already defined as an array of tables`, help);
  } else if (old.origin === 'dotted') {
    const help = 'Write all of its keys in one of the two places';
    report('redefined-table', `The table \`${name}\` is already defined by dotted keys`, help);
  } else if (header.array) {
    report(
      'redefined-table',
      `\`${name}\` is already defined as a table, not as an array of tables`,
      `Write \`[${name}]\` once, or \`[[${name}]]\` everywhere`,
    );
  } else {
    report('redefined-table', `The table \`${name}\` is already defined`);
  }
}

/** Ties a header to the table that its entries fill. */
export function attachHeader(header: HeaderNode): void {
  (header.table as Draft<Table>).header = header;
}
