import { parseArgs } from 'node:util';
import type { OptionSpec } from './spec.ts';

/** An argument, or a part of one. */
export type Token = ReturnType<typeof tokensOf>[number];

/** Takes arguments apart as Node does. By itself, since Node and Bun have to load something for it. */
export function tokensOf(argv: readonly string[], options: readonly OptionSpec[]) {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(options.map((option) => [option.name, configOf(option)])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  return tokens;
}

function configOf({ value, optionalValue, short }: OptionSpec): {
  type: 'string' | 'boolean';
  multiple: true;
  short?: string;
} {
  return {
    type: value === undefined || optionalValue ? 'boolean' : 'string',
    multiple: true,
    ...(short !== undefined && { short }),
  };
}
