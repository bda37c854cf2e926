import { valuesOfLayer, type GivenValue } from '../merge/layers.ts';
import type { TextRange } from '../text/range.ts';
import { stringRange } from '../toml/index.ts';
import type { RuleContext } from './context.ts';

/** One value of the merged configuration, with where it was written. */
export type Contribution = GivenValue;

/** A contribution that is text, as every element of a list is. */
export type TextContribution = Contribution & { readonly value: string };

type Reading = Pick<RuleContext, 'settings' | 'call' | 'release' | 'mergeOf' | 'once'>;

/**
 * The elements of a merged list, in smolvm's order: the first non-empty of alternatives such as `dev.ports` and
 * `ports`, then what flags append (facts 2.2). Empty for a key that the command does not read.
 */
export function effectiveList(context: Reading, path: string): readonly TextContribution[] {
  return context.once(path, () => readList(context, path));
}

function readList(context: Reading, path: string): TextContribution[] {
  const merge = context.mergeOf(path);
  const layers = (merge?.layers ?? []).map((layer) =>
    typeof layer === 'string'
      ? valuesOfLayer(context, layer)
      : (layer.map((one) => valuesOfLayer(context, one)).find((list) => list.length > 0) ?? []),
  );
  const lists =
    merge?.strategy === 'override' ? layers.filter((list) => list.length > 0).slice(0, 1) : layers;
  return lists.flat().filter(isText);
}

/** The value that wins for a key with one value; `undefined` when nobody gives one, or the command does not read it. */
export function effectiveValue(context: Reading, path: string): Contribution | undefined {
  const merge = context.mergeOf(path);
  if (!merge) return undefined;
  // `--cpus 4` is smolvm's default, and so counts as not given (facts 2.2)
  const defaultCounts = merge.strategy !== 'override-unless-default';
  for (const layer of merge.layers) {
    const found = valuesOfLayer(context, layer as string).at(-1);
    if (found && (defaultCounts || found.source !== 'flags' || String(found.value) !== String(merge.missing)))
      return found;
  }
  return undefined;
}

/** Whether a switch is on, in the file or by a flag. */
export function isOn(context: Reading, path: string): boolean {
  const layers = context.mergeOf(path)?.layers ?? [];
  return layers.some((layer) => valuesOfLayer(context, layer as string).some(({ value }) => value === true));
}

/** The range of a part of a string; of the whole value where it stands in a flag. */
export function partOf(
  context: RuleContext,
  { node, range }: Contribution,
  from: number,
  to: number,
): TextRange {
  return node && from < to ? stringRange(context.document.toml, node, from, to) : range;
}

/** Puts a finding where a contribution stands. */
export function at(contribution: Contribution): { range: TextRange; source?: 'flags' } {
  const { range, source } = contribution;
  return source ? { range, source } : { range };
}

/** Whether a contribution is text, so that a grammar can be asked. */
export function isText(contribution: Contribution): contribution is TextContribution {
  return typeof contribution.value === 'string';
}
