// One detector for everything that must not show a credential, or says that there is one. It never returns any part of
// the value.

import {
  bitsPerCharacter,
  CREDENTIAL_WORDS,
  DSN_PASSWORD,
  isPublicName,
  anyToken,
  URL_PASSWORD,
  wordsOf,
} from './credential-shapes.ts';

/** Words that make a credential of a `…_KEY`; other keys are of caches, tables and maps. */
const KEY_WORDS = new Set(
  'api access secret private signing encryption master auth account license deploy service ssh gpg hmac'.split(
    ' ',
  ),
);

/** Beyond this no value is worth counting. */
const MAX_VALUE = 4096;

const STRONG_WORDS = new Set(CREDENTIAL_WORDS);

/** No token of a known shape is shorter, and most values are: they need not wait for the expressions. */
const SHORTEST_TOKEN = 15;

/** Every token of a known shape has one of these in it, and most texts have none. */
const IN_TOKENS = /[_\-./~:]|A(?:KI|SI|BI|CC)A|AKCp|AIza|ATATT3|CLOJARS|LTAI|dapi|FlyV1/;

let expressions: Record<'token' | 'inUrl' | 'inDsn', RegExp> | undefined;

function makeExpressions() {
  const token = anyToken(1);
  return { token, inUrl: new RegExp(URL_PASSWORD, 'i'), inDsn: new RegExp(DSN_PASSWORD, 'i') };
}

/** Stands for a value that comes from elsewhere, or for one that somebody is to fill in. */
const PLACEHOLDER =
  /^(?:\$\w|\$[{(]|%\w+%$|\{\{|<.*>$|\*+$|x+$|\.+$|-+$|(?:your|my|some|insert|replace|put|enter|change|todo|fixme|example|dummy|placeholder|redacted|none|null|nil|undefined|empty|unset|default)(?:[-_ .]|$)|changeme$)/i;

const SWITCH = /^(?:true|false|yes|no|on|off|enabled?|disabled?)$/i;

/** A way to a credential, not one: a path, a URL or a reference of a secret store. */
const REFERENCE =
  /^(?:\/(?!\/)|\.{1,2}\/|~|[A-Za-z]:[\\/]|file:|op:|vault:|ssm:|arn:|projects\/|sm:\/\/|[a-z][a-z0-9+.-]{0,30}:\/\/)/;

/**
 * Whether a variable holds a credential in plain text: by a token's known shape, by a password inside a URL, by a
 * name that says so, or by being too random to be anything else. Paths, URLs without a password, switches, numbers,
 * digests and placeholders are none.
 *
 * @returns never anything of the value, so that a message cannot show it by accident.
 */
export function looksLikeCredential(key: string, value: string): boolean {
  const text = unquoted(value.trim().slice(0, MAX_VALUE));
  if (text === '') return false;
  const isUrl = text.includes('://');
  const isLongEnough = text.length >= SHORTEST_TOKEN && IN_TOKENS.test(text);
  if (isLongEnough || isUrl || text.includes('=')) {
    const { token, inUrl, inDsn } = (expressions ??= makeExpressions());
    if (isLongEnough && token.test(text)) return true;
    const password = (isUrl ? inUrl.exec(text)?.[1] : undefined) ?? inDsn.exec(text)?.[1];
    if (password !== undefined) return !PLACEHOLDER.test(password);
  }
  return isWholeCredential(key, text);
}

/** Whether all of a value is a credential: by its variable's name, or by being too random to be anything else. */
export function looksWhollyLikeCredential(key: string, value: string): boolean {
  return isWholeCredential(key, unquoted(value.trim().slice(0, MAX_VALUE)));
}

/** What a name has in it that says by itself that its value is a credential. */
const NAMES = /pass|pwd|token|secret|credential|apikey|jwt|pat|key|base/i;

function isWholeCredential(key: string, text: string): boolean {
  if (text === '' || (text.length < SHORTEST_RANDOM && !NAMES.test(key))) return false;
  if (PLACEHOLDER.test(text) || SWITCH.test(text) || REFERENCE.test(text)) return false;
  const words = wordsOf(key);
  if (isPublicName(words)) return false;
  return namesCredential(key, words, text) || isRandom(text);
}

function unquoted(text: string): string {
  const quote = text[0];
  return text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote)
    ? text.slice(1, -1)
    : text;
}

/** By its last word: `TOKEN_FILE`, `SECRET_NAME` and `MAX_TOKENS` are about credentials, and hold none. */
function namesCredential(key: string, words: readonly string[], value: string): boolean {
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  // the shell's own
  if (key === 'PWD' || key === 'OLDPWD') return false;
  const isNumber = /^[\d.]+$/.test(value);
  if (last === 'key' || last === 'base') {
    const strong = last === 'key' ? KEY_WORDS.has(before) : before === 'key' && words.includes('secret');
    return !isNumber && (strong || (last === 'key' && isLong(value)));
  }
  const strong = STRONG_WORDS.has(last) || /(?:password|passwd|apikey|token|secret)$/.test(last);
  // a password may be all digits; of a token that is a count or a limit
  return strong && (!isNumber || last.startsWith('pass') || last.endsWith('password') || last === 'pwd');
}

/** One word, and too long and mixed for a word. */
function isLong(value: string): boolean {
  return value.length >= 16 && /^\S+$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value);
}

/**
 * Whether a word between others is a key by its looks: mixed as no word is, or hexadecimal, but not of the length of a
 * digest.
 */
export function isRandomWord(word: string): boolean {
  if (/^[0-9a-f]+$/i.test(word))
    return ![40, 64, 96, 128].includes(word.length) && /\d/.test(word) && bitsPerCharacter(word) >= 3;
  return isRandom(word);
}

/** What is shorter may be random by chance. */
const SHORTEST_RANDOM = 24;

/** Upper case, lower case and digits in constant change, as no word, path or version has them. */
function isRandom(value: string): boolean {
  if (value.length < SHORTEST_RANDOM || value.length > 256 || !/^[A-Za-z0-9+/_=-]+$/.test(value))
    return false;
  if (!/[A-Z]/.test(value) || !/[a-z]/.test(value) || (value.match(/\d/g)?.length ?? 0) < 3) return false;
  let changes = 0;
  for (let at = 1; at < value.length; at++) {
    if (classOf(value.charCodeAt(at)) !== classOf(value.charCodeAt(at - 1))) changes++;
  }
  return changes / value.length >= 0.35 && bitsPerCharacter(value) >= 3.8;
}

function classOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return 0;
  if (code >= 0x41 && code <= 0x5a) return 1;
  return code >= 0x61 && code <= 0x7a ? 2 : 3;
}
