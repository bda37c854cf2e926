import { pathBelow } from '../document/path.ts';
import type { KeySchema } from '../schema/index.ts';
import { mergedKeys } from './merge.ts';
import {
  isListProvenance,
  type Config,
  type ConfigValue,
  type Origin,
  type Provenance,
  type Resolution,
} from './resolution.ts';

/** One value that two resolutions do not agree on. */
export interface ValueChange {
  /** `cpus`, `restart.policy`, `secrets.TOKEN`. */
  readonly name: string;
  /** Path of the key that it belongs to. */
  readonly key: string;
  /** Absent where that configuration has no such value at all (another command, an older version). */
  readonly before?: ConfigValue;
  readonly after?: ConfigValue;
  /** Of a list: elements that only the other side has. With nothing in all three, only their order differs. */
  readonly added?: readonly ConfigValue[];
  readonly removed?: readonly ConfigValue[];
  /** Of a list: elements for the same thing, such as one variable, guest port or guest path. */
  readonly changed?: readonly ChangedElement[];
  /** Where the values come from; of a list, where its elements do. */
  readonly origins: { readonly before: readonly Origin[]; readonly after: readonly Origin[] };
}

/** An element of a list, and the one that takes its place. */
export interface ChangedElement {
  readonly before: ConfigValue;
  readonly after: ConfigValue;
}

/** How two resolutions of one file differ. */
export interface ResolutionDiff {
  /** Whether both are accepted, or both refused; only where both are accepted there are values to compare. */
  readonly sameVerdict: boolean;
  /** In the order of the configurations. */
  readonly changes: readonly ValueChange[];
  /** Keys of the file that only one of the two ignores. */
  readonly ignored: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/**
 * Compares two resolutions: of other commands, versions or flags.
 *
 * @example
 * ```ts
 * const [before, after] = [1, 2].map((cpus) => resolve(`cpus = ${cpus}\n`, { command: 'create' }));
 * diffResolutions(before!, after!).changes.length; // 1
 * ```
 */
export function diffResolutions(before: Resolution, after: Resolution): ResolutionDiff {
  const only = (one: Resolution, other: Resolution): string[] => {
    const keys = new Set(other.ignored.map(({ key }) => key));
    return one.ignored.map(({ key }) => key).filter((key) => !keys.has(key));
  };
  const ignored = { before: only(before, after), after: only(after, before) };
  const sameVerdict = before.accepted === after.accepted;
  if (!before.accepted || !after.accepted) return { sameVerdict, changes: [], ignored };
  const keys = new Map([before, after].flatMap(keysOf));
  const maps = new Set([...keys].flatMap(([name, { type }]) => (type === 'map' ? [name] : [])));
  const one = leaves(before.config, maps);
  const other = leaves(after.config, maps);
  const names = Array.from(new Set([...one.keys(), ...other.keys()]));
  const changes = names.flatMap((name): ValueChange[] => {
    const values = [one.get(name), other.get(name)] as const;
    const key = keys.get(name) ?? keys.get(parentOf(name, maps));
    const changed = change(...values, key);
    if (!changed) return [];
    const origins = { before: originsIn(before.provenance, name), after: originsIn(after.provenance, name) };
    return [{ name, key: key?.path ?? name, ...changed, origins }];
  });
  return { sameVerdict, changes, ignored };
}

/** The keys of the values, by their names. */
function keysOf(resolution: Resolution): [string, KeySchema][] {
  return mergedKeys(resolution).map(({ key }) => [key.result ?? key.path, key]);
}

/** The map that an entry is in. */
function parentOf(name: string, maps: ReadonlySet<string>): string {
  return Array.from(maps).find((map) => name.startsWith(`${map}.`) || name.startsWith(`${map}[`)) ?? '';
}

/** Values by dotted name; maps are taken apart, lists and the entries of maps are not. */
function leaves(config: Config, maps: ReadonlySet<string>, parent = ''): Map<string, ConfigValue> {
  const found = new Map<string, ConfigValue>();
  const isMap = maps.has(parent);
  for (const [name, value] of Object.entries(config)) {
    const path = isMap ? pathBelow(parent, name) : parent === '' ? name : `${parent}.${name}`;
    const isTable = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isTable || isMap) found.set(path, value);
    else for (const [below, leaf] of leaves(value as Config, maps, path)) found.set(below, leaf);
  }
  return found;
}

/** Undefined where nothing changes. */
function change(
  before: ConfigValue | undefined,
  after: ConfigValue | undefined,
  key: KeySchema | undefined,
): Omit<ValueChange, 'name' | 'key' | 'origins'> | undefined {
  const values = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  const lists = [before, after].flatMap((value): (readonly ConfigValue[])[] =>
    value === undefined ? [[]] : isList(value) ? [value] : [],
  );
  // The words of a command line mean nothing without each other.
  if (lists.length < 2 || (before ?? after) === undefined || key?.grammar === 'argv') {
    const isSame = before !== undefined && after !== undefined && textOf(before) === textOf(after);
    return isSame ? undefined : values;
  }
  const [one = [], other = []] = lists;
  const isSame =
    textOf(one.map((value) => elementOf(value, key))) === textOf(other.map((value) => elementOf(value, key)));
  if (isSame && before !== undefined && after !== undefined) return undefined;
  return { ...values, ...paired(without(one, other, key), without(other, one, key), key) };
}

function isList(value: ConfigValue): value is readonly ConfigValue[] {
  return Array.isArray(value);
}

/** A variable is a pair in the one command, and a text in another. */
function elementOf(value: ConfigValue, key: KeySchema | undefined): ConfigValue {
  if (key?.grammar !== 'env' || typeof value !== 'string' || !value.includes('=')) return value;
  return [value.slice(0, value.indexOf('=')), value.slice(value.indexOf('=') + 1)];
}

/** What an element is about, by grammar: two elements about the same are one that changed. */
const SUBJECT: Readonly<Record<string, number>> = { env: 0, port: 1, volume: 1 };

function paired(
  removed: readonly ConfigValue[],
  added: readonly ConfigValue[],
  key: KeySchema | undefined,
): Pick<ValueChange, 'added' | 'removed' | 'changed'> {
  const at = SUBJECT[key?.grammar ?? ''];
  const subject = (value: ConfigValue): string | undefined => {
    const element = elementOf(value, key);
    return at === undefined || !isList(element) ? undefined : textOf(element[at] ?? null);
  };
  const left = [...added];
  const gone: ConfigValue[] = [];
  const changed: ChangedElement[] = [];
  for (const before of removed) {
    const own = subject(before);
    const place = own === undefined ? -1 : left.findIndex((value) => subject(value) === own);
    const [after] = place === -1 ? [] : left.splice(place, 1);
    if (after === undefined) gone.push(before);
    else changed.push({ before, after });
  }
  return { added: left, removed: gone, changed };
}

/** The elements of a list that are not in another one, each as often as it is there more often. */
function without(
  list: readonly ConfigValue[],
  other: readonly ConfigValue[],
  key: KeySchema | undefined,
): ConfigValue[] {
  const left = new Map<string, number>();
  const identity = (value: ConfigValue): string => textOf(elementOf(value, key));
  for (const text of other.map(identity)) left.set(text, (left.get(text) ?? 0) + 1);
  return list.filter((value) => {
    const text = identity(value);
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count === 0;
  });
}

function textOf(value: ConfigValue): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one));
}

function originsIn(provenance: Provenance, name: string): readonly Origin[] {
  const own = provenance[name];
  if (!own) return [];
  return isListProvenance(own) ? own.flatMap(({ origins }) => origins) : own.origins;
}
