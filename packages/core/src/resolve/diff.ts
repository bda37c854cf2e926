import { pathBelow } from '../document/path.ts';
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
  /** Absent where that configuration has no such value at all (another command, an older version). */
  readonly before?: ConfigValue;
  readonly after?: ConfigValue;
  /** Of a list: elements that only the other side has. With neither, only their order differs. */
  readonly added?: readonly ConfigValue[];
  readonly removed?: readonly ConfigValue[];
  /** Where the values come from; of a list, where its elements do. */
  readonly origins: { readonly before: readonly Origin[]; readonly after: readonly Origin[] };
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
  const maps = new Set([...mapsOf(before), ...mapsOf(after)]);
  const one = leaves(before.config, maps);
  const other = leaves(after.config, maps);
  const names = Array.from(new Set([...one.keys(), ...other.keys()]));
  const changes = names.flatMap((name): ValueChange[] => {
    const values = [one.get(name), other.get(name)] as const;
    if (isSame(...values)) return [];
    const origins = { before: originsIn(before.provenance, name), after: originsIn(after.provenance, name) };
    return [{ name, ...change(...values), origins }];
  });
  return { sameVerdict, changes, ignored };
}

/** The names of the values that are maps. */
function mapsOf(resolution: Resolution): string[] {
  return mergedKeys(resolution).flatMap(({ key }) => (key.type === 'map' ? (key.result ?? key.path) : []));
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

function change(before: ConfigValue | undefined, after: ConfigValue | undefined): Partial<ValueChange> {
  const values = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  if (!Array.isArray(before) || !Array.isArray(after)) return values;
  const [one, other] = [before, after] as readonly (readonly ConfigValue[])[];
  return { ...values, added: without(other!, one!), removed: without(one!, other!) };
}

/** The elements of a list that are not in another one, each as often as it is there more often. */
function without(list: readonly ConfigValue[], other: readonly ConfigValue[]): ConfigValue[] {
  const left = other.map(textOf);
  return list.filter((value) => {
    const at = left.indexOf(textOf(value));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function isSame(one: ConfigValue | undefined, other: ConfigValue | undefined): boolean {
  return one === undefined || other === undefined ? one === other : textOf(one) === textOf(other);
}

function textOf(value: ConfigValue): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one));
}

function originsIn(provenance: Provenance, name: string): readonly Origin[] {
  const own = provenance[name];
  if (!own) return [];
  return isListProvenance(own) ? own.flatMap(({ origins }) => origins) : own.origins;
}
