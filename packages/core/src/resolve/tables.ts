import type { Setting } from '../document/setting.ts';
import type { Settings } from '../document/settings.ts';
import { withinNumber } from '../grammars/index.ts';
import type { KeySchema } from '../schema/index.ts';
import type { ConfigValue } from './resolution.ts';

type Sources = { readonly settings: Settings };

/** A table of the file as the configuration has it: in the order of the schema, with the defaults of what it leaves out. */
export function tableValue({ path, schema }: Setting, { settings }: Sources): ConfigValue {
  const set = (schema.children ?? []).flatMap(({ name }) => {
    const child = settings.get(`${path}.${name}`);
    return child ? [[name, valueOf(child, settings)] as const] : [];
  });
  return withDefaults(Object.fromEntries(set), schema);
}

/** A table with the defaults of what it leaves out, in the order of the schema. */
export function withDefaults(table: ConfigValue, { children = [] }: KeySchema): ConfigValue {
  if (typeof table !== 'object' || table === null || Array.isArray(table)) return table;
  const given = table as Readonly<Record<string, ConfigValue>>;
  const known = children.flatMap((child) => {
    const value = Object.hasOwn(given, child.name) ? given[child.name]! : child.default;
    if (value === undefined) return [];
    return [[child.name, withDefaults(value as ConfigValue, child)] as const];
  });
  const names = new Set(children.map(({ name }) => name));
  const others = Object.entries(given).filter(([name]) => !names.has(name));
  return Object.fromEntries([...known, ...others]);
}

function valueOf(setting: Setting, settings: Settings): ConfigValue {
  const { schema, path, value } = setting;
  if (schema.type === 'table') return tableValue(setting, { settings });
  const entries = settings.entries(path);
  if (schema.type === 'table-array') return entries.map((entry) => valueOf(entry, settings));
  if (schema.type === 'map')
    return Object.fromEntries(entries.map((entry) => [entry.name, valueOf(entry, settings)]));
  if (value.type === 'array')
    return value.items.map((item) => (item.type === 'scalar' ? scalarValue(item.value!) : null));
  return value.type === 'scalar' ? scalarValue(value.value!) : null;
}

/** A plain value; a number of more digits than a double has stays exact. */
export function scalarValue(value: string | number | bigint | boolean): ConfigValue {
  return typeof value === 'bigint' ? withinNumber(value) : value;
}
