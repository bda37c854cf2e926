import { hasFlag } from '../call/index.ts';
import {
  allKeys,
  flagValuesFor,
  mergeFor,
  schemaFor,
  type Command,
  type KeySchema,
  type MergeRule,
} from '../schema/index.ts';
import type { Release } from '../release/index.ts';
import { parseEnvSpec } from '../grammars/index.ts';
import { hiddenLayer, readLayer, type Contribution, type Layer } from './contributions.ts';
import { convert, type DroppedContribution, type Element, type Surroundings } from './elements.ts';
import { impliedValues, type Implied } from './implications.ts';
import type { ConfigValue, Dropped, Origin } from './resolution.ts';
import { STRATEGIES, type Stage } from './strategies.ts';

/** One element of a merged list, or one entry of a merged map. */
export interface MergedElement {
  readonly value: ConfigValue;
  readonly written: string;
  readonly origins: readonly Origin[];
  /** The list that it belongs to, where that is not its key's own. */
  readonly list?: string | undefined;
}

/** One value of the merged configuration with its whole history. */
export interface Merged {
  /** Its name in the configuration: `allow_cidrs`, `restart.policy`. */
  readonly name: string;
  readonly key: KeySchema;
  readonly rule: MergeRule;
  /** Of a single value. */
  readonly value: ConfigValue;
  /** Of a list or map. */
  readonly elements: readonly MergedElement[];
  readonly origins: readonly Origin[];
  readonly dropped: readonly Dropped[];
}

/** Keys with a merge of their own that leave nothing but what they imply (facts 2.8). */
const ONLY_IMPLIES = new Set(['auto_graph']);

/** Merges every key that the command gives a value, in the order of the schema. */
export function mergeAll(around: Surroundings): Merged[] {
  const implied = impliedValues(around);
  return mergedKeys(around).map(({ key, rule }) => {
    const merged = mergeKey(key, rule, around);
    return implied.filter(({ result }) => result === merged.name).reduce(imply, merged);
  });
}

/** A key that a command gives a value, with the rule for it. */
export interface MergedKey {
  readonly key: KeySchema;
  readonly rule: MergeRule;
}

const known = new Map<string, readonly MergedKey[]>();

/** The keys that a command of a version gives a value, in the order of the schema. */
export function mergedKeys({
  command,
  release,
}: Pick<Surroundings, 'command' | 'release'>): readonly MergedKey[] {
  const id = `${command} ${release.entry.version}`;
  const keys = known.get(id) ?? Array.from(keysOf(command, release));
  known.set(id, keys);
  return keys;
}

function* keysOf(command: Command, release: Release): Generator<MergedKey> {
  const aliases = new Set(
    schemaFor(release)
      .children?.filter(({ aliasOf }) => aliasOf !== undefined)
      .map(({ name }) => name),
  );
  for (const key of allKeys(schemaFor(release))) {
    const rule = mergeFor(key, command, release);
    const [section = ''] = key.path.split('.');
    if (rule && !aliases.has(section) && !ONLY_IMPLIES.has(key.path)) yield { key, rule };
  }
  for (const key of flagValuesFor(command, release)) yield { key, rule: key.merge![command]! };
}

/** Whether a key has a list of values, or a map of them. */
export function hasElements(key: KeySchema): boolean {
  return key.type === 'string-array' || key.type === 'map';
}

