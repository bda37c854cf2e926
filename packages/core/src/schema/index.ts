/**
 * What the toolkit knows about keys and flags, read from the table that is generated from
 * `schemas/smolfile.schema.json`. This folder stands alone: it knows neither TOML nor documents.
 */
import { COMMANDS, readFlags, ROOT } from './generated/keys.ts';
import type { CommandName, FlagEntry, FlagOverride, FlagSchema, KeySchema, MergeRule } from './types.ts';
import { isAtLeast } from './version.ts';

export { COMMANDS, ROOT };
export { isAtLeast, KNOWN_VERSIONS, NEWEST, OLDEST } from './version.ts';
export * from './describe.ts';
export { allKeys, belowOf } from './walk.ts';
export type * from './types.ts';
export type { ValidationError, Validator } from './validator.ts';

/** The commands, in the order in which output lists them. */
export const COMMAND_NAMES: readonly CommandName[] = ['create', 'run', 'pack'];

/**
 * The schema of the key at a path of a document, whatever its version (see `since`).
 *
 * @param path key names from the root on. Entries of a map are found under any name (or `*`), items of an array of
 *   tables under any index (or `[]`); the index may also be left out.
 * @returns undefined for an unknown key and for anything below a plain value.
 */
export function keyAt(path: readonly (string | number)[]): KeySchema | undefined {
  let key: KeySchema | undefined = ROOT;
  for (const part of path) {
    if (!key) return undefined;
    const { element }: KeySchema = key;
    if (key.type === 'map') {
      key = element;
    } else if (key.type === 'table-array') {
      const isIndex = typeof part === 'number' || part === '[]' || /^\d+$/.test(part);
      key = isIndex ? element : child(element, part);
    } else {
      key = child(key, part);
    }
  }
  return key;
}

/**
 * The schema of a key by the path that `KeySchema.path`, merge layers and implications use.
 *
 * @param path such as `dev.ports`, `secrets.*.from_env` or `network.credentials[].name`.
 */
export function keyByPath(path: string): KeySchema | undefined {
  return keyAt(path.replaceAll('[]', '.[]').split('.'));
}

function child(key: KeySchema | undefined, name: string | number): KeySchema | undefined {
  return key?.children?.find((candidate) => candidate.name === name);
}

/**
 * The tree as one version of smolvm knows it: keys that came later are left out.
 *
 * @param version a target; above 1.9.3 every key counts as known.
 */
export function schemaFor(version: string): KeySchema {
  return pruned(ROOT, version);
}

function pruned(key: KeySchema, version: string): KeySchema {
  if (!key.children) return key;
  const known = key.children.filter((each) => isAtLeast(version, each.since));
  return { ...key, children: known.map((each) => pruned(each, version)) };
}

/**
 * How the layers of a key become one value; layers that the version does not have are left out.
 *
 * @returns undefined where the command gives the key no value (facts 2.9), or the version has no layer of it.
 */
export function mergeFor(
  key: KeySchema,
  command: CommandName,
  version: string,
): Omit<MergeRule, 'changes'> | undefined {
  const rule = key.merge?.[command];
  if (!rule) return undefined;
  const id = `${command} ${version}`;
  const known = mergeCache.get(id) ?? new Map<MergeRule, ReturnType<typeof mergeFor>>();
  mergeCache.set(id, known);
  if (!known.has(rule)) known.set(rule, mergeOf(rule, command, version));
  return known.get(rule);
}

/** By command and version. */
const mergeCache = new Map<string, Map<MergeRule, ReturnType<typeof mergeFor>>>();

function mergeOf(rule: MergeRule, command: CommandName, version: string): ReturnType<typeof mergeFor> {
  const flags = new Set(flagsFor(command, version).map((flag) => `--${flag.long}`));
  const exists = (layer: string): boolean => {
    if (layer.startsWith('--')) return flags.has(layer);
    if (layer === 'COMMAND') return true;
    const source = keyByPath(layer);
    return source !== undefined && isAtLeast(version, source.since);
  };
  const layers = rule.layers
    .map((layer) => (typeof layer === 'string' ? layer : layer.filter(exists)))
    .filter((layer) => typeof layer !== 'string' || exists(layer));
  if (layers.length === 0) return undefined;
  let { strategy } = rule;
  for (const change of rule.changes ?? []) if (isAtLeast(version, change.since)) strategy = change.strategy;
  const { changes: _changes, ...same } = rule;
  return { ...same, layers, strategy };
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

let flagTable: readonly FlagEntry[] | undefined;

/** Every flag of every command and version. */
export function allFlags(): readonly FlagEntry[] {
  return (flagTable ??= readFlags());
}

const flagCache = new Map<string, readonly FlagSchema[]>();

/**
 * The flags of one command as one version has them (facts 3).
 *
 * @param version a target; flags whose first release is unknown count as present above 1.9.3.
 */
export function flagsFor(command: CommandName, version: string): readonly FlagSchema[] {
  const cacheKey = `${command} ${version}`;
  const cached = flagCache.get(cacheKey);
  if (cached) return cached;
  const flags = allFlags()
    .filter((entry) => {
      const since = entry.commands[command];
      return since !== undefined && isAtLeast(version, since);
    })
    .map((entry) => flagFor(entry, command, version));
  // smolvm writes a conflict at one of the two flags; it holds both ways.
  for (const flag of flags) {
    const others = flags.filter((other) => other.conflicts.includes(flag.long)).map((other) => other.long);
    flag.conflicts = [...new Set([...flag.conflicts, ...others])];
  }
  flagCache.set(cacheKey, flags);
  return flags;
}

function flagFor(entry: FlagEntry, command: CommandName, version: string): Mutable<FlagSchema> {
  const { commands, feeds, overrides, ...flag } = entry;
  const applies = (override: FlagOverride): boolean =>
    (override.commands?.includes(command) ?? true) && isAtLeast(version, override.since ?? '0.0.0');
  const result = { ...flag, since: commands[command]!, feeds: feeds[command] ?? [] };
  for (const override of overrides.filter(applies)) {
    const { commands: _commands, since: _since, ...change } = override;
    Object.assign(result, change);
  }
  return { ...result, implies: result.implies.filter((each) => each.commands?.includes(command) ?? true) };
}

/** Every command and version in which a flag exists, for messages such as "machine run has it since 1.3.2". */
export function flagHistory(long: string): FlagEntry['commands'] | undefined {
  return allFlags().find((flag) => flag.long === long)?.commands;
}
