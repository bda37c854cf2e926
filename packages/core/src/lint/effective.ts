import type { GivenText, GivenValue } from '../merge/index.ts';
import type { TextRange } from '../text/range.ts';
import { stringRange } from '../toml/index.ts';
import type { RuleContext } from './context.ts';

/** One value of the merged configuration, with where it was written. */
export type Contribution = GivenValue;

/** A contribution that is text, as every element of a list is. */
export type TextContribution = GivenText;

type Reading = Pick<RuleContext, 'merged'>;

const NONE: readonly TextContribution[] = [];

/** The elements of a merged list, in smolvm's order. Empty for a key that the command does not read. */
export function effectiveList(context: Reading, path: string): readonly TextContribution[] {
  return context.merged(path)?.texts ?? NONE;
}

/** The value that wins for a key with one value; `undefined` when nobody gives one, or the command does not read it. */
export function effectiveValue(context: Reading, path: string): Contribution | undefined {
  return context.merged(path)?.winners.at(-1);
}

/** Whether a switch is on, in the file or by a flag. */
export function isOn(context: Reading, path: string): boolean {
  return effectiveValue(context, path)?.value === true;
}

/** The range of a part of a string; of the whole value where it stands in a flag. */
export function partOf(
  context: RuleContext,
  { node, range, offset }: Pick<Contribution, 'node' | 'range' | 'offset'>,
  from: number,
  to: number,
): TextRange {
  return node && from < to ? stringRange(context.document.toml, node, offset + from, offset + to) : range;
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
