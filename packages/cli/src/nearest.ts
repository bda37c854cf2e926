import { distance } from 'fastest-levenshtein';

/**
 * What a mistyped word was probably meant to be.
 *
 * @returns undefined when nothing comes near: a far-fetched guess is worse than none.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const allowed = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    const away = distance(word.toLowerCase(), candidate.toLowerCase());
    if (away < bestDistance) [best, bestDistance] = [candidate, away];
  }
  return best;
}

/** `did you mean X?`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>, prefix = ''): string | undefined {
  const guess = nearest(word, candidates);
  return guess === undefined ? undefined : `Did you mean \`${prefix}${guess}\`?`;
}
