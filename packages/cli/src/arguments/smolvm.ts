import { NEWEST_RELEASE, OLDEST_RELEASE, releasesIn, type Target } from '@smolfile/core';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { warn } from '../output/messages.ts';

/** What an option that takes a version of smolvm says of itself. */
export const SMOLVM_FORMS = `a version of smolvm, ${OLDEST_RELEASE.version} or newer, or a range such as ">=1.14 <1.30"`;

/**
 * A version of smolvm, or a range of versions, as an option takes it.
 *
 * @throws UsageError for what names no known release.
 */
export function smolvmOption(text: string | undefined, flag: string): string | undefined {
  if (text === undefined) return undefined;
  const found = releasesIn(text);
  if (typeof found !== 'string') return text;
  const reasons = {
    'no-range': 'is neither a version nor a range of versions',
    'too-old': `is older than smolvm ${OLDEST_RELEASE.version}, the first that is known`,
    empty: 'is a range in which no known smolvm lies',
  } as const;
  throw new UsageError(
    `\`${flag}\` does not take \`${text}\`: it ${reasons[found]}`,
    `It takes ${SMOLVM_FORMS}. Known are ${OLDEST_RELEASE.version} to ${NEWEST_RELEASE.version}.`,
  );
}

/** Says once that a release is newer than what is known. */
export function announceBeyond(targets: readonly Target[], io: Io): void {
  const beyond = new Set(
    targets.filter(({ release }) => release.isBeyond).map(({ release }) => release.version),
  );
  for (const version of beyond)
    warn(
      io,
      `smolvm ${version} is newer than all that is known; it is taken to do what ${NEWEST_RELEASE.version} does`,
    );
}
