// The generous side of what credentials look like: something that is shown masked without need does little harm.

import {
  anyToken,
  bitsPerCharacter,
  CREDENTIAL_WORDS,
  DSN_PASSWORD,
  isPublicName,
  tokenShapes,
  URL_PASSWORD,
  URL_USER,
  VARIABLE,
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

/** Words before `tokens` that make an amount of it. */
const AMOUNTS = new Set('max min num n total limit budget'.split(' '));

/** Words before `key` that make something of it that sorts, finds or groups. */
const OTHER_KEYS = new Set(
  'cache sort primary foreign partition range row group order index lookup routing idempotency shard sharding map object s3 hot'.split(
    ' ',
  ),
);

/** Whether the value of a variable or flag of this name is a credential, by the name alone. */
export function isCredentialName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (ABOUT_WORDS.has(last) || words.includes('public') || name === 'PWD') return false;
  const isKey = last === 'key' || last === 'keys';
  if (isKey) return !words.some((word) => OTHER_KEYS.has(word));
  if (last === 'tokens' && words.some((word) => AMOUNTS.has(word))) return false;
  return words.some((word) => word !== 'key' && word !== 'keys' && isCredentialWord(word));
}

function isCredentialWord(word: string): boolean {
  return WORDS.has(word) || /(?:password|passwd|secret|token|apikey)$/.test(word);
}

/**
 * Whether a value under a name is a credential by that name. Not a switch, not a word that a credential comes after,
 * not the start of a list or table, not a reference to something that is set elsewhere; and of a mere `--key`, not a
 * plain word.
 */
export function isNamedCredential(name: string, value: string): boolean {
  if (!isCredentialName(name)) return false;
  const bare = value.replaceAll(/^\\?["']|\\?["']$/g, '');
  if (!/[^[\]{}(),\\]/.test(bare) || VARIABLE.test(bare)) return false;
  if (/^(?:true|false|yes|no|on|off|0|1|null|none|bearer|basic|token|digest|negotiate|apikey)$/i.test(bare))
    return false;
  const words = wordsOf(name);
  return words.length > 1 || !/^keys?$/.test(words[0] ?? '') || !/^[a-z][a-z_.-]*$/i.test(bare);
}

/**
 * Tokens that are known by their looks, wherever they stand, even cut in half. Apart, since one may begin within
 * what another takes for its own.
 */
export const TOKENS: readonly RegExp[] = tokenShapes(0.5).map((shape) => new RegExp(shape, 'g'));

/** Whether there is any of them: most texts have none, and fifty searches are more than one. */
export const ANY_TOKEN: RegExp = anyToken(0.5);

/** Passwords between other text, in the first group. */
export const PASSWORDS: readonly RegExp[] = [URL_PASSWORD, URL_USER, DSN_PASSWORD].map(
  (shape) => new RegExp(shape, 'dgi'),
);

/** Whether a variable's whole value is to be masked, by the looks of either. */
export function isCredentialValue(name: string, value: string): boolean {
  return looksWhollyLikeCredential(name, value) || isRandom(value, name);
}

/** Of git and of checksums, which are public: hexadecimal of just that length, or with their algorithm before them. */
const DIGEST = /^(?:[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}|sha(?:1|256|384|512)[-:].*)$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What ends as Base64 is padded, and nothing else. */
const PADDED = /^(?=.*[A-Z\d])[A-Za-z0-9+/_-]{10,}={1,2}$/;

/**
 * Whether a whole value is too random to be a word: what a generated key looks like. Digests, identifiers and
 * versions look the same, so that the name is asked too.
 */
export function isRandom(value: string, name = ''): boolean {
  if (isPublicName(wordsOf(name)) || DIGEST.test(value) || UUID.test(value)) return false;
  if (value.length <= 256 && value.length % 4 === 0 && PADDED.test(value)) return true;
  if (!/^[A-Za-z0-9+/_=-]{20,}$/.test(value)) return false;
  const mixed = value
    .split(/[-_/]/)
    .some((part) => part.length >= 12 && /[0-9]/.test(part) && /[A-Za-z]/.test(part));
  return mixed && bitsPerCharacter(value) >= 3.3;
}
