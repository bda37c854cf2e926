import type { GivenValue } from '../merge/index.ts';
import type { TextRange } from '../text/range.ts';
import { stringRange } from '../toml/index.ts';
import type { RuleContext } from './context.ts';

/** The range of a part of a string; of the whole value where it stands in a flag. */
export function partOf(
  context: RuleContext,
  { node, range, offset }: Pick<GivenValue, 'node' | 'range' | 'offset'>,
  from: number,
  to: number,
): TextRange {
  return node && from < to ? stringRange(context.document.toml, node, offset + from, offset + to) : range;
}

/** Puts a finding where a value stands. */
export function at({ range, source }: Pick<GivenValue, 'range' | 'source'>): {
  range: TextRange;
  source?: 'flags';
} {
  return source ? { range, source } : { range };
}
