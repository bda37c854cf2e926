import { pathBelow } from '../document/path.ts';
import { takesValue } from '../call/flag-table.ts';
import type { FlagUse } from '../call/index.ts';
import type { Release } from '../release/index.ts';
import { allKeys, keyByPath, schemaFor, type KeySchema } from '../schema/index.ts';
import { classifyImage, grammarOf } from '../grammars/index.ts';
import { flagText } from './contributions.ts';
import { redactionFor } from './redact.ts';
import type { Accepted, ConfigValue, ElementProvenance, Origin } from './resolution.ts';
import {
  dropsEntrypoint,
  originsOf,
  otherFlags,
  useOf,
  valuesOf,
  type Inexpressible,
  type ResolvedValue,
} from './values-of.ts';

/** A value as data. */
export type TomlValue = string | number | bigint | boolean | readonly TomlValue[] | TomlTable;
/** A table as data. */
export interface TomlTable {
  [key: string]: TomlValue;
}

/** One key of the written file. */
export interface TomlEntry {
  /** Names from the root on: `['dev', 'ports']`. */
  readonly path: readonly string[];
  readonly value: TomlValue;
  /** Where it comes from; of a list, see `elements`. */
  readonly origins: readonly Origin[];
  /** Of a list: where each element comes from, in order. */
  readonly elements?: readonly (readonly Origin[])[];
}

/** A configuration as the Smolfile that says the same without any flags; for a TOML writer to print. */
export interface TomlRendition {
  readonly table: TomlTable;
  /** The same key by key, with origins, in the order in which to write them: what has no section comes first. */
  readonly entries: readonly TomlEntry[];
  /** What a Smolfile cannot say. Without any, the file resolves to the same configuration. */
  readonly inexpressible: readonly Inexpressible[];
}

/** TOML has signed integers of 64 bits. */
const TOML_MAX = 2n ** 63n - 1n;

/**
 * Writes a resolved configuration as data for a Smolfile. Values that nobody gave are left out; credentials are masked
 * where the resolution has them masked.
 * @example
 * ```ts
 * const resolution = resolve('cpus = 2\n', { command: 'create', flags: '--net' });
 * resolution.accepted && tomlOf(resolution).table; // { cpus: 2, net: true }
 * ```
 */
export function tomlOf(resolution: Accepted): TomlRendition {
  const inexpressible: Inexpressible[] = [];
  const values = valuesOf(resolution)
    .filter(({ key, name }) => !key.byFlags && !(name === 'entrypoint' && dropsEntrypoint(resolution)))
    .flatMap((value) =>
      value.key.type === 'map'
        ? mapEntries(resolution, value)
        : entryOf(value, resolution.release, inexpressible),
    );
  const entries = withSwitches(values, switches(resolution)).toSorted(
    (one, other) => Number(one.path.length > 1) - Number(other.path.length > 1),
  );
  const table: TomlTable = {};
  for (const { path, value } of entries) put(table, path, value);
  inexpressible.push(...onlyInCalls(resolution));
  return { table, entries, inexpressible };
}

function entryOf(resolved: ResolvedValue, release: Release, inexpressible: Inexpressible[]): TomlEntry[] {
  const { name, key, value, origins, elements } = resolved;
  const path = placeOf(key, release).split('.');
  if (Array.isArray(value) || elements.length > 0) {
    const known = elements.filter((element) => !isFromDns(element.value));
    if (known.length < elements.length) {
      const reason =
        'the addresses of a name given with `--allow-host` are known only when smolvm resolves it';
      inexpressible.push({ what: name, reason });
    }
    if (known.length === 0) return [];
    const list = known.map((element) => elementText(key, element));
    return [{ path, value: list, origins: [], elements: known.map((element) => element.origins) }];
  }
  if (typeof value === 'object' || origins.every(({ kind }) => kind === 'default')) return [];
  if (typeof value === 'bigint' && value > TOML_MAX) {
    inexpressible.push({ what: name, reason: `${value} is beyond the largest integer of TOML` });
    return [];
  }
  return [
    {
      path,
      value: grammarOf(key).write?.(value) ?? value,
      origins,
    },
  ];
}

