import type { Item, ValueNode } from '../toml/index.ts';

/** A table as plain data. */
export interface EditTable {
  readonly [name: string]: EditValue;
}

/**
 * A value to be written. Whole numbers become integers, others floats; a `bigint` is an integer beyond 2^53, of 64
 * bits at most.
 */
export type EditValue = string | number | bigint | boolean | readonly EditValue[] | EditTable;

/** Longest line that a list is written on: the formatter's. */
const WIDTH = 100;
const INDENT = '  ';
const LARGEST = 2n ** 63n;

export function isList(value: EditValue): value is readonly EditValue[] {
  return Array.isArray(value);
}

export function isTable(value: EditValue): value is EditTable {
  return typeof value === 'object' && !isList(value);
}

/** @throws TypeError if TOML has no such value. */
export function checkValue(value: unknown, where: string): asserts value is EditValue {
  const refuse = (what: string): never => {
    throw new TypeError(`Expected a value that TOML can write for ${where}, but got ${what}`);
  };
  if (typeof value === 'boolean') return;
  if (typeof value === 'string') {
    if (!isWellFormed(value)) refuse('a string with half of a surrogate pair');
  } else if (typeof value === 'number') {
    if (Number.isInteger(value) && !Number.isSafeInteger(value))
      refuse(`the number ${value}, which is not exact; use a bigint`);
  } else if (typeof value === 'bigint') {
    if (value >= LARGEST || value < -LARGEST) refuse('an integer of more than 64 bits');
  } else if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => checkValue(item, `${where}[${index}]`));
  } else if (typeof value === 'object' && value !== null && isPlain(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (!isWellFormed(name)) refuse('a name with half of a surrogate pair');
      checkValue(item, `${where}.${name}`);
    }
  } else {
    refuse(value === null || typeof value !== 'object' ? String(value) : 'an object of a class');
  }
}

/** Whether TOML, and a file in UTF-8, can hold a value. */
export function isWritable(value: EditValue): boolean {
  try {
    checkValue(value, '');
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Whether a text has no half of a surrogate pair, which no file in UTF-8 can hold. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** A string as TOML writes it: basic, with the escapes that TOML 1.0 knows. */
export function tomlString(text: string): string {
  // JSON's escapes are all TOML's; DEL is the one character that JSON leaves bare and TOML refuses
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}

/** A value on one line. */
export function valueText(value: EditValue): string {
  if (typeof value === 'string') return tomlString(value);
  if (isList(value)) return `[${value.map(valueText).join(', ')}]`;
  if (!isTable(value)) return numberText(value);
  const entries = Object.entries(value).map(([name, item]) => `${nameText(name)} = ${valueText(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** A name as a key: quoted where it must be. */
export function nameText(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : tomlString(name);
}

function numberText(value: number | bigint | boolean): string {
  if (typeof value !== 'number' || Number.isFinite(value)) return String(value);
  if (Number.isNaN(value)) return 'nan';
  return value > 0 ? 'inf' : '-inf';
}

/**
 * A value for a statement of its own: a list that makes the line too long gets a line for each element.
 *
 * @param used how many characters the line has before the value.
 */
export function statementText(value: EditValue, used: number, indent: string, eol: string): string {
  const flat = valueText(value);
  if (!isList(value) || value.length < 2 || used + flat.length <= WIDTH) return flat;
  const lines = value.map((item) => `${indent}${INDENT}${valueText(item)},${eol}`);
  return `[${eol}${lines.join('')}${indent}]`;
}

/** Writes a value in the place of another, with its quotes. */
export function textLike(value: EditValue, old: string): string {
  const isLiteral = old.startsWith("'") && !old.startsWith("'''");
  // a literal string has no escapes, so that it can hold neither its quote nor what must not be seen bare
  if (typeof value === 'string' && isLiteral && /^[^\p{Cc}\p{Cf}']*$/u.test(value)) return `'${value}'`;
  return valueText(value);
}

/** Whether what a document has is that value already, however it is spelt. */
export function isSame(item: Item | ValueNode, value: EditValue): boolean {
  if (item.type === 'leaf') return isSame(item.value, value);
  if (item.type === 'table-array')
    return isList(value) && hasItems(item.items, value, (table, one) => isTable(one) && hasSame(table, one));
  if (item.type === 'table') return isTable(value) && hasSame(item, value);
  if (item.type === 'inline-table') return isTable(value) && hasSame(item.table, value);
  if (item.type === 'array') return isList(value) && hasItems(item.items, value, isSame);
  if (item.damaged || typeof value === 'object') return false;
  if (typeof value === 'string') return item.kind === 'string' && item.value === value;
  if (typeof value === 'boolean') return item.value === value;
  if (item.kind === 'float')
    return typeof value === 'number' && !Number.isInteger(value) && Object.is(item.value, value);
  return item.kind === 'integer' && BigInt(item.value as number | bigint) === safeBigInt(value);
}

function safeBigInt(value: number | bigint): bigint | undefined {
  return typeof value === 'bigint' || Number.isInteger(value) ? BigInt(value) : undefined;
}

function hasItems<T>(
  items: readonly T[],
  values: readonly EditValue[],
  same: (item: T, value: EditValue) => boolean,
): boolean {
  return items.length === values.length && items.every((item, index) => same(item, values[index]!));
}

function hasSame({ entries }: { readonly entries: ReadonlyMap<string, Item> }, value: EditTable): boolean {
  const names = Object.keys(value);
  return (
    names.length === entries.size &&
    names.every((name) => {
      const item = entries.get(name);
      return item !== undefined && isSame(item, value[name]!);
    })
  );
}
