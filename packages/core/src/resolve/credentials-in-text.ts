import type { TextRange } from '../text/range.ts';
import { isRandomWord } from '../grammars/credential.ts';
import {
  ANY_TOKEN,
  isCredentialName,
  isCredentialValue,
  isNamedCredential,
  PASSWORDS,
  TOKENS,
} from './credentials.ts';

/** What stands for itself in front of a value: an authentication scheme (RFC 9110), whatever it is called. */
const SCHEME = String.raw`(?:(?:bearer|basic|token|digest|negotiate|apikey|api-key|aws4-hmac-sha256)\s{1,8})?`;
const AUTHORIZATION = new RegExp(
  String.raw`\bauthorization\\?["']?\s{0,8}[:=]\s{0,8}\\?["']?${SCHEME}([^\s"'\\]+)|\b(?:bearer|basic)\s{1,8}([\w.~+/=-]{6,})`,
  'dgi',
);

const ANY_SCHEME = /authorization|bearer|basic/i;

/** A header, as `curl` and its kin take it: `-H`, `--header=NAME:VALUE`. */
const HEADER =
  /(?:^|[\s"'])(?:-H|--header)[\s=]{0,8}(?:["']([A-Za-z][\w-]{0,64})\s{0,8}:\s{0,8}([^"'\n]+)|([A-Za-z][\w-]{0,64}):\s{0,8}([^\s"']+))/dg;

/** `-u name:password`, as `curl` has it; `1000:1000` is a user and a group. */
const USER_FLAG =
  /(?:^|\s)(?:-u|-U|--user|--proxy-user)(?:\s{0,8}|=)["']?[^\s:"']{1,200}:((?!\d+\b)[^\s"']+)/dg;

/** Programs that take a password behind a flag whose name does not say so (their manuals). */
const PROGRAMS: readonly (readonly [program: string, flag: string])[] = [
  [String.raw`(?:mysql|mariadb)[\w-]{0,20}`, String.raw`-p(?![\w-]*=)`],
  [
    String.raw`(?:docker|podman|nerdctl|buildah|skopeo|crane|helm\s+registry|oras)\s+login`,
    String.raw`-p[\s=]{0,8}`,
  ],
  [String.raw`redis-cli`, String.raw`-a\s{1,8}`],
  [String.raw`sshpass`, String.raw`-p\s{0,8}`],
  [String.raw`mongo(?:sh|dump|restore)?`, String.raw`-p\s{1,8}`],
  [String.raw`(?:smbclient|ldapsearch|ldapadd|ldapmodify)`, String.raw`-w\s{0,8}`],
  [String.raw`sqlcmd`, String.raw`-P\s{0,8}`],
];
const PROGRAM_FLAGS = PROGRAMS.map(
  ([program, flag]) =>
    new RegExp(String.raw`\b${program}\b[^|;&\n]{0,200}?\s${flag}["']?([^\s"'|;&]+)`, 'dg'),
);
/** Most texts call none of them. */
const ANY_PROGRAM = /mysql|mariadb|login|redis-cli|sshpass|mongo|smbclient|ldap|sqlcmd/;

/** `NAME=`, `"name": `, `"name":"`, `--name `: what a value may stand after. */
const NAME = /(?<!\w)([A-Za-z_][\w-]{0,64})(\\?["']?\s{0,8}(?:=|:(?=[\s"'\\]))\s{0,8}|\s+)/g;
/** Quoted, if need be up to the end: the closing quote may be what is missing. */
const VALUE = /\\"(?:[^"\\]|\\[^"])*(?:\\")?|"[^"]*"?|'[^']*'?|[^\s"'&;,`]+/y;

/** The places in any text that hold a credential, by its looks or by the name in front of it. */
export function credentialsInText(text: string): TextRange[] {
  // Most texts are words and paths, and need not wait for the expressions.
  const hasFlags = text.includes('-');
  const patterns = [
    ...(text.includes('://') || text.includes('=') ? PASSWORDS : []),
    ...(ANY_SCHEME.test(text) ? [AUTHORIZATION] : []),
    ...(hasFlags ? [USER_FLAG] : []),
    ...(hasFlags && ANY_PROGRAM.test(text) ? PROGRAM_FLAGS : []),
  ];
  return united([
    ...tokensIn(text),
    ...patterns.flatMap((pattern) => groupsOf(pattern, text)),
    ...(hasFlags && text.includes(':') ? inHeaders(text) : []),
    ...afterNames(text),
    ...randomWords(text),
  ]);
}

/** The first group of each match that has one. */
function groupsOf(pattern: RegExp, text: string): TextRange[] {
  if (text.search(pattern) < 0) return [];
  return Array.from(text.matchAll(pattern)).flatMap(({ indices }) => {
    const found = indices!.slice(1).find((place) => place !== undefined);
    return found ? [rangeOf(found)] : [];
  });
}

function inHeaders(text: string): TextRange[] {
  return Array.from(text.matchAll(HEADER)).flatMap((match) => {
    const [, quotedName, quoted, bareName, bare] = match;
    const name = quotedName ?? bareName ?? '';
    const value = quoted ?? bare ?? '';
    const place = match.indices![2] ?? match.indices![4];
    const counts = !/^authorization$/i.test(name) && isNamedCredential(name, value.trim());
    return counts && place ? [rangeOf(place)] : [];
  });
}

function afterNames(text: string): TextRange[] {
  const found: TextRange[] = [];
  let end = 0;
  for (const { index, 0: all, 1: name, 2: between } of text.matchAll(NAME)) {
    // without a sign between them, only a flag and its value belong together
    const belongs = between!.trim() !== '' || text[index - 1] === '-';
    if (index < end || !belongs || !isCredentialName(name!)) continue;
    VALUE.lastIndex = index + all.length;
    const [value = ''] = VALUE.exec(text) ?? [];
    if (!isNamedCredential(name!, value)) continue;
    const start = index + all.length;
    end = start + value.length;
    found.push({ start, end });
  }
  return found;
}

/** Words of a text that are too random for words, as a key is that somebody wrote without a name. */
const LONG_WORD = /(?<![\w+/=.~:@-])[A-Za-z0-9+/]{32,256}={0,2}(?![\w+/=.~:@-])/g;

function randomWords(text: string): TextRange[] {
  if (text.length < 32) return [];
  return Array.from(text.matchAll(LONG_WORD)).flatMap(({ index, 0: word }) =>
    isRandomWord(word) ? [{ start: index, end: index + word.length }] : [],
  );
}

/** The places in `KEY=VALUE` that hold a credential: all of the value, where its key says so or it is random. */
export function credentialsInEnvSpec(spec: string): TextRange[] {
  const equals = spec.indexOf('=');
  if (equals === -1) return credentialsInReference(spec);
  const start = equals + 1;
  const inValue = credentialsInEnvValue(spec.slice(0, equals), spec.slice(start));
  return united([
    // without a name, a token may have the `=` in it
    ...tokensIn(spec),
    ...inValue.map((range) => ({ start: range.start + start, end: range.end + start })),
  ]);
}

export function credentialsInEnvValue(key: string, value: string): TextRange[] {
  const isNumber = /^[\d.]+$/.test(value) && !/pass|pwd|pin/i.test(key);
  const isCredential =
    (isNamedCredential(key, value) && !(isNumber && /tokens?$/i.test(key))) || isCredentialValue(key, value);
  return isCredential ? [{ start: 0, end: value.length }] : credentialsInText(value);
}

/** The name or path of a secret is none; but somebody may have put the secret itself there, or an address with it. */
export function credentialsInReference(text: string): TextRange[] {
  return united([...tokensIn(text), ...PASSWORDS.flatMap((pattern) => groupsOf(pattern, text))]);
}

/** Tokens that are known by their looks alone. */
export function tokensIn(text: string): TextRange[] {
  const found: TextRange[] = [];
  for (const { index, 0: word } of hasSpacedToken(text) ? [{ index: 0, 0: text }] : text.matchAll(WORD)) {
    if (!ANY_TOKEN.test(word)) continue;
    for (const pattern of TOKENS)
      for (const { index: at, 0: token } of word.matchAll(pattern))
        found.push({ start: index + at, end: index + at + token.length });
  }
  return found;
}

/** Only these have a blank in them. */
const SPACED_TOKEN = /FlyV1|-----BEGIN/;

/** Whether a token may be in a text that has blanks, or even line breaks in it. */
export function hasSpacedToken(text: string): boolean {
  return SPACED_TOKEN.test(text);
}

/** What a token may be in; none, and no half of one, is shorter, and most words are. */
const WORD = /\S{8,}/g;

/**
 * The places in the words of one command, word by word: a word after `--password` is one as a whole, and what a
 * program takes behind a flag is told by the program.
 */
export function credentialsInWords(words: readonly string[]): TextRange[][] {
  const found = words.map((word, index) => {
    const flag = words[index - 1] ?? '';
    const isValue = /^--?[A-Za-z][\w-]*$/.test(flag) && isNamedCredential(flag, word);
    return isValue ? [{ start: 0, end: word.length }] : credentialsInText(word);
  });
  let index = 0;
  let start = 0;
  for (const range of credentialsInText(words.join(' '))) {
    while (index < words.length && start + words[index]!.length < range.start)
      start += words[index++]!.length + 1;
    let from = start;
    for (let at = index; at < words.length && from < range.end; at++) {
      const end = from + words[at]!.length;
      const part = { start: Math.max(range.start, from) - from, end: Math.min(range.end, end) - from };
      if (part.start < part.end) found[at]!.push(part);
      from = end + 1;
    }
  }
  return found.map(united);
}

function rangeOf([start, end]: readonly [number, number]): TextRange {
  return { start, end };
}

/** In order, and none within or across another. */
export function united(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last && range.start < last.end) {
      result.splice(-1, 1, { start: last.start, end: Math.max(last.end, range.end) });
    } else {
      result.push(range);
    }
  }
  return result;
}
