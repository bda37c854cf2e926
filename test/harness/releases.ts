import { releaseAt, type Release } from '@smolfile/core';

/**
 * The version that the goldens and fixtures of the suite were made for. They name it wherever it matters, so that a
 * newer release in the data changes none of them.
 */
export const PINNED_VERSION = '1.9.3';

/** @returns the release of a version; a text that names none is a fault of the test. */
export function release(version: string): Release {
  const found = releaseAt(version);
  if (!found) throw new Error(`${version} is no release`);
  return found;
}

export const PINNED: Release = release(PINNED_VERSION);

/** Newer than all known releases, for years to come. */
export const BEYOND: Release = release('999.0.0');
