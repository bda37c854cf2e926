import type { RuleContext } from './context.ts';
import type { GivenValue } from '../merge/index.ts';

/** The number that wins for a key, in its unit; nothing where it is no whole number that its key can hold. */
export function effectiveAmount(
  context: RuleContext,
  path: string,
): { chosen: GivenValue; amount: number } | undefined {
  const chosen = context.merged(path).value;
  const amount = Number(chosen?.value);
  if (!chosen || !Number.isInteger(amount)) return undefined;
  const isRefused = context.findings.some(({ range }) => range.start === chosen.range.start);
  return isRefused && !chosen.source ? undefined : { chosen, amount };
}
