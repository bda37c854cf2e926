// The generous side of what credentials look like: something that is shown masked without need does no harm.

import {
  bitsPerCharacter,
  CREDENTIAL_WORDS,
  DSN_PASSWORD,
  isPublicName,
  tokenShapes,
  URL_PASSWORD,
  wordsOf,
} from '../grammars/credential-shapes.ts';
import { looksWhollyLikeCredential } from '../grammars/credential.ts';

/** Words of a name that say that its value is a credential, or at least may be one. */
const WORDS = new Set([
  ...CREDENTIAL_WORDS,
  ...'passwords pw tokens authkey key keys auth authorization cookie'.split(' '),
]);

/** Last words of a name that say that its value is about a credential, and none. */
const ABOUT_WORDS = new Set(
  'file path dir env url uri endpoint host port name id enabled disabled ttl timeout expiry expires length size type mode method algorithm alg count limit user username sock socket header version store'.split(
    ' ',
  ),
);

/** Whether the value of a variable or flag of this name is a credential, by the name alone. */
export function isCredentialName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (ABOUT_WORDS.has(last) || words.includes('public') || name === 'PWD') return false;
  const isKey = last === 'key' || last === 'keys';
  return isKey || words.some((word) => word !== 'key' && word !== 'keys' && isCredentialWord(word));
}

function isCredentialWord(word: string): boolean {
  return WORDS.has(word) || /(?:password|passwd|secret|token|apikey)$/.test(word);
}

/**
 * Tokens that are known by their looks, wherever they stand, even cut in half. Apart, since one may begin within
 * what another takes for its own.
 */
export const TOKENS: readonly RegExp[] = tokenShapes(0.5).map((shape) => new RegExp(shape, 'g'));

/** Whether there is any of them: most texts have none, and thirty searches are more than one. */
export const ANY_TOKEN: RegExp = new RegExp(tokenShapes(0.5).join('|'));

/** Passwords between other text, in the first group. */
export const PASSWORDS: readonly RegExp[] = [URL_PASSWORD, DSN_PASSWORD].map(
  (shape) => new RegExp(shape, 'dgi'),
);

/** Whether a variable's whole value is to be masked, by the looks of either. */
export function isCredentialValue(name: string, value: string): boolean {
  return looksWhollyLikeCredential(name, value) || isRandom(value, name);
}

/**
 * Whether a whole value is too random to be a word: what a generated key looks like. Digests, identifiers and
 * versions look the same, so that the name is asked too.
 */
export function isRandom(value: string, name = ''): boolean {
  if (!/^[A-Za-z0-9+/_=-]{20,}$/.test(value) || isPublicName(wordsOf(name))) return false;
  const mixed = value
    .split(/[-_/]/)
    .some((part) => part.length >= 12 && /[0-9]/.test(part) && /[A-Za-z]/.test(part));
  const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
  return mixed && !uuid && bitsPerCharacter(value) >= 3.3;
}
