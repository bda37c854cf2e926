import { quoteWord } from '../text/shell.ts';
import { callProblem, type CallProblem } from './problems.ts';
import type { Word } from './call.ts';

/** A text taken apart into words. */
export interface SplitWords {
  /** What could be read; a quote that is never closed goes up to the end. */
  readonly words: readonly Word[];
  /** Why a shell would not take the text. */
  readonly problem?: CallProblem;
}

/** What separates words. A line break does too: the text stands for one command line. */
const BLANK = /[ \t\r\n]/;

/** The only characters that a backslash takes its meaning from between double quotes (POSIX 2.2.3). */
const ESCAPED_IN_DOUBLE_QUOTES = '$`"\\\n';

/**
 * Splits a text into words as a POSIX shell does: single and double quotes, backslashes, and pieces that touch are
 * one word. Nothing is expanded and nothing is special: `$X`, `~`, `*`, `#`, `|` and `;` stay as they are.
 *
 * @returns words with their places in `text`, quotes included.
 * @example
 * ```ts
 * splitWords('--env "A=1 2"').words.map(({ value }) => value); // ['--env', 'A=1 2']
 * ```
 */
export function splitWords(text: string): SplitWords {
  const splitter = new Splitter(text);
  return splitter.read();
}

class Splitter {
  readonly #text: string;
  readonly #words: Word[] = [];
  #problem: CallProblem | undefined;
  #pos = 0;
  #value = '';
  #offsets: number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(): SplitWords {
    while (this.#pos < this.#text.length) {
      if (BLANK.test(this.#text[this.#pos]!)) this.#pos++;
      else this.#word();
    }
    return { words: this.#words, ...(this.#problem && { problem: this.#problem }) };
  }

  #word(): void {
    const start = this.#pos;
    this.#value = '';
    this.#offsets = [];
    let lines = true;
    while (this.#pos < this.#text.length && !BLANK.test(this.#text[this.#pos]!)) {
      const character = this.#text[this.#pos]!;
      if (character === '\\' && this.#text[this.#pos + 1] === '\n') {
        this.#pos += 2;
        continue;
      }
      lines = false;
      if (character === "'") this.#singleQuoted();
      else if (character === '"') this.#doubleQuoted();
      else if (character === '\\') this.#escaped();
      else this.#take(1);
    }
    // nothing but continued lines is no word
    if (lines) return;
    this.#words.push({ value: this.#value, range: { start, end: this.#pos }, offsets: this.#offsets });
  }

  #take(length: number): void {
    for (let taken = 0; taken < length; taken++) {
      this.#offsets.push(this.#pos);
      this.#value += this.#text[this.#pos]!;
      this.#pos++;
    }
  }

  #singleQuoted(): void {
    const start = this.#pos++;
    const close = this.#text.indexOf("'", this.#pos);
    this.#take((close === -1 ? this.#text.length : close) - this.#pos);
    if (close === -1) this.#unterminated(start);
    else this.#pos++;
  }

  #doubleQuoted(): void {
    const start = this.#pos++;
    while (this.#pos < this.#text.length && this.#text[this.#pos] !== '"') {
      const next = this.#text[this.#pos + 1];
      if (this.#text[this.#pos] !== '\\' || next === undefined || !ESCAPED_IN_DOUBLE_QUOTES.includes(next)) {
        this.#take(1);
      } else if (next === '\n') {
        this.#pos += 2;
      } else {
        this.#pos++;
        this.#take(1);
      }
    }
    if (this.#pos < this.#text.length) this.#pos++;
    else this.#unterminated(start);
  }

  #escaped(): void {
    const start = this.#pos++;
    if (this.#pos < this.#text.length) {
      this.#take(1);
      return;
    }
    this.#problem ??= callProblem('trailing-backslash', {
      message: 'The flags end with a backslash, which has nothing to escape',
      range: { start, end: this.#pos },
    });
  }

  #unterminated(start: number): void {
    const quote = this.#text[start]!;
    this.#problem ??= callProblem('unterminated-quote', {
      message: `The quote \`${quote}\` is never closed`,
      range: { start, end: this.#text.length },
    });
  }
}

/** Words as one command line. */
export function joinWords(values: readonly string[]): string {
  return values.map(quoteWord).join(' ');
}

/** Arguments that came as such, written as one text so that every one has a place; `splitWords` reads it back. */
export function wordsFromArgv(argv: readonly string[]): { text: string; words: readonly Word[] } {
  const text = joinWords(argv);
  return { text, words: splitWords(text).words };
}

/** Where the character of a word's value stands in the text; its end for the offset one past the last. */
export function placeInWord({ value, range, offsets }: Word, offset: number): number {
  if (offset >= value.length) return range.end;
  return offsets?.[offset] ?? range.start + offset;
}
