// What credentials look like, for the two that ask: the finding, which must be precise, and the masking, which must be
// generous. They differ in how much they demand, never in what they know, so that what is found is masked as well.

/** Words of a name that say by themselves that its value is a credential. */
export const CREDENTIAL_WORDS: readonly string[] =
  'password passwd passphrase pass pwd token secret secrets credential credentials apikey jwt pat'.split(' ');

/** Words in a name whose value is long and random, and public. */
const PUBLIC_WORDS = new Set(
  'sha sha1 sha256 sha512 commit revision rev hash digest checksum integrity fingerprint version build id uuid guid public pub'.split(
    ' ',
  ),
);

/** Beyond this no name is worth splitting. */
const MAX_NAME = 256;

/** `dbPassword`, `DB_PASSWORD`, `--db-password`: `db`, `password`. */
export function wordsOf(name: string): string[] {
  return name
    .slice(0, MAX_NAME)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Whether a name is one of digests, identifiers and versions, which look as random as keys do. */
export function isPublicName(words: readonly string[]): boolean {
  return words.some((word) => PUBLIC_WORDS.has(word));
}

/**
 * Shapes that issuers gave their tokens so that they can be found; each starts with what no other text starts with.
 * Every `{20,}` is the least that a real token has.
 */
const TOKEN_SHAPES: readonly string[] = [
  String.raw`\bgh[pousr]_[A-Za-z0-9]{20,}`,
  String.raw`\bgithub_pat_\w{20,}`,
  String.raw`\bgl(?:pat|dt|rt|cbt|ptt|soat)-[\w-]{16,}`,
  String.raw`\bsk-[\w-]{20,}`,
  String.raw`\b[sr]k_(?:live|test)_[A-Za-z0-9]{10,}`,
  String.raw`\b(?:AKIA|ASIA)[0-9A-Z]{16,}`,
  String.raw`\bxox[a-z]-[\w-]{10,}`,
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
  String.raw`\bAIza[\w-]{35,}`,
  String.raw`\bya29\.[\w-]{20,}`,
  String.raw`\bSG\.[\w-]{16,}\.[\w-]{16,}`,
  String.raw`\beyJ[\w-]{8,}\.[\w-]{6,}\.[\w-]*`,
  String.raw`\bAGE-SECRET-KEY-[A-Z0-9]{20,}`,
  String.raw`\bhooks\.slack\.com/(?:services|workflows|triggers)/\w+/\w+/[\w/]+`,
  String.raw`\bdiscord(?:app)?\.com/api/webhooks/\d+/[\w-]+`,
  String.raw`-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:(?!-----END)[^"'])*(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?`,
];

/**
 * The shapes of tokens, as sources of expressions.
 *
 * @param share how much of its least length a token must have: 1 for whole ones, less for what somebody cut short.
 */
export function tokenShapes(share: number): string[] {
  return TOKEN_SHAPES.map((shape) =>
    shape.replaceAll(/\{(\d+),\}/g, (_, least: string) => `{${Math.ceil(Number(least) * share)},}`),
  );
}

/** `user:password@` in a URL, the password in the first group; it may hold an `@` of its own. */
export const URL_PASSWORD: string = String.raw`\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]*:([^\s/]+)@(?=[^\s@/])`;

/** `Password=…;` of a connection string, the password in the first group. */
export const DSN_PASSWORD: string = String.raw`(?<=^|[;\s"'])(?:password|pwd)\s?=\s?([^;\s]+)`;

/** The shell's or a template's own: what stands there is set elsewhere. */
export const VARIABLE: RegExp = /^\$[\w{(]/;

/** Shannon entropy. */
export function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
