import { OLDEST, isAtLeast } from '../schema/index.ts';

const VERSION = /^\d{1,6}\.\d{1,6}\.\d{1,6}$/;

/**
 * Whether a text names a version of smolvm that this toolkit can check for: 1.2.0 or newer. Versions above the
 * newest known exactly are taken to behave like it and to know every key that is known to exist (facts 14).
 */
export function isSupportedVersion(text: string): boolean {
  return VERSION.test(text) && isAtLeast(text, OLDEST);
}