function mergeKey(key: KeySchema, rule: MergeRule, around: Surroundings): Merged {
  const dropped: Dropped[] = [];
  const drop = ({ contribution, reason }: DroppedContribution): void => {
    dropped.push({ ...contribution.origin, reason });
  };
  const stageOf = ({ name, present, contributions }: Layer): Stage => {
    const elements: Element[] = [];
    for (const contribution of contributions) {
      const converted = isMachines(key, around)
        ? { contribution, reason: '`--from-vm` packs a machine, which has its own' }
        : convert(key, rule.trim ?? false, contribution, around);
      if ('reason' in converted) drop(converted);
      else elements.push(...converted);
    }
    return { name, empty: present && contributions.length === 0, elements };
  };
  const layers = rule.layers.map((layer) =>
    (typeof layer === 'string' ? [layer] : layer).map((name) => stageOf(readLayer(around, name))),
  );
  const { winners, losers } = STRATEGIES[rule.strategy](layers, { rule, release: around.release });
  losers.forEach(drop);
  // `[dev] ports = []` does not clear the top-level list (facts 2.2)
  const emptied = rule.strategy === 'append' || winners.length === 0 ? [] : layers.flat();
  for (const stage of emptied) if (stage.empty) dropped.push(clearing(stage, around));
  for (const layer of rule.layers.flat()) hiddenContributions(layer, around).forEach(drop);
  const name = key.result ?? key.path;
  const elements = hasElements(key) ? winners.map(elementOf) : [];
  const [winner] = winners;
  const origins: Origin[] = winners.map(({ origin }) => origin);
  return {
    name,
    key,
    rule,
    value: winner ? winner.converted : (rule.missing as ConfigValue),
    elements,
    origins: origins.length > 0 ? origins : [{ kind: 'default' }],
    dropped,
  };
}

function elementOf({ converted, written, origin, list }: Element): MergedElement {
  return { value: converted, written, origins: [origin], list };
}

/** With `--from-vm`, `pack create` ignores the image of the file (facts 2.7). */
function isMachines(key: KeySchema, { call }: Surroundings): boolean {
  return key.path === 'image' && hasFlag(call, 'from-vm');
}

function clearing({ name }: Stage, { settings }: Surroundings): Dropped {
  const { start, end } = settings.get(name)!.range;
  const reason = `an empty \`${name}\` counts as absent: it clears nothing`;
  return { kind: 'smolfile', key: name, range: { start, end }, reason };
}

function hiddenContributions(layer: string, around: Surroundings): DroppedContribution[] {
  const hidden = hiddenLayer(around, layer);
  const [section] = layer.split('.');
  const [alias] = hidden?.name.split('.') ?? [];
  const reason = `\`[${section}]\` is there, so that \`[${alias}]\` is ignored as a whole`;
  return (hidden?.contributions ?? []).map((contribution: Contribution) => ({ contribution, reason }));
}

function imply(merged: Merged, implied: Implied): Merged {
  return implied.how === 'set' ? set(merged, implied) : replaceByKey(merged, implied);
}

function set(merged: Merged, { value, by }: Implied): Merged {
  const explicit = merged.origins.filter((origin) => origin.kind !== 'default');
  if (merged.value === value) return { ...merged, origins: [...explicit, ...by] };
  const reason = `\`${by[0]?.by}\` turns it into ${JSON.stringify(value)}`;
  const overruled = explicit.flatMap((origin) =>
    origin.kind === 'flag' || origin.kind === 'smolfile' ? [{ ...origin, reason }] : [],
  );
  return { ...merged, value: value as ConfigValue, origins: by, dropped: [...merged.dropped, ...overruled] };
}

/** Entries of the same name leave the list, wherever they came from, and the implied ones go to its end (facts 2.8). */
function replaceByKey(merged: Merged, { value, by }: Implied): Merged {
  const entries = (value as readonly string[]).flatMap((spec): MergedElement[] => {
    const parsed = parseEnvSpec(spec);
    if (parsed.kind !== 'pair') return [];
    return [{ value: [parsed.key, parsed.value], written: spec, origins: by }];
  });
  const nameOf = (element: MergedElement): ConfigValue | undefined => (element.value as ConfigValue[])[0];
  const names = new Set(entries.map(nameOf));
  const replaced = merged.elements.filter((element) => names.has(nameOf(element)));
  const reason = `\`${by[0]?.by}\` sets this variable itself`;
  const dropped = replaced.flatMap(({ origins }) =>
    origins.flatMap((origin) =>
      origin.kind === 'flag' || origin.kind === 'smolfile' ? [{ ...origin, reason }] : [],
    ),
  );
  return {
    ...merged,
    elements: [...merged.elements.filter((element) => !names.has(nameOf(element))), ...entries],
    dropped: [...merged.dropped, ...dropped],
  };
}
