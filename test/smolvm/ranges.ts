import { outcomeKey } from './outcome-key.ts';
import type { Input, Outcome } from './outcome.ts';
import type { Range, ReleaseVector } from './release-vectors.ts';

/**
 * Runs an input at some releases, then bisects each stretch between two of them whose outcomes differ, so that every
 * change is found exact to one release (but for those that were taken back within a stretch).
 *
 * @param releases all that can be run, oldest first.
 * @param marks those to start from, oldest first.
 */
export async function rangesOf(
  input: Input,
  releases: readonly string[],
  marks: readonly string[],
  run: (release: string, input: Input) => Promise<Outcome>,
): Promise<ReleaseVector> {
  const outcomes = new Map<number, Outcome>();
  const at = async (index: number): Promise<Outcome> => {
    const known = outcomes.get(index) ?? (await run(releases[index]!, input));
    outcomes.set(index, known);
    return known;
  };
  const split = async (low: number, high: number): Promise<void> => {
    if (high - low <= 1 || outcomeKey(await at(low)) === outcomeKey(await at(high))) return;
    const middle = (low + high) >> 1;
    await at(middle);
    await split(low, middle);
    await split(middle, high);
  };
  // the next step depends on what came before
  /* oxlint-disable no-await-in-loop */
  const starts = marks.map((mark) => releases.indexOf(mark));
  for (const start of starts) await at(start);
  for (const [place, start] of starts.slice(1).entries()) await split(starts[place]!, start);
  /* oxlint-enable no-await-in-loop */
  return { ...input, ranges: joined(releases, outcomes) };
}

function joined(releases: readonly string[], outcomes: ReadonlyMap<number, Outcome>): Range[] {
  const ranges: { range: Range; key: string }[] = [];
  for (const index of [...outcomes.keys()].toSorted((a, b) => a - b)) {
    const outcome = outcomes.get(index)!;
    const key = outcomeKey(outcome);
    const last = ranges.at(-1);
    const to = releases[index]!;
    if (last?.key === key) last.range = { ...last.range, to };
    else ranges.push({ range: { from: to, to, ...outcome }, key });
  }
  return ranges.map(({ range }) => range);
}
