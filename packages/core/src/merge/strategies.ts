import type { KeySchema, MergeRule } from '../schema/index.ts';
import type { GivenValue, Layer } from './given.ts';

/** Why a value that was given has no effect. */
export type Loss =
  /** A layer that comes first has a value. */
  | { readonly why: 'beaten'; readonly by: string }
  /** A flag that equals smolvm's default, which it takes for not given (facts 2.2). */
  | { readonly why: 'equals-default'; readonly by: GivenValue }
  /** One that says yes is enough. */
  | { readonly why: 'overruled'; readonly by: GivenValue }
  /** A later entry has the same name. */
  | { readonly why: 'replaced'; readonly by: GivenValue }
  /** It stands in the spelling of a section that does not count (facts 2.7). */
  | { readonly why: 'hidden'; readonly section: string; readonly alias: string }
  /** Its grammar refuses it, and the merge passes over it silently (facts 4.6). */
  | { readonly why: 'invalid' }
  /** A flag that says nothing. */
  | { readonly why: 'empty' }
  /** A flag of the call brings another. */
  | { readonly why: 'displaced'; readonly by: string };

/** A value that was given and has no effect. */
export interface Lost {
  readonly given: GivenValue;
  readonly loss: Loss;
}

/** What is left of the layers of one key, in order, and what is not. */
export interface Outcome {
  /** At most one for a single value, but for `any`: there each of them would do. */
  readonly winners: readonly GivenValue[];
  readonly losers: readonly Lost[];
}

/** A layer of a merge: its alternatives, of which the first with values counts; mostly just one. */
export type Alternatives = readonly Layer[];

/** What is merged, and how. */
export interface Merging {
  readonly key: KeySchema;
  readonly rule: MergeRule;
}

type Strategy = (layers: readonly Alternatives[], merging: Merging) => Outcome;

/** How layers become one value: one function for each of the six strategies of the schema (facts 2.2 to 2.7). */
export const STRATEGIES: Readonly<Record<MergeRule['strategy'], Strategy>> = {
  override,
  'override-unless-default': overrideUnlessDefault,
  any,
  append,
  'replace-then-append': replaceThenAppend,
  'by-key': byKey,
};

function override(layers: readonly Alternatives[], { key, rule }: Merging): Outcome {
  // `[]` is a value of a list unless it counts as absent
  const isValue = ({ setting, values }: Layer): boolean =>
    values.length > 0 ||
    (key.type === 'string-array' && !rule.emptyIsAbsent && setting?.value.type === 'array');
  return pick(layers.flat(), isValue);
}

/** A flag that equals the default cannot be told from one that was not given (facts 2.2). */
function overrideUnlessDefault(layers: readonly Alternatives[], { rule }: Merging): Outcome {
  const all = layers.flat();
  const equals = ({ source, value }: GivenValue): boolean =>
    source === 'flags' && isSame(value, rule.missing);
  const rest = pick(all, ({ values }) => values.some((given) => !equals(given)));
  const [by] = rest.winners;
  if (!by) return pick(all, hasValues);
  const trapped = all
    .flatMap(({ values }) => values)
    .filter(equals)
    .map((given): Lost => ({ given, loss: { why: 'equals-default', by } }));
  return { winners: rest.winners, losers: [...trapped, ...rest.losers] };
}

function any(layers: readonly Alternatives[]): Outcome {
  const all = layers.flat().flatMap(({ values }) => values);
  const winners = all.filter(({ value }) => value === true);
  const others = all.filter(({ value }) => value !== true);
  const [by] = winners;
  if (!by) return { winners: others.slice(0, 1), losers: [] };
  return { winners, losers: others.map((given) => ({ given, loss: { why: 'overruled', by } })) };
}

function append(layers: readonly Alternatives[]): Outcome {
  const given = layers.flat().filter(hasValues);
  const [only] = given;
  // the list as it is: many have thousands of values, few have two layers
  if (only && given.length === 1) return { winners: only.values, losers: [] };
  return { winners: given.flatMap(({ values }) => values), losers: [] };
}

function replaceThenAppend([first = [], ...rest]: readonly Alternatives[]): Outcome {
  const { winners, losers } = pick(first, hasValues);
  const added = append(rest).winners;
  return { winners: added.length === 0 ? winners : [...winners, ...added], losers };
}

function byKey(layers: readonly Alternatives[]): Outcome {
  const entries = new Map<string, GivenValue>();
  const losers: Lost[] = [];
  for (const given of append(layers).winners) {
    const name = entryOf(given);
    const earlier = entries.get(name);
    if (earlier) losers.push({ given: earlier, loss: { why: 'replaced', by: given } });
    entries.set(name, given);
  }
  return { winners: Array.from(entries.values()), losers };
}

/** The name of the entry of a map that a value is: that of the file, or what stands before the `=` of a flag. */
export function entryOf({ entry, value }: GivenValue): string {
  return entry ?? String(value).split('=', 1)[0]!;
}

function hasValues({ values }: Layer): boolean {
  return values.length > 0;
}

/** The values of the first layer that counts; all others lose against it. */
function pick(layers: readonly Layer[], counts: (layer: Layer) => boolean): Outcome {
  const place = layers.findIndex(counts);
  const winner = layers[place];
  if (!winner) return { winners: [], losers: [] };
  const losers = layers
    .slice(place + 1)
    .flatMap(({ values }) =>
      values.map((given): Lost => ({ given, loss: { why: 'beaten', by: winner.name } })),
    );
  return { winners: winner.values, losers };
}

function isSame(value: GivenValue['value'], other: unknown): boolean {
  return typeof other === 'number' ? Number(value) === other : value === other;
}
