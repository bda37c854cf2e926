import { usesOf, type FlagUse } from '../call/call.ts';
import type { Setting } from '../document/setting.ts';
import { schemaFor, type KeySchema, type MergeRule } from '../schema/index.ts';
import type { GivenValue, Layer, MergeSources } from './given.ts';

type InFile = Pick<MergeSources, 'settings' | 'release'>;

/** Reads one layer: a flag, the command, or a key; of a section with two spellings, the one that counts. */
export function layerOf(sources: MergeSources, name: string): Layer {
  const { call, settings } = sources;
  if (name === 'COMMAND') {
    const words = call?.trailing ?? [];
    const values = words.map(({ value, range }, index): GivenValue => ({
      layer: name,
      value,
      range,
      source: 'flags',
      offset: 0,
      index,
    }));
    return { name, values };
  }
  if (name.startsWith('--')) return { name, values: usesOf(call, name.slice(2)).flatMap(valuesOfFlag) };
  const path = spellingOf(sources, name);
  return { name: path, values: valuesOfKey(sources, path), setting: settings.get(path) };
}

function valuesOfFlag(use: FlagUse): GivenValue[] {
  const { flag, value, range, valueRange } = use;
  return (flag.adds ?? [value ?? true]).map((one) => ({
    layer: `--${flag.long}`,
    value: one,
    range: valueRange ?? range,
    source: 'flags',
    offset: 0,
    use,
  }));
}

/** What stands under one key, in this spelling; what could not be read is left out. */
function valuesOfKey({ settings }: InFile, path: string): readonly GivenValue[] {
  const setting = settings.get(path);
  if (!setting) return NO_VALUES;
  const { value, schema } = setting;
  if (schema.type === 'map' || schema.type === 'table-array')
    return settings.entries(path).flatMap((entry) => valueOfEntry(path, entry) ?? []);
  const values: GivenValue[] = [];
  const add = (node: Setting['value'], index: number | undefined): void => {
    const given = valueOfNode(setting, node, index);
    if (given) values.push(given);
  };
  if (value.type === 'array') for (const [index, item] of value.items.entries()) add(item, index);
  else add(value, undefined);
  return values;
}

const NO_VALUES: readonly never[] = [];

function valueOfNode(setting: Setting, node: Setting['value'], index?: number): GivenValue | undefined {
  if (node.type !== 'scalar') return undefined;
  const { value, start, end } = node;
  if (value === undefined || node.damaged) return undefined;
  return {
    layer: setting.path,
    value,
    range: { start, end },
    // always all of them: objects of one shape are read fastest
    node: typeof value === 'string' ? node : undefined,
    offset: 0,
    setting,
    index,
  };
}

function valueOfEntry(layer: string, setting: Setting): GivenValue | undefined {
  const { name, schema, value, range } = setting;
  const { start, end } = range;
  const entry = typeof name === 'string' ? name : undefined;
  if (schema.type === 'table')
    return { layer, value: undefined, range: { start, end }, offset: 0, setting, entry };
  const given = valueOfNode(setting, value);
  return given && { ...given, layer, entry };
}

const aliases = new WeakMap<KeySchema, ReadonlyMap<string, KeySchema>>();

/** By section, its other spelling. */
function aliasesOf(schema: KeySchema): ReadonlyMap<string, KeySchema> {
  const known = aliases.get(schema);
  if (known) return known;
  const found = new Map(
    schema.children?.flatMap((key) => (key.aliasOf === undefined ? [] : [[key.aliasOf, key] as const])),
  );
  aliases.set(schema, found);
  return found;
}

/** The other spelling of a section, where the file has it and the release knows it: `[pack]` for `[artifact]`. */
export function aliasOf({ settings, release }: InFile, section: string): KeySchema | undefined {
  const alias = aliasesOf(schemaFor(release)).get(section);
  return alias && settings.has(alias.name) ? alias : undefined;
}

/** The path under which a key counts: that of the other section where only that is there (facts 2.7). */
function spellingOf(sources: InFile, path: string): string {
  const dot = path.indexOf('.');
  const section = dot < 0 ? path : path.slice(0, dot);
  const alias = sources.settings.has(section) ? undefined : aliasOf(sources, section);
  return alias ? alias.name + path.slice(section.length) : path;
}

/**
 * Whether there may be anything for a key: a value, an empty list, or one that another spelling hides. Most keys are in
 * no file, and it is far cheaper to see that than to merge nothing.
 */
export function mayBeGiven(sources: MergeSources, { layers }: MergeRule): boolean {
  if (sources.call) return true;
  return layers.some((layer) =>
    typeof layer === 'string'
      ? isLayerGiven(sources, layer)
      : layer.some((name) => isLayerGiven(sources, name)),
  );
}

function isLayerGiven(sources: InFile, name: string): boolean {
  // those of a call
  if (name.startsWith('--') || name === 'COMMAND') return false;
  const { settings } = sources;
  const dot = name.indexOf('.');
  if (dot < 0) return settings.has(name);
  const section = name.slice(0, dot);
  if (!aliasesOf(schemaFor(sources.release)).has(section)) return settings.has(section) && settings.has(name);
  return settings.has(section) || settings.has(spellingOf(sources, name));
}

/** What stands under the spelling that does not count: `[artifact]` hides `[pack]` whole (facts 2.7). */
export function hiddenLayer(sources: InFile, name: string): Layer | undefined {
  const [section = '', ...rest] = name.split('.');
  const alias = aliasOf(sources, section);
  if (rest.length === 0 || !alias || !sources.settings.has(section)) return undefined;
  const path = [alias.name, ...rest].join('.');
  return { name: path, values: valuesOfKey(sources, path), setting: sources.settings.get(path) };
}
