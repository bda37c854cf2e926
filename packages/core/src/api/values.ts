import {
  checkDuration as durationAt,
  parsePort as portAt,
  parseVolume as volumeAt,
  type Parsed,
  type PublishedPorts,
  type Volume,
} from '../grammars/index.ts';
import { NEWEST_RELEASE, type Release } from '../release/index.ts';
import { isText } from './options.ts';

/**
 * Reads a published port as smolvm does: `HOST:GUEST` or `PORT`, ranges and protocols where the release knows them.
 *
 * @param release of smolvm; the newest known one when left out.
 * @returns the ports, or what is wrong with the text.
 * @throws TypeError if it is no text.
 * @example
 * ```ts
 * parsePort('8080:80').ok; // true
 * parsePort('80/tcp', releaseAt('1.9.3')).ok; // false
 * ```
 */
export function parsePort(text: string, release: Release = NEWEST_RELEASE): Parsed<PublishedPorts> {
  isText(text, 'text');
  return portAt(text, release);
}

/**
 * Reads a mount as smolvm does: `HOST:GUEST[:MODE]`, a volume without a host's path, or a remote one.
 *
 * @param release of smolvm; the newest known one when left out.
 * @returns its parts, or what is wrong with the text. Whether the host has the source is another matter.
 * @throws TypeError if it is no text.
 * @example
 * ```ts
 * parseVolume('./src:/src:ro').ok; // true
 * ```
 */
export function parseVolume(text: string, release: Release = NEWEST_RELEASE): Parsed<Volume> {
  isText(text, 'text');
  return volumeAt(text, release);
}

/**
 * Reads a duration as smolvm does: a whole number with `s`, `m` or `h`, or bare seconds.
 *
 * @param release of smolvm; the newest known one when left out.
 * @returns seconds, or what is wrong with the text.
 * @throws TypeError if it is no text.
 * @example
 * ```ts
 * checkDuration('5m'); // { ok: true, value: 300n }
 * ```
 */
export function checkDuration(text: string, release: Release = NEWEST_RELEASE): Parsed<bigint> {
  isText(text, 'text');
  return durationAt(text, release);
}
