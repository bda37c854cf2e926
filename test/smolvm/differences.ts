import type { Disagreement } from './compare.ts';
import { byRelease } from './releases.ts';

/** A disagreement that stays, for a reason. */
export interface Difference {
  /** The disagreement's kind, or a pattern for several. */
  readonly kind: string | RegExp;
  /** First and last release; every one when left out. */
  readonly releases?: readonly [from: string, to: string];
  /** One that shows it, of test/conformance. */
  readonly vector?: string;
  readonly reason: string;
}

/**
 * Where the toolkit differs from smolvm on purpose or for now: nowhere. A test fails when an entry is no longer needed.
 */
export const DIFFERENCES: readonly Difference[] = [];

/** The entry that a disagreement falls under. */
export function differenceFor({ kind }: Disagreement, release: string): Difference | undefined {
  return DIFFERENCES.find(
    ({ kind: pattern, releases: [from, to] = [release, release] }) =>
      (typeof pattern === 'string' ? pattern === kind : pattern.test(kind)) &&
      byRelease(from, release) <= 0 &&
      byRelease(release, to) <= 0,
  );
}
