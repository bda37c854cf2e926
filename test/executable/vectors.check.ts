/**
 * What smolvm did with every recorded input, asked of the executable. `smolfile lint` takes all files of a release and a
 * command in one process, `smolfile lsp` resolves all inputs in one; some are asked of `smolfile resolve` by itself, too.
 */
import type { Resolution } from '@smolfile/core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { DIFFERENCES as LINT_DIFFERENCES } from '../conformance/lint-differences.ts';
import { cases, type Vector } from '../conformance/vectors.ts';
import { verdictDifference } from '../conformance/verdict.ts';
import { DIFFERENCES as RESOLVE_DIFFERENCES } from '../resolve/differences.ts';
import { differenceOfPrinted } from '../resolve/recorded.ts';
import { compare } from '../smolvm/compare.ts';
import { differenceFor } from '../smolvm/differences.ts';
import { releaseVectors, type Range } from '../smolvm/release-vectors.ts';
import { stageOf } from '../smolvm/replay.ts';
import { groupLines } from '../smolvm/table.ts';
import { Tally } from '../smolvm/tally.ts';
import { groupBy, groupOf, Place, type Asked, type Found, type Resolved } from './ask.ts';

const place = new Place(inject('executable'));
afterAll(() => place.remove());

interface Case extends Asked {
  readonly range: Range;
}

/** Both ends of every range of releases that did the same. */
const released: readonly Case[] = releaseVectors().flatMap(({ ranges, ...input }) =>
  ranges.flatMap((range) =>
    Array.from(new Set([range.from, range.to]), (release) => ({ ...input, release, range })),
  ),
);

/** What was recorded first, of the three releases of that time. */
const first: readonly (Asked & { readonly vector: Vector })[] = cases.map(({ vector, version }) => ({
  vector,
  id: vector.id,
  command: vector.command,
  smolfile: vector.smolfile,
  args: vector.args,
  release: version,
}));

let errors: ReadonlyMap<Asked, readonly Found[]>;
let resolved: ReadonlyMap<Asked, Resolved>;

beforeAll(async () => {
  const start = performance.now();
  errors = await place.lint([...released, ...first]);
  const between = performance.now();
  resolved = await place.resolve([...released, ...first]);
  const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(0)} s`;
  process.stdout.write(
    `${errors.size} inputs linted in ${seconds(start, between)}, resolved in ${seconds(between, performance.now())}\n`,
  );
});

/** What differs from what smolvm did, beyond what is known to. */
function disagreements(all: readonly Case[], resolutions: ReadonlyMap<Asked, Resolved>): Tally {
  const tally = new Tally();
  for (const one of all) {
    const { config, runs, manifest, ...resolution } = resolutions.get(one)!;
    const found = errors.get(one)!;
    const differences = compare(one, one.range, {
      resolution: resolution as Resolution,
      ...(config && { config }),
      ...(runs && { runs }),
      ...(manifest && { manifest }),
      errors: found,
      places: found.filter(({ stage }) => stage === 'parse'),
    });
    const fresh = differences.filter((each) => !differenceFor(each, one.release));
    tally.add(one.release, stageOf(one.range), one.id, fresh);
  }
  return tally;
}

describe('what every release did at both ends of every range', () => {
  test('is what the executable says', () => {
    const tally = disagreements(released, resolved);
    expect(tally.count().cases).toBeGreaterThan(27_000);
    expect(tally.releases.length).toBeGreaterThan(45);
    expect(groupLines(tally.ordered)).toBe('');
  });

  test('is what it says in a process for each, of every release and command', async () => {
    const some = [...groupBy(released, groupOf).values()].flatMap((own) =>
      [1 / 3, 2 / 3].map((part) => own[Math.floor(own.length * part)]!),
    );
    const tally = disagreements(some, await place.resolveAlone(some));
    expect(tally.count().cases).toBeGreaterThan(250);
    expect(tally.releases.length).toBeGreaterThan(45);
    expect(groupLines(tally.ordered)).toBe('');
  });
});

describe('what was recorded first', () => {
  test('gets the verdict of smolvm from lint', () => {
    const found = first
      .filter(({ args }) => args.length === 0)
      .map((one) => [`${one.id}@${one.release}`, verdictDifference(one.vector, errors.get(one)!)] as const)
      .filter(([id, difference]) => difference !== undefined && !(id in LINT_DIFFERENCES));
    expect(Object.fromEntries(found)).toEqual({});
  });

  test('comes to what smolvm had', () => {
    expect(first.length).toBeGreaterThan(4500);
    const found = first
      .map((one) => {
        const difference = differenceOfPrinted(one.vector, one.release, resolved.get(one)!);
        return [`${one.id}@${one.release}`, difference] as const;
      })
      .filter(([id, difference]) => difference !== undefined && !(id in RESOLVE_DIFFERENCES));
    expect(Object.fromEntries(found)).toEqual({});
  });
});
