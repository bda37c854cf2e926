import type { Release } from '../release/index.ts';
import { vocabularyTurns } from '../schema/index.ts';

/**
 * The releases of a list at which smolvm changes something that is known: the first one, and each that differs from
 * the one before it, by the data of keys, flags, grammars and behaviours.
 *
 * @param releases known releases without a gap, oldest first.
 */
export function turningPoints(releases: readonly Release[]): readonly Release[] {
  const turns = vocabularyTurns();
  return releases.filter((release, index) => index === 0 || turns.has(release.version));
}
