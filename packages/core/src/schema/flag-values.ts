import type { Release } from '../release/index.ts';
import { flagsFor } from './flags.ts';
import type { Command, FlagSchema, KeySchema, KeyType, MergeStrategy } from './types.ts';

const known = new Map<string, readonly KeySchema[]>();

/**
 * The values that only flags give (`--dns`, `--nested`), as keys that no file can have: the merge takes them like any
 * other.
 */
export function flagValuesFor(command: Command, release: Release): readonly KeySchema[] {
  const id = `${command} ${release.known}`;
  const values = known.get(id) ?? Array.from(valuesOf(command, release).values());
  known.set(id, values);
  return values;
}

/** By name; flags of one name are layers of one value. */
function valuesOf(command: Command, release: Release): Map<string, KeySchema> {
  const found = new Map<string, KeySchema>();
  for (const flag of flagsFor(command, release)) {
    if (!flag.result) continue;
    const { name } = flag.result;
    found.set(name, withLayer(found.get(name) ?? keyOf(flag, name, command), flag, command));
  }
  return found;
}

function keyOf(flag: FlagSchema, name: string, command: Command): KeySchema {
  const strategy = strategyOf(flag);
  const type = typeOf(flag, strategy);
  return {
    name,
    path: `--${flag.long}`,
    type,
    group: '',
    description: flag.help,
    grammar: flag.grammar,
    result: name,
    merge: { [command]: { strategy, layers: [], missing: MISSING[type] } },
    byFlags: true,
  };
}

function withLayer(key: KeySchema, flag: FlagSchema, command: Command): KeySchema {
  const rule = key.merge![command]!;
  return { ...key, merge: { [command]: { ...rule, layers: [...rule.layers, `--${flag.long}`] } } };
}

function strategyOf({ value, repeatable, result }: FlagSchema): MergeStrategy {
  return result?.strategy ?? (value === undefined ? 'any' : repeatable ? 'append' : 'override');
}

function typeOf({ grammar }: FlagSchema, strategy: MergeStrategy): KeyType {
  if (strategy === 'any') return 'boolean';
  if (strategy === 'by-key') return 'map';
  if (strategy === 'append') return 'string-array';
  return /^(?:positive-)?u\d+$/.test(grammar) ? 'integer' : 'string';
}

const MISSING: Readonly<Partial<Record<KeyType, unknown>>> = {
  boolean: false,
  map: {},
  'string-array': [],
  integer: null,
  string: null,
};
