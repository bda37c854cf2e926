import { compareVersions, validate } from 'compare-versions';

/**
 * Whether `version` of smolvm has a change first released in `floor`. What is no version number at all counts as
 * newer than everything known: callers check versions where users write them.
 */
export function isSince(version: string, floor: string): boolean {
  return !validate(version) || compareVersions(version, floor) >= 0;
}
