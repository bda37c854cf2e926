import type { KeySchema } from '@smolfile/core';
import { amountInWords } from '../words.ts';
import type { Suggestion } from './item.ts';

/** Sizes that machines have, by unit. */
const SIZES = {
  MiB: [256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768],
  GiB: [5, 10, 20, 50, 100, 200],
} as const;

/** smolvm starts no more virtual CPUs than that (facts 4.7). */
const CPUS = [1, 2, 4, 8, 16];

/** Numbers that a key is likely to get, with what they mean; the default first, and named. */
export function quantities({ unit, integer, default: initial, examples = [] }: KeySchema): Suggestion[] {
  const usual = unit ? SIZES[unit] : integer === 'u8' ? CPUS : [];
  const known = [...usual, ...examples, initial].filter((value) => typeof value === 'number');
  return [...new Set(known)]
    .toSorted((a, b) => Number(b === initial) - Number(a === initial) || a - b)
    .map((value) => {
      const words = unit ? amountInWords(value, unit) : undefined;
      const detail = [words, value === initial ? 'the default' : undefined].filter(Boolean).join(', ');
      return { text: String(value), kind: 'number', ...(detail !== '' && { detail }) };
    });
}
