import type { Release } from '../release/index.ts';
import type { MergeRule } from '../schema/index.ts';
import type { ConfigValue } from './resolution.ts';
import type { DroppedContribution, Element } from './elements.ts';

/** One layer of a merge with its values. */
export interface Stage {
  readonly name: string;
  /** It is there, and has nothing in it: an empty list. */
  readonly empty: boolean;
  readonly elements: readonly Element[];
}

/** What is left of the layers of one key, in order, and what is not. */
export interface Outcome {
  /** At most one for a single value, but for `any`: there each of them would do. */
  readonly winners: readonly Element[];
  readonly losers: readonly DroppedContribution[];
}

/** A layer of a merge: its alternatives, of which the first with elements counts; mostly just one. */
export type Alternatives = readonly Stage[];

export interface StrategyOptions {
  readonly rule: MergeRule;
  readonly release: Release;
}

type Strategy = (layers: readonly Alternatives[], options: StrategyOptions) => Outcome;

/** How layers become one value: one function for each of the six strategies of the schema (facts 2.2 to 2.7). */
export const STRATEGIES: Readonly<Record<MergeRule['strategy'], Strategy>> = {
  override,
  'override-unless-default': overrideUnlessDefault,
  any,
  append,
  'replace-then-append': replaceThenAppend,
  'by-key': byKey,
};

function override(layers: readonly Alternatives[]): Outcome {
  return pick(layers.flat(), () => true);
}

/** A flag that equals the default cannot be told from one that was not given (facts 2.2). */
function overrideUnlessDefault(layers: readonly Alternatives[], { rule, release }: StrategyOptions): Outcome {
  const stages = layers.flat();
  const equals = ({ layer, converted }: Element): boolean =>
    layer.startsWith('--') && same(converted, rule.missing);
  const rest = pick(stages, (element) => !equals(element));
  const [winner] = rest.winners;
  if (!winner) return pick(stages, () => true);
  const trapped = stages
    .flatMap(({ elements }) => elements)
    .filter(equals)
    .map((contribution) => ({
      contribution,
      reason: `\`${contribution.shown}\` equals smolvm's default, so smolvm ${release.version} uses \`${winner.shown}\` from the file`,
    }));
  return { winners: rest.winners, losers: [...trapped, ...rest.losers] };
}

function any(layers: readonly Alternatives[]): Outcome {
  const elements = layers.flat().flatMap((stage) => stage.elements);
  const winners = elements.filter(({ converted }) => converted === true);
  const others = elements.filter(({ converted }) => converted !== true);
  const [winner] = winners;
  if (!winner) return { winners: others.slice(0, 1), losers: [] };
  const reason = `\`${winner.shown}\` is enough: one that says yes cannot be overruled`;
  return { winners, losers: others.map((contribution) => ({ contribution, reason })) };
}

function append(layers: readonly Alternatives[]): Outcome {
  return { winners: layers.flat().flatMap(({ elements }) => elements), losers: [] };
}

function replaceThenAppend([first = [], ...rest]: readonly Alternatives[]): Outcome {
  const { winners, losers } = pick(first, () => true);
  return { winners: [...winners, ...append(rest).winners], losers };
}

function byKey(layers: readonly Alternatives[]): Outcome {
  const entries = new Map<string, Element>();
  const losers: DroppedContribution[] = [];
  for (const element of append(layers).winners) {
    const name = element.entry?.name ?? element.written;
    const earlier = entries.get(name);
    if (earlier) losers.push({ contribution: earlier, reason: `\`${element.shown}\` replaces it` });
    entries.set(name, element);
  }
  return { winners: Array.from(entries.values()), losers };
}

/** The elements of the first stage that has any which count; all the others lose against it. */
function pick(stages: readonly Stage[], counts: (element: Element) => boolean): Outcome {
  const winner = stages.find(({ elements }) => elements.some(counts));
  if (!winner) return { winners: [], losers: [] };
  const losers = stages.slice(stages.indexOf(winner) + 1).flatMap(({ name, elements }) =>
    elements.map((contribution) => ({
      contribution,
      reason: `${inWords(winner.name)} wins over ${inWords(name)}`,
    })),
  );
  return { winners: winner.elements, losers };
}

/** A layer as a sentence names it. */
function inWords(layer: string): string {
  return layer === 'COMMAND' ? 'the command of the call' : `\`${layer}\``;
}

function same(one: ConfigValue, other: unknown): boolean {
  return typeof one === 'bigint' || typeof one === 'number' ? String(one) === String(other) : one === other;
}
