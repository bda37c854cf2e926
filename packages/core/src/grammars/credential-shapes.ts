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

/** What tokens of one kind look like. */
export interface TokenShape {
  /** Source of an expression. Every `{20,}` is the least that a real token has; none takes the square of its text. */
  readonly pattern: string;
  /** Where that is written: a rule of gitleaks (config/gitleaks.toml), or an issuer's own page. */
  readonly source: string;
}

/**
 * Shapes that issuers gave their tokens so that they can be found; each starts with what no other text starts with.
 */
export const TOKEN_SHAPES: readonly TokenShape[] = [
  {
    source: 'gitleaks github-pat, github-oauth, github-app-token, github-refresh-token',
    pattern: String.raw`\bgh[pousr]_[A-Za-z0-9]{20,}`,
  },
  { source: 'gitleaks github-fine-grained-pat', pattern: String.raw`\bgithub_pat_\w{20,}` },
  {
    source: 'gitleaks gitlab-pat and the other gitlab-*',
    pattern: String.raw`\bgl(?:pat|dt|rt|cbt|ptt|soat|agent|ft|imt|ffct)-[\w-]{16,}`,
  },
  { source: 'gitleaks openai-api-key, anthropic-api-key', pattern: String.raw`\bsk-[\w-]{20,}` },
  {
    source: 'gitleaks stripe-access-token',
    pattern: String.raw`\b[sr]k_(?:live|test|prod)_[A-Za-z0-9]{10,}`,
  },
  { source: 'gitleaks aws-access-token', pattern: String.raw`\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16,}` },
  { source: 'gitleaks slack-bot-token and the other slack-*', pattern: String.raw`\bxox[a-z]-[\w-]{10,}` },
  { source: 'gitleaks slack-app-token', pattern: String.raw`\bxapp-[\w-]{10,}` },
  { source: 'gitleaks npm-access-token', pattern: String.raw`\bnpm_[A-Za-z0-9]{30,}` },
  { source: 'gitleaks pypi-upload-token', pattern: String.raw`\bpypi-[\w-]{30,}` },
  { source: 'gitleaks rubygems-api-token', pattern: String.raw`\brubygems_[a-f0-9]{40,}` },
  { source: 'gitleaks clojars-api-token', pattern: String.raw`\bCLOJARS_[a-z0-9]{50,}` },
  { source: 'gitleaks huggingface-access-token', pattern: String.raw`\bhf_[A-Za-z0-9]{20,}` },
  { source: 'https://console.groq.com/docs/quickstart', pattern: String.raw`\bgsk_[A-Za-z0-9]{20,}` },
  {
    source: 'gitleaks digitalocean-pat, digitalocean-access-token, digitalocean-refresh-token',
    pattern: String.raw`\bdo[opr]_v1_[a-f0-9]{30,}`,
  },
  {
    source: 'https://docs.docker.com/security/access-tokens/',
    pattern: String.raw`\bdckr_[po]at_[\w-]{16,}`,
  },
  {
    source: 'gitleaks shopify-access-token and the other shopify-*',
    pattern: String.raw`\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{16,}`,
  },
  { source: 'https://docs.stripe.com/webhooks', pattern: String.raw`\bwhsec_[\w+/=-]{16,}` },
  {
    source: 'gitleaks grafana-service-account-token, grafana-cloud-api-token',
    pattern: String.raw`\bgl(?:sa|c)_\w{20,}`,
  },
  { source: 'gitleaks vault-service-token, vault-batch-token', pattern: String.raw`\bhv[sb]\.[\w-]{20,}` },
  {
    source: 'gitleaks vault-service-token (before Vault 1.10)',
    pattern: String.raw`\b(?<![./-])s\.(?=[A-Za-z]*\d)[A-Za-z0-9]{24}\b`,
  },
  { source: 'https://tailscale.com/kb/1277/key-prefixes', pattern: String.raw`\btskey-[\w-]{10,}` },
  { source: 'gitleaks linear-api-key', pattern: String.raw`\blin_api_\w{20,}` },
  { source: 'gitleaks gcp-api-key', pattern: String.raw`\bAIza[\w-]{35,}` },
  {
    source: 'https://developers.google.com/identity/protocols/oauth2',
    pattern: String.raw`\bya29\.[\w-]{20,}`,
  },
  {
    source: 'https://developers.google.com/identity/protocols/oauth2 (client secret)',
    pattern: String.raw`\bGOCSPX-[\w-]{20,}`,
  },
  { source: 'gitleaks sendgrid-api-token', pattern: String.raw`\bSG\.[\w-]{16,}\.[\w-]{16,}` },
  { source: 'gitleaks sendinblue-api-token', pattern: String.raw`\bxkeysib-[a-f0-9]{40,}` },
  { source: 'RFC 7519', pattern: String.raw`\b(?<![\w-]-)eyJ[\w-]{8,}\.[\w-]{6,}\.[\w-]*` },
  { source: 'gitleaks age-secret-key', pattern: String.raw`\bAGE-SECRET-KEY-[A-Z0-9]{20,}` },
  {
    source: 'gitleaks slack-webhook-url',
    pattern: String.raw`\bhooks\.slack\.com/(?:services|workflows|triggers)/\w+/\w+/[\w/]+`,
  },
  {
    source: 'https://discord.com/developers/docs/resources/webhook',
    pattern: String.raw`\bdiscord(?:app)?\.com/api/webhooks/\d+/[\w-]+`,
  },
  {
    source: 'https://discord.com/developers/docs/reference',
    pattern: String.raw`\b(?<!-)[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}`,
  },
  { source: 'gitleaks telegram-bot-api-token', pattern: String.raw`\b\d{8,10}:AA[\w-]{30,}` },
  { source: 'gitleaks azure-ad-client-secret', pattern: String.raw`(?<![\w~.-])[\w~.]{3}\dQ~[\w~.-]{31,}` },
  {
    source: 'https://learn.microsoft.com/azure/storage/common/storage-sas-overview',
    pattern: String.raw`(?<=[?&;]sig=)[\w%+/=-]{20,}`,
  },
  { source: 'gitleaks flyio-access-token', pattern: String.raw`\bFlyV1\s{1,8}\S{20,}` },
  {
    source: 'gitleaks flyio-access-token (macaroons and old tokens)',
    pattern: String.raw`\b(?:fm[12][ar]?|fo1)_[\w+/=,-]{20,}`,
  },
  {
    source: 'gitleaks doppler-api-token',
    pattern: String.raw`\bdp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{20,}`,
  },
  {
    source: 'gitleaks hashicorp-tf-api-token',
    pattern: String.raw`\b(?<!-)[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{20,}`,
  },
  {
    source: 'https://airtable.com/developers/web/api/authentication',
    pattern: String.raw`\bpat[A-Za-z0-9]{14}\.[a-f0-9]{40,}`,
  },
  {
    source: 'https://infisical.com/docs/documentation/platform/token',
    pattern: String.raw`\bst\.[a-f0-9-]{20,}\.[a-f0-9]{20,}\.[a-f0-9]{20,}`,
  },
  {
    source: 'gitleaks dynatrace-api-token',
    pattern: String.raw`\bdt0[a-z]\d\d\.[A-Z0-9]{20,}\.[A-Z0-9]{40,}`,
  },
  { source: 'gitleaks databricks-api-token', pattern: String.raw`\bdapi[a-f0-9]{32,}` },
  { source: 'gitleaks pulumi-api-token', pattern: String.raw`\bpul-[a-f0-9]{30,}` },
  {
    source: 'gitleaks new-relic-user-api-key, new-relic-browser-api-token, new-relic-insert-key',
    pattern: String.raw`\bNR(?:AK|JS|II|RA)-[\w-]{19,}`,
  },
  { source: 'gitleaks postman-api-token', pattern: String.raw`\bPMAK-[a-fA-F0-9]{20,}-[a-fA-F0-9]{20,}` },
  { source: 'gitleaks atlassian-api-token', pattern: String.raw`\bATATT3[\w=-]{50,}` },
  { source: 'gitleaks artifactory-api-key', pattern: String.raw`\bAKCp[A-Za-z0-9]{50,}` },
  { source: 'gitleaks alibaba-access-key-id', pattern: String.raw`\bLTAI[A-Za-z0-9]{16,}` },
  { source: 'gitleaks 1password-service-account-token', pattern: String.raw`\bops_eyJ[\w+/=-]{50,}` },
  {
    source: 'gitleaks planetscale-password, planetscale-api-token, planetscale-oauth-token',
    pattern: String.raw`\bpscale_(?:pw|tkn|oauth)_[\w=.-]{30,}`,
  },
  { source: 'gitleaks sentry-user-token, sentry-org-token', pattern: String.raw`\bsntry[su]_[\w+/=.-]{40,}` },
  { source: 'gitleaks openshift-user-token', pattern: String.raw`\bsha256~[\w-]{43,}` },
  {
    source: 'gitleaks private-key; RFC 7468, RFC 9580 (PGP)',
    pattern: String.raw`-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----END)[^"'])*(?:-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----)?`,
  },
];

