import type { Command } from '@smolfile/core';
import * as fc from 'fast-check';
import { compare, type Disagreement } from './compare.ts';
import { inputs } from './generate/inputs.ts';
import { inLanes } from './lanes.ts';
import type { Input, Outcome } from './outcome.ts';
import { Tally } from './tally.ts';
import { ask } from './toolkit.ts';

/** A disagreement made as small as possible. */
export interface Finding extends Disagreement {
  readonly release: string;
  readonly seed: number;
  readonly input: Input;
}

export interface SearchOptions {
  readonly releases: readonly string[];
  /** For each release. */
  readonly cases: number;
  readonly seed: number;
  readonly commands: readonly Command[];
  /** Runs the program; while a case is made smaller, `shrinking` is the kind of its disagreement. */
  readonly run: (release: string, input: Input, shrinking: string | undefined) => Promise<Outcome>;
  /** Called for every disagreement of a kind that was not seen before. */
  readonly onFinding: (finding: Finding) => void;
  /** Disagreements that are known and have a reason. */
  readonly isKnown: (disagreement: Disagreement, release: string) => boolean;
}

/** So many cases are made from one seed. */
const BATCH = 50;

/** Runs random inputs on the program and on the toolkit; each new kind of disagreement is made small once. */
export async function search(options: SearchOptions): Promise<Tally> {
  const { releases, cases } = options;
  const tally = new Tally();
  const seen = new Set<string>();
  const batches = Array.from({ length: Math.ceil(cases / BATCH) }, (_, index) => index);
  const jobs = batches.flatMap((index) =>
    releases.map((release, at) => ({ release, number: index * releases.length + at, index })),
  );
  await inLanes(jobs, async ({ release, number, index }) => {
    const numRuns = Math.min(BATCH, cases - index * BATCH);
    await batch(options, { release, seed: options.seed + number, numRuns }, { tally, seen });
  });
  return tally;
}

interface Batch {
  readonly release: string;
  readonly seed: number;
  readonly numRuns: number;
}

async function batch(
  options: SearchOptions,
  { release, seed, numRuns }: Batch,
  { tally, seen }: { readonly tally: Tally; readonly seen: Set<string> },
): Promise<void> {
  let shrinking: Disagreement | undefined;
  let smallest: Finding | undefined;
  const property = fc.asyncProperty(inputs(options.commands, release), async (input) => {
    const outcome = await options.run(release, input, shrinking?.kind);
    const found = compare(input, outcome, ask(input, release)).filter(
      (one) => !options.isKnown(one, release),
    );
    if (shrinking === undefined) {
      const stage =
        outcome.accept === null ? 'no end' : outcome.accept ? 'accepted' : (outcome.error?.stage ?? '');
      tally.add(release, `${input.command} ${stage}`, 'fresh', found);
      shrinking = found.find(({ kind }) => !seen.has(kind));
      if (shrinking) seen.add(shrinking.kind);
    }
    const same = found.find(({ kind }) => kind === shrinking?.kind);
    if (!same) return;
    smallest = { ...same, release, seed, input };
    throw new Error(same.kind);
  });
  let left = numRuns;
  for (let from = seed; left > 0; from += 1_000_003) {
    shrinking = undefined;
    smallest = undefined;
    // what follows a finding is made from another seed
    // oxlint-disable-next-line no-await-in-loop
    const details = await fc.check(property, { seed: from, numRuns: left });
    left -= details.numRuns;
    if (smallest) options.onFinding(smallest);
    else if (details.failed) throw details.errorInstance;
  }
}
