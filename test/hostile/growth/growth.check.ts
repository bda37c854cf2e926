/** Work grows as a file does, whatever is in it: each shape at two lengths, compared by processor time. */
import { readdirSync } from 'node:fs';
import { parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { excess, processorTime, TIMES } from './measure.ts';
import { OPERATIONS, REQUESTED, requested, type Operation } from './operations.ts';
import type { Shape } from './shapes/shape.ts';

const LENGTH = 6000;
/** One file a kind, each with its shapes by name. */
const kinds = await Promise.all(
  readdirSync(new URL('shapes', import.meta.url))
    .filter((file) => file !== 'shape.ts')
    .map(async (file) => {
      const { default: shapes } = (await import(
        /* @vite-ignore */ new URL(`shapes/${file}`, import.meta.url).href
      )) as {
        default: Readonly<Record<string, Shape>>;
      };
      return [file.replace('.ts', ''), shapes] as const;
    }),
);
const operations: readonly (readonly [string, Operation])[] = [
  ...Object.entries(OPERATIONS),
  ...REQUESTED.map((name) => [name, requested(name)] as const),
];

const ordinary = 'image = "alpine"\ncpus = 2\nenv = ["A=1"]\n'.repeat((LENGTH * TIMES) / 40);
parseSmolfile(ordinary);
const reference = await processorTime(() => parseSmolfile(ordinary));

describe.each(kinds)('%s', (_, shapes) => {
  test.each(Object.keys(shapes))('%s', async (name) => {
    const shape = shapes[name]!;
    const texts = [shape(LENGTH), shape(LENGTH * TIMES)] as const;
    const found: string[] = [];
    for (const [operation, work] of operations) {
      // oxlint-disable-next-line no-await-in-loop -- one at a time, or each would pay for the others
      const how = await excess(work, texts, reference);
      if (how !== undefined) found.push(`${operation}: ${how}`);
    }
    expect(found).toEqual([]);
  });
});