/**
 * The shapes of tokens, as sources of expressions.
 *
 * @param share how much of its least length a token must have: 1 for whole ones, less for what somebody cut short.
 */
export function tokenShapes(share: number): string[] {
  return TOKEN_SHAPES.map(({ pattern }) =>
    pattern.replaceAll(/\{(\d+),\}/g, (_, least: string) => `{${Math.ceil(Number(least) * share)},}`),
  );
}

/** The same as one expression, in which what begins a word is looked for at the beginnings of words alone. */
export function anyToken(share: number): RegExp {
  const boundary = String.raw`\b`;
  const shapes = tokenShapes(share);
  const words = shapes.filter((shape) => shape.startsWith(boundary));
  const others = shapes.filter((shape) => !shape.startsWith(boundary));
  const begin = words.map((shape) => shape.slice(boundary.length)).join('|');
  return new RegExp([`${boundary}(?:${begin})`, ...others].join('|'));
}

/**
 * `user:password@` in a URL, the password in the first group; it may hold `@` and `/` of its own, as long as what comes
 * after looks like a host.
 */
export const URL_PASSWORD: string = String.raw`\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@<>]{0,200}:((?!\d{1,5}(?:[/?#"',]|$))[^\s<>]{1,500})@(?=[^\s@/])(?![^\s/]{0,500}@)`;

/** `TOKEN@` in a web address: but for `git`, nobody has a name there without a password. */
export const URL_USER: string = String.raw`\bhttps?:\/\/((?!git@)[^\s/:@<>]{1,200})@`;

/** `Password=…;` of a connection string, or `?password=…` of a URL, the password in the first group. */
export const DSN_PASSWORD: string = String.raw`(?<=^|[;?&\s"'])(?:password|pwd)\s?=\s?([^;\s]+)`;

/**
 * The shell's or a template's own, and nothing else: what stands there is set elsewhere. `$ecret99` is no name that
 * anybody gives a variable, and `${x}real` and `${X:-real}` have more to them.
 */
export const VARIABLE: RegExp = /^\$(?:[A-Z_][A-Z0-9_]*|[a-z_]+|\{\{?\s*[\w.]+\s*\}?\}|\([^]*\))$/;

/** Shannon entropy. */
export function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
