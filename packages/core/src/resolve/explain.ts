import {
  allKeys,
  keyAt,
  keyByPath,
  treeAt,
  type KeyEffect,
  type KeySchema,
  type MergeLayer,
  type MergeStrategy,
} from '../schema/index.ts';
import { stepsIn } from '../document/path.ts';
import type { Release } from '../release/index.ts';
import { mergedKeys } from './merge.ts';
import { listNamed, mayBePartOf, partNamed } from './parts.ts';
import {
  isListProvenance,
  type Accepted,
  type ConfigValue,
  type Dropped,
  type ElementProvenance,
  type Origin,
  type Provenance,
  type ValueProvenance,
} from './resolution.ts';
import { configValue } from './values-of.ts';

/** One contribution to a value, and what became of it. */
export interface ChainLink {
  /** `used`: the value, or an element of it, is there because of it. `dropped`: it has no effect. */
  readonly outcome: 'used' | 'dropped';
  readonly origin: Origin;
  /** Of a list: the element that it became. */
  readonly value?: ConfigValue;
  /** Why it was dropped, in one sentence. */
  readonly reason?: string;
}

/** The whole history of one value. */
export interface KeyExplanation {
  /** Name of the value in the configuration; absent where the command gives the key no value. */
  readonly name?: string;
  /** The key that it belongs to. */
  readonly key: string;
  readonly value?: ConfigValue;
  /** How the layers become one value (facts 2.2). */
  readonly strategy?: MergeStrategy;
  /** Winner first for values of which one wins, in order of application for the others. */
  readonly layers: readonly MergeLayer[];
  /** What the command does with the key. */
  readonly effect?: KeyEffect;
  readonly chain: readonly ChainLink[];
  /** Of a section: its values that somebody gave, in the order of the schema. */
  readonly values?: readonly KeyExplanation[];
}

/**
 * Explains one value of a resolution, or all that a section gives.
 *
 * @param name a value (`allow_cidrs`, `restart.policy`, `secrets.TOKEN`, `ports[0]`, `env.PORT`), a key (`dev.ports`),
 * a section (`health`), the place of an element in the file (`dev.ports[0]`) or a flag (`--port`).
 * @returns undefined for what is none of them.
 * @example
 * ```ts
 * const resolution = resolve('cpus = 2\n', { command: 'create' });
 * resolution.accepted && explainValue(resolution, 'cpus')?.key; // 'cpus'
 * ```
 */
export function explainValue(resolution: Accepted, name: string): KeyExplanation | undefined {
  const list = listNamed(name);
  const whole = keyOf(resolution, name);
  const key = whole ?? (list === undefined ? undefined : keyOf(resolution, list));
  const isPart = !whole || ![key?.path, key?.result].includes(name);
  if (!key) return undefined;
  if (key.type === 'table') return explainSection(resolution, key);
  return explainKey(resolution, key, name, isPart && (!whole || mayBePartOf(whole, name)));
}

/** @param isPart whether the name can only be that of an entry or element. */
function explainKey(
  resolution: Accepted,
  key: KeySchema,
  name: string,
  isPart: boolean,
): KeyExplanation | undefined {
  const effect = key.effect?.[resolution.command];
  const path = feedOf(key, resolution.release);
  const merged = mergedKeys(resolution).find((one) => one.key.path === path);
  const common = { ...(effect && { effect }) };
  if (!merged) return { key: key.path, layers: [], chain: [], ...common };
  const result = merged.key.result ?? merged.key.path;
  const part = partNamed(resolution, merged.key, name);
  if (!part && isPart) return undefined;
  const value = part ? part.value : configValue(resolution.config, result);
  return {
    name: part?.path ?? result,
    key: part?.key ?? merged.key.path,
    ...(value !== undefined && { value }),
    strategy: merged.rule.strategy,
    layers: merged.rule.layers,
    ...common,
    chain: part
      ? linksOf(part.provenance)
      : chainOf(resolution.provenance, result, merged.key.type === 'map'),
  };
}

/** A section by the values that somebody gave for its keys. */
function explainSection(resolution: Accepted, section: KeySchema): KeyExplanation {
  const effect = section.effect?.[resolution.command];
  // a flag without a key may have the name of a section: `--network`
  const flag = mergedKeys(resolution).find(({ key }) => key.result === section.path)?.key;
  const values = [
    flag && explainKey(resolution, flag, section.path, false),
    ...(section.children ?? []).map(({ path }) => explainValue(resolution, path)),
  ].flatMap((one) => (one && (one.values?.length ?? one.chain.filter(isGiven).length) > 0 ? [one] : []));
  return { key: section.path, layers: [], chain: [], values, ...(effect && { effect }) };
}

function isGiven({ origin }: ChainLink): boolean {
  return origin.kind !== 'default';
}

/** The names that `explainValue` knows for sure: the values of the configuration. */
export function valueNames(resolution: Accepted): string[] {
  return mergedKeys(resolution).map(({ key }) => key.result ?? key.path);
}

function keyOf(resolution: Accepted, name: string): KeySchema | undefined {
  const byResult = mergedKeys(resolution).find(({ key }) => key.result === name)?.key;
  const named = byResult?.byFlags && keyAt([name], resolution.release);
  if (named?.type === 'table') return named;
  if (byResult) return byResult;
  if (name.startsWith('-')) {
    const flag = resolution.call.uses.find((use) => `--${use.flag.long}` === name)?.flag.key;
    const fed = mergedKeys(resolution).find(({ rule }) => rule.layers.flat().includes(name))?.key;
    return flag === undefined ? fed : keyByPath(flag, resolution.release);
  }
  const holder = mergedKeys(resolution).find(({ key }) => mayBePartOf(key, name))?.key;
  const { release } = resolution;
  return holder ?? keyAt(name.split('.'), release) ?? keyAt(stepsIn(name) ?? [], release);
}

function feedOf({ feeds, path }: KeySchema, release: Release): string {
  if (feeds !== undefined) return feeds;
  const root = treeAt(release);
  const alias = root.children?.find(({ name }) => name === path.split('.')[0])?.aliasOf;
  if (alias === undefined) return path;
  const twin = Array.from(allKeys(root)).find((key) => key.path === path.replace(/^[^.]*/, alias));
  return twin?.feeds ?? twin?.path ?? path;
}

function chainOf(provenance: Provenance, name: string, all: boolean): ChainLink[] {
  const prefix = `${name}.`;
  const names = all ? Object.keys(provenance).filter((one) => one.startsWith(prefix)) : [name];
  return names.flatMap((one) => {
    const own = provenance[one];
    if (!own) return [];
    return isListProvenance(own) ? own.flatMap(linksOf) : linksOf(own);
  });
}

function linksOf({
  origins,
  dropped,
  value,
}: ValueProvenance & Pick<ElementProvenance, 'value'>): ChainLink[] {
  const used = origins.map((origin): ChainLink => ({
    outcome: 'used',
    origin,
    ...(value !== undefined && { value }),
  }));
  const lost = dropped.map(({ reason, ...origin }: Dropped): ChainLink => ({
    outcome: 'dropped',
    origin,
    reason,
  }));
  return [...used, ...lost];
}
