import { compareVersions } from 'compare-versions';
import type { Since } from './types.ts';

/**
 * Tagged releases that the facts name, oldest first. Others exist between them (1.2.1, 1.4.0, …) and behave as
 * the nearest one below: only the boundaries at which something changes matter, and every boundary is here.
 */
export const KNOWN_VERSIONS = [
  '1.2.0',
  '1.2.2',
  '1.2.3',
  '1.2.4',
  '1.2.5',
  '1.3.0',
  '1.3.2',
  '1.3.4',
  '1.3.5',
  '1.4.2',
  '1.4.3',
  '1.4.7',
  '1.5.0',
  '1.5.1',
  '1.6.0',
  '1.6.3',
  '1.6.4',
  '1.6.13',
  '1.7.0',
  '1.7.1',
  '1.7.2',
  '1.7.3',
  '1.7.7',
  '1.8.0',
  '1.8.3',
  '1.9.0',
  '1.9.1',
  '1.9.2',
  '1.9.3',
] as const;

/** The oldest version whose behaviour is known exactly. */
export const OLDEST = '1.2.0';

/** The newest version whose behaviour is known exactly. */
export const NEWEST = '1.9.3';

/**
 * Whether a smolvm of this version has something that first came with `since`.
 *
 * @param version the target, such as `1.9.3`; a leading `v` and a pre-release suffix are understood.
 * @param since a version, or `>1.9.3` for what is only known to be newer: every target above 1.9.3 is taken to
 *   have it, because which release brought it is not established (facts 14).
 * @throws Error when one of them is no version; check user input with `isVersion` first.
 */
export function isAtLeast(version: string, since: Since): boolean {
  const id = `${version} ${since}`;
  const known = answers.get(id);
  if (known !== undefined) return known;
  const isNewer = since.startsWith('>');
  const order = compareVersions(version, isNewer ? since.slice(1) : since);
  const answer = isNewer ? order > 0 : order >= 0;
  if (answers.size < MOST_ANSWERS) answers.set(id, answer);
  return answer;
}

/** Every rule asks about the same few versions for every file. */
const answers = new Map<string, boolean>();
const MOST_ANSWERS = 1000;
