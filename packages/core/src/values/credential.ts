// One detector for everything that must not show a credential, or says that there is one. It never returns any part of
// the value.

/** Words of a name that say by themselves that its value is a credential. */
const STRONG_WORDS = new Set([
  'password',
  'passwd',
  'passphrase',
  'pass',
  'pwd',
  'token',
  'secret',
  'secrets',
  'credential',
  'credentials',
  'apikey',
  'jwt',
  'pat',
]);

/** Words that make a credential of a `…_KEY`; other keys are of caches, tables and maps. */
const KEY_WORDS = new Set(
  'api access secret private signing encryption master auth account license deploy service ssh gpg hmac'.split(
    ' ',
  ),
);

/** Words in a name whose value is long and random, and public. */
const PUBLIC_WORDS = new Set(
  'sha sha1 sha256 sha512 commit revision rev hash digest checksum integrity fingerprint version build id uuid guid public pub'.split(
    ' ',
  ),
);

/** Beyond this no name is worth splitting, and no value worth counting. */
const MAX_NAME = 256;
const MAX_VALUE = 4096;

/** `dbPassword`, `DB_PASSWORD`, `db-password`: `db`, `password`. */
function wordsOf(name: string): string[] {
  return name
    .slice(0, MAX_NAME)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Shapes that issuers gave their tokens so that they can be found; each starts with what no other text starts with. */
const TOKENS = new RegExp(
  [
    String.raw`\bgh[pousr]_[A-Za-z0-9]{20,}`,
    String.raw`\bgithub_pat_\w{20,}`,
    String.raw`\bgl(?:pat|dt|rt|cbt|ptt|soat)-[\w-]{16,}`,
    String.raw`\bsk-[A-Za-z0-9_-]{20,}`,
    String.raw`\b[sr]k_(?:live|test)_[A-Za-z0-9]{10,}`,
    String.raw`\b(?:AKIA|ASIA)[0-9A-Z]{16}\b`,
    String.raw`\bxox[abeoprs]-[\w-]{10,}`,
    String.raw`\bxapp-[\w-]{10,}`,
    String.raw`\bnpm_[A-Za-z0-9]{30,}`,
    String.raw`\bpypi-[\w-]{30,}`,
    String.raw`\bhf_[A-Za-z0-9]{20,}`,
    String.raw`\bgsk_[A-Za-z0-9]{20,}`,
    String.raw`\bdop_v1_[a-f0-9]{30,}`,
    String.raw`\bdckr_pat_[\w-]{16,}`,
    String.raw`\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{16,}`,
    String.raw`\bwhsec_[\w+/=-]{16,}`,
    String.raw`\bglsa_\w{20,}`,
    String.raw`\bhvs\.[\w-]{20,}`,
    String.raw`\btskey-[\w-]{10,}`,
    String.raw`\blin_api_\w{20,}`,
    String.raw`\bAIza[\w-]{35}`,
    String.raw`\bya29\.[\w-]{20,}`,
    String.raw`\bSG\.[\w-]{16,}\.[\w-]{16,}`,
    String.raw`\beyJ[\w-]{8,}\.eyJ[\w-]{4,}\.[\w-]*`,
    String.raw`\bAGE-SECRET-KEY-1[A-Z0-9]{20,}`,
    String.raw`-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----`,
    String.raw`\bhooks\.slack\.com/services/T\w+/B\w+/\w+`,
    String.raw`\bdiscord(?:app)?\.com/api/webhooks/\d+/[\w-]+`,
  ].join('|'),
);

/** Stands for a value that comes from elsewhere, or for one that somebody is to fill in. */
const PLACEHOLDER =
  /^(?:\$\w|\$[{(]|%\w+%$|\{\{|<.*>$|\*+$|x+$|\.+$|-+$|(?:your|my|some|insert|replace|put|enter|change|todo|fixme|example|dummy|placeholder|redacted|none|null|nil|undefined|empty|unset|default)(?:[-_ .]|$)|changeme$)/i;

const SWITCH = /^(?:true|false|yes|no|on|off|enabled?|disabled?)$/i;

/** A way to a credential, not one: a path, a URL or a reference of a secret store. */
const REFERENCE =
  /^(?:\/(?!\/)|\.{1,2}\/|~|[A-Za-z]:[\\/]|file:|op:|vault:|ssm:|arn:|projects\/|sm:\/\/|[a-z][a-z0-9+.-]{0,30}:\/\/)/;

const URL_PASSWORD = /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@?#]{0,256}:([^\s/@]{1,256})@[^\s@]/i;

const DSN_PASSWORD = /(?:^|[;\s])(?:password|pwd)\s?=\s?([^;\s]+)/i;

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
  if (TOKENS.test(text)) return true;
  const password = URL_PASSWORD.exec(text)?.[1] ?? DSN_PASSWORD.exec(text)?.[1];
  if (password !== undefined) return !PLACEHOLDER.test(password);
  if (PLACEHOLDER.test(text) || SWITCH.test(text) || REFERENCE.test(text)) return false;
  const words = wordsOf(key);
  if (words.some((word) => PUBLIC_WORDS.has(word))) return false;
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

/** Upper case, lower case and digits in constant change, as no word, path or version has them. */
function isRandom(value: string): boolean {
  if (value.length < 24 || value.length > 256 || !/^[A-Za-z0-9+/_=-]+$/.test(value)) return false;
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

/** Shannon entropy. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
