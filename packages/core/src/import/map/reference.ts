import { quoteWord } from '../../text/shell.ts';

/** Around the name of a variable of the host, in a word of a command: private characters, which no source has. */
const OPEN = '\uF8F0';
const CLOSE = '\uF8F1';
const REFERENCE = /\uF8F0(\w+)\uF8F1/g;

/** What stands in a word for the value of a variable that must not be copied. */
export function referenceTo(name: string): string {
  return OPEN + name + CLOSE;
}

/** The variables that words refer to. */
export function referencesIn(words: readonly string[]): string[] {
  return [...new Set(words.flatMap((word) => Array.from(word.matchAll(REFERENCE), ([, name = '']) => name)))];
}

/** Words as a line for a shell, which puts the values in. */
export function shellLineWith(words: readonly string[]): string {
  return words
    .map((word) =>
      word
        .split(REFERENCE)
        .map((part, index) =>
          index % 2 === 1 ? `"$${part}"` : part === '' && word !== '' ? '' : quoteWord(part),
        )
        .join(''),
    )
    .join(' ');
}

/** A word for people: the variable's name where its value would stand. */
export function withoutReferences(word: string): string {
  return word.replaceAll(REFERENCE, (_, name: string) => `$${name}`);
}
