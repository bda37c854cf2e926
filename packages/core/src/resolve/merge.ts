import { parseEnvSpec } from '../grammars/index.ts';
import {
  entryOf,
  Merge,
  type GivenValue,
  type ImpliedValue,
  type Layer,
  type MergedKey,
} from '../merge/index.ts';
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
import { Origins } from './contributions.ts';
import { convert, type Element, type Surroundings } from './elements.ts';
import type { ConfigValue, Dropped, GivenOrigin, ImpliedOrigin, Origin } from './resolution.ts';

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
  /** Of a map: what of `dropped` was given for an entry, by its name. */
  readonly lost: ReadonlyMap<string, readonly Dropped[]>;
}

/** Merges every key that the command gives a value, in the order of the schema. */
export function mergeAll(around: Surroundings): Merged[] {
  const merge = new Merge(around);
  const origins = new Origins(around);
  return mergedKeys(around).map(({ key, rule }) => {
    const merged = merge.merged(key, rule);
    return merged.implied
      .filter(({ stage }) => stage === 'merge')
      .reduce(
        (one, implied) => imply(one, implied, origins),
        resolved({ key, rule }, merged, origins, around),
      );
  });
}

/** A key that a command gives a value, with the rule for it. */
export interface KeyOfCommand {
  readonly key: KeySchema;
  readonly rule: MergeRule;
}

const known = new Map<string, readonly KeyOfCommand[]>();

/** The keys that a command of a version gives a value, in the order of the schema. */
export function mergedKeys({
  command,
  release,
}: Pick<Surroundings, 'command' | 'release'>): readonly KeyOfCommand[] {
  const id = `${command} ${release.known}`;
  const keys = known.get(id) ?? Array.from(keysOf(command, release));
  known.set(id, keys);
  return keys;
}

function* keysOf(command: Command, release: Release): Generator<KeyOfCommand> {
  const aliases = new Set(
    schemaFor(release)
      .children?.filter(({ aliasOf }) => aliasOf !== undefined)
      .map(({ name }) => name),
  );
  for (const key of allKeys(schemaFor(release))) {
    const rule = mergeFor(key, command, release);
    const [section = ''] = key.path.split('.');
    if (rule && !aliases.has(section) && !rule.onlyImplies) yield { key, rule };
  }
  for (const key of flagValuesFor(command, release)) yield { key, rule: key.merge![command]! };
}

const WITH_ELEMENTS: ReadonlySet<string> = new Set(['string-array', 'map', 'table-array']);

/** Whether a key has a list of values, or a map of them. */
export function hasElements(key: KeySchema): boolean {
  return WITH_ELEMENTS.has(key.type);
}

/** What was merged as values of the configuration, with where they come from and what became of the others. */
function resolved(
  { key, rule }: KeyOfCommand,
  merged: MergedKey,
  origins: Origins,
  around: Surroundings,
): Merged {
  const dropped: Dropped[] = [];
  const lost = new Map<string, Dropped[]>();
  const drop = (given: GivenValue, reason: string): void => {
    const one = { ...origins.of(given), reason: around.redaction.text(reason) };
    dropped.push(one);
    if (key.type === 'map') lost.set(entryOf(given), [...(lost.get(entryOf(given)) ?? []), one]);
  };
  const converted = (given: GivenValue): readonly Element[] => {
    const elements = convert(key, given, around);
    if (typeof elements !== 'string') return elements;
    drop(given, elements);
    return [];
  };
  const winners = merged.winners.flatMap(converted);
  for (const { given, loss } of merged.losers) {
    if (loss.why === 'invalid') converted(given);
    else drop(given, origins.reason(given, loss));
  }
  if (winners.length > 0) dropped.push(...merged.emptied.flatMap(clearing));
  const [winner] = winners;
  const from: Origin[] = winners.map(({ given }) => origins.of(given));
  return {
    name: key.result ?? key.path,
    key,
    rule,
    value: winner ? winner.converted : (rule.missing as ConfigValue),
    elements: hasElements(key) ? winners.map((element, index) => elementOf(element, from[index]!)) : [],
    origins: from.length > 0 ? from : [{ kind: 'default' }],
    dropped,
    lost,
  };
}

function elementOf({ converted, written, list }: Element, origin: Origin): MergedElement {
  return { value: converted, written, origins: [origin], list };
}

/** `[dev] ports = []` does not clear the top-level list (facts 2.2). */
function clearing({ name, setting }: Layer): Dropped[] {
  if (!setting) return [];
  const { start, end } = setting.range;
  const reason = `an empty \`${name}\` counts as absent: it clears nothing`;
  return [{ kind: 'smolfile', key: name, range: { start, end }, reason }];
}

function imply(merged: Merged, implied: ImpliedValue, origins: Origins): Merged {
  const by = implied.by.map((one) => origins.implied(one));
  return implied.how === 'set' ? set(merged, implied.value, by) : replaceByKey(merged, implied.value, by);
}

function set(merged: Merged, value: unknown, by: readonly ImpliedOrigin[]): Merged {
  const explicit = merged.origins.filter((origin) => origin.kind !== 'default');
  if (merged.value === value) return { ...merged, origins: [...explicit, ...by] };
  const reason = `\`${by[0]?.by}\` turns it into ${JSON.stringify(value)}`;
  const overruled = explicit.filter(isGiven).map((origin) => ({ ...origin, reason }));
  return { ...merged, value: value as ConfigValue, origins: by, dropped: [...merged.dropped, ...overruled] };
}

/** Entries of the same name leave the list, wherever they came from, and the implied ones go to its end (facts 2.8). */
function replaceByKey(merged: Merged, value: unknown, by: readonly ImpliedOrigin[]): Merged {
  const entries = (value as readonly string[]).flatMap((spec): MergedElement[] => {
    const parsed = parseEnvSpec(spec);
    if (parsed.kind !== 'pair') return [];
    return [{ value: [parsed.key, parsed.value], written: spec, origins: by }];
  });
  const nameOf = (element: MergedElement): ConfigValue | undefined => (element.value as ConfigValue[])[0];
  const names = new Set(entries.map(nameOf));
  const replaced = merged.elements.filter((element) => names.has(nameOf(element)));
  const reason = `\`${by[0]?.by}\` sets this variable itself`;
  const dropped = replaced.flatMap((element) =>
    element.origins.filter(isGiven).map((origin) => ({ ...origin, reason })),
  );
  return {
    ...merged,
    elements: [...merged.elements.filter((element) => !names.has(nameOf(element))), ...entries],
    dropped: [...merged.dropped, ...dropped],
  };
}

function isGiven(origin: Origin): origin is GivenOrigin {
  return origin.kind === 'flag' || origin.kind === 'smolfile';
}
