import { grammarOf, shown, type ValueProblem } from '../grammars/index.ts';
import type { Command } from '../model/diagnostic.ts';
import type { Release } from '../release/index.ts';
import type { FlagSchema } from '../schema/index.ts';

/**
 * What the argument parser refuses a value with: it knows closed lists and some grammars itself (facts 3.1). Values of
 * other flags are text to it; what is wrong with them is found later, together with the values of the file.
 */
export function checkFlagValue(
  flag: FlagSchema,
  value: string,
  { command, release }: { readonly command: Command; readonly release: Release },
): ValueProblem | undefined {
  if (flag.values && !flag.values.includes(value)) return notListed(flag.values, value);
  const grammar = grammarOf(flag);
  if (!grammar.byArgumentParser) return undefined;
  const parsed = grammar.parse(value, { command, release, flag: flag.long, maximum: flag.maximum });
  return parsed.ok ? undefined : parsed.problem;
}

function notListed(values: readonly string[], value: string): ValueProblem {
  const near = values.find((one) => one === value.toLowerCase());
  return {
    reason: 'not-listed',
    message: `${shown(value)} is none of the values it takes`,
    help: `Write ${values.map((one) => `\`${one}\``).join(' or ')}`,
    from: 0,
    to: value.length,
    ...(near !== undefined && { suggestion: near, certain: true }),
  };
}
