import { hasFlag } from '../call/call.ts';
import { grammarOf, rustTrim } from '../grammars/index.ts';
import type { KeySchema, MergeRule } from '../schema/index.ts';
import type { GivenValue, Layer, MergeSources } from './given.ts';
import { impliedValues, type ImpliedValue } from './implied.ts';
import { hiddenLayer, layerOf, mayBeGiven } from './layers.ts';
import { STRATEGIES, type Lost, type Merging } from './strategies.ts';

/** What becomes of one key: everything that was given for it, and what is left. */
export interface MergedKey {
  /** The value of a key that has one; undefined when nobody gives it. */
  readonly value: GivenValue | undefined;
  /** Whether that value is true: a switch is on, before anything implied is looked at. */
  readonly isOn: boolean;
  /** In smolvm's order. At most one for a single value, but for `any`: there each of them would do. */
  readonly winners: readonly GivenValue[];
  /** The text among them, so that a grammar can be asked. */
  readonly texts: readonly GivenText[];
  /** What was given and has no effect. */
  readonly losers: readonly Lost[];
  /** Layers of the file that are there and give nothing, though others do: an empty list clears nothing (facts 2.2). */
  readonly emptied: readonly Layer[];
  /** What other keys and flags bring about, over what is given here. */
  readonly implied: readonly ImpliedValue[];
}

/** A value that is text, as every element of a list is. */
export type GivenText = GivenValue & { readonly value: string };

const NOTHING: readonly never[] = [];

/** What becomes of a key for which nobody gives anything, and of one that a command does not read. */
export const UNGIVEN: MergedKey = {
  value: undefined,
  isOn: false,
  winners: NOTHING,
  texts: NOTHING,
  losers: NOTHING,
  emptied: NOTHING,
  implied: NOTHING,
};

/** Merges keys of one file for one command, each when it is asked for. */
export class Merge {
  readonly sources: MergeSources;
  readonly #known = new Map<KeySchema, MergedKey>();
  #implied: ReadonlyMap<string, readonly ImpliedValue[]> | undefined;

  constructor(sources: MergeSources) {
    this.sources = sources;
  }

  /** @param rule how the command merges the key, as `mergeFor` says. */
  merged(key: KeySchema, rule: MergeRule): MergedKey {
    const known = this.#known.get(key);
    if (known) return known;
    const isGiven = mayBeGiven(this.sources, rule) || this.impliedFor(key.path).length > 0;
    const merged = isGiven ? new Merged(this, key, rule) : UNGIVEN;
    this.#known.set(key, merged);
    return merged;
  }

  /** What keys and flags bring about for a key. */
  impliedFor(path: string): readonly ImpliedValue[] {
    this.#implied ??= impliedValues(this.sources);
    return this.#implied.get(path) ?? NOTHING;
  }
}

class Merged implements MergedKey {
  readonly key: KeySchema;
  readonly rule: MergeRule;
  readonly value: GivenValue | undefined;
  readonly winners: readonly GivenValue[];
  readonly texts: readonly GivenText[];
  readonly #merge: Merge;
  readonly #written: readonly Layer[];
  readonly #beaten: readonly Lost[];

  constructor(merge: Merge, key: KeySchema, rule: MergeRule) {
    this.key = key;
    this.rule = rule;
    this.#merge = merge;
    const { sources } = merge;
    const passed: Lost[] = [];
    const written: Layer[] = [];
    const read = (name: string): Layer => {
      const layer = layerOf(sources, name);
      written.push(layer);
      return counting(layer, this, sources, passed);
    };
    const layers = rule.layers.map((layer) =>
      typeof layer === 'string' ? [read(layer)] : layer.map((name) => read(name)),
    );
    this.#written = written;
    const { winners, losers } = STRATEGIES[rule.strategy](layers, this);
    this.winners = winners;
    this.value = winners.at(-1);
    this.texts = winners.every(isText) ? winners : winners.filter(isText);
    this.#beaten = passed.length === 0 ? losers : [...passed, ...losers];
  }

  get isOn(): boolean {
    return this.value?.value === true;
  }

  // worked out only for those who explain

  get losers(): readonly Lost[] {
    const { rule } = this;
    const hidden = rule.layers.flat().flatMap((name) => this.#hidden(name));
    return [...this.#beaten, ...hidden];
  }

  get emptied(): readonly Layer[] {
    if (this.rule.strategy === 'append' || this.winners.length === 0) return [];
    return this.#written.filter(({ setting, values }) => setting && values.length === 0);
  }

  get implied(): readonly ImpliedValue[] {
    return this.#merge.impliedFor(this.key.path);
  }

  #hidden(name: string): Lost[] {
    const layer = hiddenLayer(this.#merge.sources, name);
    const [section = ''] = name.split('.');
    const [alias = ''] = layer?.name.split('.') ?? [];
    return (layer?.values ?? []).map((given) => ({ given, loss: { why: 'hidden', section, alias } }));
  }
}

/** A layer as the merge sees it: without white space where it takes that away, without what it passes over. */
function counting(layer: Layer, { key, rule }: Merging, sources: MergeSources, passed: Lost[]): Layer {
  const { trim, invalidIsAbsent, emptyFlagIsAbsent, displacedBy } = rule;
  if (!trim && !invalidIsAbsent && !displacedBy && !emptyFlagIsAbsent) return layer;
  if (displacedBy !== undefined && hasFlag(sources.call, displacedBy.slice(2))) {
    const loss = { why: 'displaced', by: displacedBy } as const;
    passed.push(...layer.values.map((given): Lost => ({ given, loss })));
    return { ...layer, values: [] };
  }
  if (emptyFlagIsAbsent && layer.values.some(isEmptyFlag)) {
    passed.push(...layer.values.map((given): Lost => ({ given, loss: { why: 'empty' } })));
    return { ...layer, values: [] };
  }
  const values = trim ? layer.values.map(trimmed) : layer.values;
  if (!invalidIsAbsent) return { ...layer, values };
  const sound = values.filter((given) => {
    const isKept = isSound(given, key, sources);
    if (!isKept) passed.push({ given, loss: { why: 'invalid' } });
    return isKept;
  });
  return { ...layer, values: sound };
}

function isEmptyFlag({ use, value }: GivenValue): boolean {
  return use !== undefined && value === '';
}

function trimmed(given: GivenValue): GivenValue {
  const { value } = given;
  if (typeof value !== 'string') return given;
  const text = rustTrim(value);
  return text === value ? given : { ...given, value: text, offset: text === '' ? 0 : value.indexOf(text) };
}

function isSound({ value, use }: GivenValue, key: KeySchema, { release, command }: MergeSources): boolean {
  return (
    typeof value !== 'string' || grammarOf(key).parse(value, { release, command, flag: use?.flag.long }).ok
  );
}

/** Whether a value is text, so that a grammar can be asked. */
export function isText(given: GivenValue): given is GivenText {
  return typeof given.value === 'string';
}