/** The key to write: `dev.ports` for the legacy `ports`. */
function placeOf(key: KeySchema, release: Release): string {
  if (!key.deprecated) return key.path;
  return (
    Array.from(allKeys(schemaFor(release))).find(({ feeds, deprecated }) => feeds === key.path && !deprecated)
      ?.path ?? key.path
  );
}

function isFromDns(value: ConfigValue | undefined): boolean {
  return typeof value === 'object' && value !== null && 'fromDns' in value;
}

/** An element as it is written in a file. */
function elementText(key: KeySchema, { value, written = '' }: ElementProvenance): TomlValue {
  if (key.type === 'table-array') return withoutDefaults(value as TomlValue, key.element);
  return typeof value === 'string' ? value : written;
}

function mapEntries(resolution: Accepted, { name: map, key, value }: ResolvedValue): TomlEntry[] {
  return Object.entries(value as Readonly<Record<string, TomlTable>>).map(([name, entry]) => ({
    path: [...key.path.split('.'), name],
    value: withoutDefaults(entry, key.element),
    origins: originsOf(resolution, pathBelow(map, name)),
  }));
}

/** A table without what the schema says of absent keys anyway. */
function withoutDefaults(value: TomlValue, { children = [] }: Pick<KeySchema, 'children'> = {}): TomlValue {
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const written = Object.entries(value).flatMap(([name, item]): [string, TomlValue][] => {
    const child = children.find((one) => one.name === name);
    const isDefault = JSON.stringify(child?.default) === JSON.stringify(item);
    return isDefault ? [] : [[name, withoutDefaults(item, child)]];
  });
  return Object.fromEntries(written);
}

function put(table: TomlTable, [name = '', ...rest]: readonly string[], value: TomlValue): void {
  if (rest.length === 0) {
    table[name] = value;
    return;
  }
  table[name] ??= {};
  put(table[name] as TomlTable, rest, value);
}

/** Switches that leave no value of their own, yet have a key: `--ssh-agent` of `run` acts only at launch. */
function switches(resolution: Accepted): TomlEntry[] {
  return otherFlags(resolution).flatMap((use) => {
    const path = switchKey(resolution, use);
    if (path === undefined) return [];
    const flag = flagText({ call: resolution.call, redaction: redactionFor(resolution) }, use);
    return [{ path: path.split('.'), value: true, origins: [{ kind: 'flag', flag, range: use.range }] }];
  });
}

/** A switch and the file may say the same, which is one key; what the switch says counts. */
function withSwitches(values: readonly TomlEntry[], given: readonly TomlEntry[]): TomlEntry[] {
  const entries = new Map(values.map((entry) => [entry.path.join('.'), entry]));
  for (const entry of given) {
    const path = entry.path.join('.');
    const other = entries.get(path);
    const origins = other?.value === entry.value ? [...other.origins, ...entry.origins] : entry.origins;
    entries.set(path, { ...entry, origins });
  }
  return Array.from(entries.values());
}

function switchKey({ command, release }: Accepted, { flag }: FlagUse): string | undefined {
  const key = flag.key === undefined || takesValue(flag) ? undefined : keyByPath(flag.key, release);
  const acts = key?.effect?.[command]?.effect;
  return key && !key.absent && acts !== 'ignored' ? key.path : undefined;
}

function onlyInCalls(resolution: Accepted): Inexpressible[] {
  const others = otherFlags(resolution).filter((use) => switchKey(resolution, use) === undefined);
  const found: Inexpressible[] = others.map((use) => ({
    what: flagText({ call: resolution.call, redaction: redactionFor(resolution) }, use),
    reason: 'a Smolfile has no key for it',
  }));
  const { command, config, release } = resolution;
  const { image } = config;
  const use = useOf(resolution, originsOf(resolution, 'image')[0]);
  if (
    command === 'create' &&
    !release.has('create-opens-image') &&
    use &&
    typeof image === 'string' &&
    classifyImage(image) !== 'registry'
  ) {
    found.push({ what: 'image', reason: '`machine create` takes a local image from `--image` only' });
  }
  return found;
}
