import { grammarOf } from '../grammars/index.ts';
import type { Call } from '../call/index.ts';
import { placeInWord } from '../call/words.ts';
import type { TextRange } from '../text/range.ts';
import {
  credentialsInEnvSpec,
  credentialsInEnvValue,
  credentialsInReference,
  credentialsInText,
  credentialsInWords,
} from './credentials-in-text.ts';

/** What stands for a masked value. */
export const MASK = '********';

/**
 * How texts are shown: with what looks like a credential masked, or as they are. Values of the host's environment
 * and files never get here in the first place (design 2.8).
 */
export interface Redaction {
  /** Any text: commands, messages, URLs. */
  readonly text: (text: string) => string;
  /** `KEY=VALUE`. */
  readonly envSpec: (spec: string) => string;
  readonly envValue: (key: string, value: string) => string;
  /** The words of one command: a word after `--password` is masked whole. */
  readonly words: (words: readonly string[]) => string[];
  /** Where a secret comes from: only what is a credential by its looks, put there by mistake. */
  readonly reference: (text: string) => string;
}

const SHOW_ALL: Redaction = {
  text: (text) => text,
  envSpec: (spec) => spec,
  envValue: (_key, value) => value,
  words: (words) => [...words],
  reference: (text) => text,
};

const REDACTED: Redaction = {
  text: (text) => masked(text, credentialsInText(text)),
  envSpec: (spec) => masked(spec, credentialsInEnvSpec(spec)),
  envValue: (key, value) => masked(value, credentialsInEnvValue(key, value)),
  words: (words) => {
    const found = credentialsInWords(words);
    return words.map((word, index) => masked(word, found[index]!));
  },
  reference: (text) => masked(text, credentialsInReference(text)),
};

/** How texts of a resolution are shown. */
export function redactionFor(resolution: { readonly masked: boolean }): Redaction {
  return resolution.masked ? REDACTED : SHOW_ALL;
}

function masked(text: string, ranges: readonly TextRange[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of ranges) {
    result += text.slice(from, start) + MASK;
    from = end;
  }
  return result + text.slice(from);
}

/**
 * The flags of a call with every character of a credential as `*`: as long as they are, so that the ranges of
 * findings and origins hold in it.
 */
export function maskedCallText(call: Call): string {
  const units = call.text.split('');
  const trailing = credentialsInWords(call.trailing.map(({ value }) => value));
  const indices = new Map(call.trailing.map((word, index) => [word, index]));
  const values = call.uses.filter(({ valueRange }) => valueRange !== undefined);
  let next = 0;
  for (const word of call.words) {
    const at = indices.get(word) ?? -1;
    // words and flags are both in the order of the text
    while (next < values.length && values[next]!.valueRange!.end <= word.range.start) next++;
    const first = values[next];
    const use = first && covers(word.range, first.valueRange!) ? first : undefined;
    const skipped = use?.value === undefined ? 0 : word.value.length - use.value.length;
    const inside = word.value.slice(skipped);
    const ranges = at === -1 ? inValue(use?.flag.grammar, inside) : trailing[at]!;
    for (const range of ranges) {
      for (let index = range.start; index < range.end; index++) {
        const place = placeInWord(word, index + (at === -1 ? skipped : 0));
        if (units[place] !== undefined) units[place] = '*';
      }
    }
  }
  return units.join('');
}

/** What no flag was found for may be anything. */
function inValue(grammar: string | undefined, value: string): TextRange[] {
  const { secret } = grammarOf({ grammar });
  if (secret === 'reference') return credentialsInReference(value);
  return secret === 'env' ? credentialsInEnvSpec(value) : credentialsInText(value);
}

function covers(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
