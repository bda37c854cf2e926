import { isCredentialName, isRandom, MASK, maskTokens } from './credentials.ts';

export { MASK };

/**
 * How texts are shown: with what looks like a credential masked, or as they are. Values of the host's environment
 * and files never get here in the first place (design 2.8).
 */
export interface Redaction {
  /** Any text: commands, messages, URLs. */
  text(text: string): string;
  /** `KEY=VALUE`. */
  envSpec(spec: string): string;
  envValue(key: string, value: string): string;
  /** The words of one command: a word after `--password` is masked whole. */
  words(words: readonly string[]): string[];
  /** Where a secret comes from: only what is a credential by its looks, put there by mistake. */
  reference(text: string): string;
}

export const SHOW_ALL: Redaction = {
  text: (text) => text,
  envSpec: (spec) => spec,
  envValue: (_key, value) => value,
  words: (words) => [...words],
  reference: (text) => text,
};

export const REDACTED: Redaction = {
  text: maskText,
  envSpec: maskEnvSpec,
  envValue: maskEnvValue,
  words: maskWords,
  reference: maskTokens,
};

/** How texts of a resolution are shown. */
export function redactionFor({ masked }: { readonly masked: boolean }): Redaction {
  return masked ? REDACTED : SHOW_ALL;
}

/** `user:password@` in a URL; the password may hold an `@` of its own. */
const USERINFO = /(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@"']*):([^\s/"']+)@(?=[^\s@/"'])/gi;

/** `NAME=VALUE`, `--name VALUE`, `"name": "value"`; the value may be quoted. */
const ASSIGNMENT = /(?<!\w)([A-Za-z_][\w-]{0,64})(["']?\s*(?:=|:\s)\s*|\s+)("[^"]*"|'[^']*'|[^\s"'&;,`]+)/g;

const AUTHORIZATION = /\b(bearer|basic)(\s+)[\w.~+/=-]{6,}/gi;

/** `-u name:password`, as `curl` has it; `1000:1000` is a user and a group. */
const USER_FLAG = /(\s-u\s*)([^\s:"']+):(?!\d+\b)[^\s"']+/g;

function maskText(text: string): string {
  return maskTokens(text)
    .replaceAll(USERINFO, `$1:${MASK}@`)
    .replaceAll(AUTHORIZATION, `$1$2${MASK}`)
    .replaceAll(USER_FLAG, `$1$2:${MASK}`)
    .replaceAll(ASSIGNMENT, (all: string, name: string, between: string, value: string, at: number) => {
      // without a sign between them, only a flag and its value belong together
      if (between.trim() === '' && text[at - 1] !== '-') return all;
      return isCredentialName(name) && isWorthMasking(value) ? `${name}${between}${MASK}` : all;
    });
}

/** Not a switch, and not a reference to something that is set elsewhere. */
function isWorthMasking(value: string): boolean {
  const bare = value.replaceAll(/^["']|["']$/g, '');
  return bare !== '' && !/^(?:true|false|yes|no|on|off|0|1|null|none)$/i.test(bare) && !bare.startsWith('$');
}

function maskEnvSpec(spec: string): string {
  const equals = spec.indexOf('=');
  if (equals === -1) return maskTokens(spec);
  const key = spec.slice(0, equals);
  return `${key}=${maskEnvValue(key, spec.slice(equals + 1))}`;
}

function maskEnvValue(key: string, value: string): string {
  if (isCredentialName(key) && isWorthMasking(value)) return MASK;
  return isRandom(value, key) ? MASK : maskText(value);
}

function maskWords(words: readonly string[]): string[] {
  return words.map((word, index) => {
    const flag = words[index - 1] ?? '';
    if (/^--?[A-Za-z][\w-]*$/.test(flag) && isCredentialName(flag) && isWorthMasking(word)) return MASK;
    return maskText(word);
  });
}
