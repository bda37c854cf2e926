import { usesOf, type Call, type FlagUse } from '../call/call.ts';
import type { Setting, Settings } from '../document/settings.ts';
import type { Release } from '../release/index.ts';
import { schemaFor, type KeySchema } from '../schema/index.ts';
import type { TextRange } from '../text/range.ts';
import type { ScalarNode } from '../toml/index.ts';

/** What the layers of a merge are read from. */
export interface LayerSources {
  readonly settings: Settings;
  /** Without one, only the file gives values. */
  readonly call: Call | undefined;
  readonly release: Release;
}

/** One value that a key or flag gives, before it is made sense of. */
export interface GivenValue {
  /** The key or flag that it comes from: `dev.ports`, `--port`, `COMMAND`. */
  readonly layer: string;
  readonly value: string | number | bigint | boolean;
  /** In the document; in the call's text where `source` is `flags`. */
  readonly range: TextRange;
  readonly source?: 'flags';
  /** Its node, for a string of the document. */
  readonly node?: ScalarNode | undefined;
  /** The use of the flag that gives it. */
  readonly use?: FlagUse;
  /** The key that gives it, and which element of its array it is. */
  readonly setting?: Setting;
  readonly index?: number | undefined;
}

/** Reads one layer: a flag, the command, or a key; of a section with two spellings, the one that counts. */
export function valuesOfLayer(sources: LayerSources, layer: string): GivenValue[] {
  if (layer === 'COMMAND') {
    const words = sources.call?.trailing ?? [];
    return words.map(({ value, range }) => ({ layer, value, range, source: 'flags' }));
  }
  if (layer.startsWith('--')) return usesOf(sources.call, layer.slice(2)).flatMap(valuesOfFlag);
  return valuesOfKey(sources, spellingOf(sources, layer));
}

function valuesOfFlag(use: FlagUse): GivenValue[] {
  const { flag, value, range, valueRange } = use;
  return (flag.adds ?? [value ?? true]).map((one) => ({
    layer: `--${flag.long}`,
    value: one,
    range: valueRange ?? range,
    source: 'flags',
    use,
  }));
}

/** What stands under one key, in this spelling; what could not be read is left out. */
export function valuesOfKey({ settings }: Pick<LayerSources, 'settings'>, path: string): GivenValue[] {
  const setting = settings.get(path);
  if (!setting) return [];
  const { value } = setting;
  if (value.type !== 'array') return valueOfNode(setting, value);
  return value.items.flatMap((item, index) => valueOfNode(setting, item, index));
}

function valueOfNode(setting: Setting, node: Setting['value'], index?: number): GivenValue[] {
  if (node.type !== 'scalar' || node.value === undefined || node.damaged) return [];
  const { value, start, end } = node;
  return [
    {
      layer: setting.path,
      value,
      range: { start, end },
      // always all of them: objects of one shape are read fastest
      node: typeof value === 'string' ? node : undefined,
      setting,
      index,
    },
  ];
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
export function aliasOf(
  { settings, release }: Omit<LayerSources, 'call'>,
  section: string,
): KeySchema | undefined {
  const alias = aliasesOf(schemaFor(release)).get(section);
  return alias && settings.has(alias.name) ? alias : undefined;
}

/** The path under which a key counts: that of the other section where only that is there (facts 2.7). */
export function spellingOf(sources: Omit<LayerSources, 'call'>, path: string): string {
  const dot = path.indexOf('.');
  const section = dot < 0 ? path : path.slice(0, dot);
  const alias = sources.settings.has(section) ? undefined : aliasOf(sources, section);
  return alias ? alias.name + path.slice(section.length) : path;
}
