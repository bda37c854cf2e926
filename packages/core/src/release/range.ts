import { versionsInRange } from './npm-range.ts';
import { RELEASES, releaseAt, type Release } from './release.ts';

/** The releases that a text names: one, or those of a range. */
export interface ReleaseRange {
  /** As it was written, without spaces around it. */
  readonly text: string;
  /** Known releases, oldest first, never empty; one for a version. */
  readonly releases: readonly Release[];
  readonly isRange: boolean;
}

/** Why a text names no releases. */
export type RangeProblem = 'no-range' | 'too-old' | 'empty';

const known = new Map<string, ReleaseRange | RangeProblem>();

/**
 * Reads a version (`1.14.0`) or a range of versions in npm's grammar (`>=1.14 <1.30`).
 *
 * @returns the reason where it is neither: `too-old` for a version before the oldest known one, `empty` for a range in
 *   which no known release lies.
 * @example
 * ```ts
 * releasesIn('banana'); // 'no-range'
 * ```
 */
export function releasesIn(text: string): ReleaseRange | RangeProblem {
  const trimmed = text.trim();
  const answer = known.get(trimmed) ?? read(trimmed);
  known.set(trimmed, answer);
  return answer;
}

function read(text: string): ReleaseRange | RangeProblem {
  const release = releaseAt(text);
  if (release) return { text, releases: [release], isRange: false };
  if (/^v?\d+\.\d+\.\d+$/.test(text)) return 'too-old';
  if (text === '' || text.length > MOST_CHARACTERS) return 'no-range';
  const versions = versionsInRange(
    text,
    RELEASES.map(({ version }) => version),
  );
  if (!versions) return 'no-range';
  const releases = RELEASES.filter(({ version }) => versions.includes(version));
  return releases.length > 0 ? { text, releases, isRange: true } : 'empty';
}

/** More than any range that a person writes. */
const MOST_CHARACTERS = 256;
