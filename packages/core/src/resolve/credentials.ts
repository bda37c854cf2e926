/** Words of a name that say that its value is a credential. */
const CREDENTIAL_WORDS = new Set([
  'password',
  'passwords',
  'passwd',
  'passphrase',
  'pass',
  'pwd',
  'pw',
  'token',
  'tokens',
  'secret',
  'secrets',
  'credential',
  'credentials',
  'apikey',
  'authkey',
  'key',
  'keys',
  'auth',
  'authorization',
  'cookie',
  'jwt',
  'pat',
]);

/** Last words of a name that say that its value is about a credential, and none. */
const ABOUT_WORDS = new Set(
  'file path dir env url uri endpoint host port name id enabled disabled ttl timeout expiry expires length size type mode method algorithm alg count limit user username sock socket header version store'.split(
    ' ',
  ),
);

/** Words in a name whose value is long and random, and public. */
const PUBLIC_WORDS = new Set(
  'sha sha1 sha256 commit revision rev hash digest checksum version build id uuid public pub'.split(' '),
);

/** `dbPassword`, `DB_PASSWORD`, `--db-password`: `db`, `password`. */
function wordsOf(name: string): string[] {
  return name
    .slice(0, 256)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Whether the value of a variable or flag of this name is a credential, by the name alone. */
export function isCredentialName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (ABOUT_WORDS.has(last) || words.includes('public') || name === 'PWD') return false;
  const isKey = last === 'key' || last === 'keys';
  return isKey || words.some((word) => word !== 'key' && word !== 'keys' && isCredentialWord(word));
}

function isCredentialWord(word: string): boolean {
  return CREDENTIAL_WORDS.has(word) || /(?:password|passwd|secret|token|apikey)$/.test(word);
}

/** Tokens that are known by their looks, wherever they stand. */
export const TOKENS: RegExp = new RegExp(
  [
    String.raw`\b(?:gh[pousr]|github_pat)_[A-Za-z0-9_]{10,}`,
    String.raw`\bglpat-[\w-]{10,}`,
    String.raw`\b[sr]k[-_][A-Za-z0-9_-]{12,}`,
    String.raw`\b(?:AKIA|ASIA)[0-9A-Z]{12,}`,
    String.raw`\bxox[a-z]-[\w-]{8,}`,
    String.raw`\bxapp-[\w-]{8,}`,
    String.raw`\bnpm_[A-Za-z0-9]{20,}`,
    String.raw`\bpypi-[\w-]{20,}`,
    String.raw`\bhf_[A-Za-z0-9]{20,}`,
    String.raw`\bdop_v1_[a-f0-9]{20,}`,
    String.raw`\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{16,}`,
    String.raw`\bwhsec_[\w-]{12,}`,
    String.raw`\bAIza[\w-]{30,}`,
    String.raw`\bya29\.[\w-]{10,}`,
    String.raw`\bSG\.[\w-]{10,}\.[\w-]{10,}`,
    String.raw`\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*`,
    String.raw`\bAGE-SECRET-KEY-[A-Z0-9]{10,}`,
    String.raw`-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(?:-----END [A-Z ]*PRIVATE KEY-----)?`,
  ].join('|'),
  'g',
);

/**
 * Whether a whole value is too random to be a word: what a generated key looks like. Digests, identifiers and
 * versions look the same, so that the name is asked too.
 */
export function isRandom(value: string, name = ''): boolean {
  if (!/^[A-Za-z0-9+/_=-]{20,}$/.test(value) || wordsOf(name).some((word) => PUBLIC_WORDS.has(word))) {
    return false;
  }
  const mixed = value
    .split(/[-_/]/)
    .some((part) => part.length >= 12 && /[0-9]/.test(part) && /[A-Za-z]/.test(part));
  const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
  return mixed && !uuid && bitsPerCharacter(value) >= 3.3;
}

/** Shannon entropy. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
