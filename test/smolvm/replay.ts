import { compare } from './compare.ts';
import { differenceFor, type Difference } from './differences.ts';
import { releaseVectors, type Range, type ReleaseVector } from './release-vectors.ts';
import { Tally } from './tally.ts';
import { ask } from './toolkit.ts';

export interface Replay {
  /** What disagrees beyond the known differences. */
  readonly tally: Tally;
  /** How many cases fall under a known difference. */
  readonly known: number;
  readonly used: ReadonlySet<Difference>;
}

/** Replays the recorded vectors on the toolkit, at both ends of every range. */
export function replay(
  isWanted: (release: string) => boolean = () => true,
  vectors: readonly ReleaseVector[] = releaseVectors(),
): Replay {
  const tally = new Tally();
  const used = new Set<Difference>();
  let known = 0;
  for (const vector of vectors) {
    for (const range of vector.ranges) {
      for (const release of new Set([range.from, range.to])) {
        if (!isWanted(release)) continue;
        const found = compare(vector, range, ask(vector, release));
        const fresh = found.filter((one) => {
          const difference = differenceFor(one, release);
          if (difference) used.add(difference);
          return !difference;
        });
        if (fresh.length < found.length) known += 1;
        tally.add(release, stageOf(range), vector.id, fresh);
      }
    }
  }
  return { tally, known, used };
}

/** Where smolvm stopped. */
export function stageOf({ accept, error }: Pick<Range, 'accept' | 'error'>): string {
  return accept ? 'accepted' : (error?.stage ?? 'unknown');
}
