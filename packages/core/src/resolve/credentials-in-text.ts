import type { TextRange } from '../text/range.ts';
import { VARIABLE } from '../grammars/credential-shapes.ts';
import { ANY_TOKEN, isCredentialName, isCredentialValue, PASSWORDS, TOKENS } from './credentials.ts';

const AUTHORIZATION = /\b(?:bearer|basic)\s+([\w.~+/=-]{6,})/dgi;

/** `-u name:password`, as `curl` has it; `1000:1000` is a user and a group. */
const USER_FLAG = /\s-u\s*[^\s:"']+:((?!\d+\b)[^\s"']+)/dg;

/** `NAME=`, `"name": `, `--name `: what a value may stand after. */
const NAME = /(?<!\w)([A-Za-z_][\w-]{0,64})(["']?\s{0,8}(?:=|:\s)\s{0,8}|\s+)/g;
/** Quoted, if need be up to the end: the closing quote may be what is missing. */
const VALUE = /"[^"]*"?|'[^']*'?|[^\s"'&;,`]+/y;

/** The places in any text that hold a credential, by its looks or by the name in front of it. */
export function credentialsInText(text: string): TextRange[] {
  const patterns = [...PASSWORDS, AUTHORIZATION, USER_FLAG].filter((pattern) => text.search(pattern) >= 0);
  const parts = patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ indices }) => rangeOf(indices![1]!)),
  );
  return united([...tokensIn(text), ...parts, ...afterNames(text)]);
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
    if (!isWorthMasking(value)) continue;
    const start = index + all.length;
    end = start + value.length;
    found.push({ start, end });
  }
  return found;
}

/** The places in `KEY=VALUE` that hold a credential: all of the value, where its key says so or it is random. */
export function credentialsInEnvSpec(spec: string): TextRange[] {
  const equals = spec.indexOf('=');
  if (equals === -1) return credentialsInReference(spec);
  const start = equals + 1;
  return credentialsInEnvValue(spec.slice(0, equals), spec.slice(start)).map((range) => ({
    start: range.start + start,
    end: range.end + start,
  }));
}

export function credentialsInEnvValue(key: string, value: string): TextRange[] {
  const isCredential = (isCredentialName(key) && isWorthMasking(value)) || isCredentialValue(key, value);
  return isCredential ? [{ start: 0, end: value.length }] : credentialsInText(value);
}

/** The name or path of a secret is none; but somebody may have put the secret itself there. */
export function credentialsInReference(text: string): TextRange[] {
  return united(tokensIn(text));
}

function tokensIn(text: string): TextRange[] {
  if (!ANY_TOKEN.test(text)) return [];
  return TOKENS.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ start: index, end: index + length })),
  );
}

/** The places in the words of one command, word by word: a word after `--password` is one as a whole. */
export function credentialsInWords(words: readonly string[]): TextRange[][] {
  return words.map((word, index) => {
    const flag = words[index - 1] ?? '';
    const isValue = /^--?[A-Za-z][\w-]*$/.test(flag) && isCredentialName(flag) && isWorthMasking(word);
    return isValue ? [{ start: 0, end: word.length }] : credentialsInText(word);
  });
}

/**
 * Not a switch, not a word that a credential comes after, not the start of a list or table, and not a reference to
 * something that is set elsewhere.
 */
function isWorthMasking(value: string): boolean {
  const bare = value.replaceAll(/^["']|["']$/g, '');
  return (
    /[^[\]{}(),]/.test(bare) &&
    !/^(?:true|false|yes|no|on|off|0|1|null|none|bearer|basic)$/i.test(bare) &&
    !VARIABLE.test(bare)
  );
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
