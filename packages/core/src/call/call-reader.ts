import { COMMANDS, type Command, type FlagSchema } from '../schema/index.ts';
import type { TextRange } from '../text/range.ts';
import type { Call, FlagUse, Word } from './call.ts';
import { checkTogether } from './flags-together.ts';
import { flagTable, takesValue, titleOf, usageOf, type FlagTable } from './flag-table.ts';
import { checkFlagValue } from './flag-value.ts';
import { callProblem, type CallProblem } from './problems.ts';
import { explainUnknown } from './unknown-flag.ts';
import { placeInWord } from './words.ts';
import type { Release } from '../release/index.ts';

/** What is on the command line beside the flags that are looked at. */
export interface CallOptions {
  /** Long names of flags that stand before them: to give one of these again is refused (`smolfile`). */
  readonly given?: readonly string[];
  /** Long names of required flags that may be left out, because the caller does not care (`output`). */
  readonly assumed?: readonly string[];
}

/** An option that waits for its value, or for being taken with it: smolvm looks at a value only then. */
interface Pending {
  readonly flag: FlagSchema;
  readonly start: number;
  readonly end: number;
  readonly value?: { readonly text: string; readonly range: TextRange };
}

/** One reading of the words of a call; see `parseCall`. */
export class CallReader {
  readonly #table: FlagTable;
  readonly #uses: FlagUse[] = [];
  readonly #trailingWords: Word[] = [];
  readonly #problems: CallProblem[] = [];
  /** Where each flag first stands; flags outside the text have no place. */
  readonly #seen = new Map<string, TextRange | undefined>();
  #pending: Pending | undefined;
  #trailing = false;
  #index = 0;

  constructor(
    readonly command: Command,
    readonly release: Release,
    readonly words: readonly Word[],
    readonly text: string,
    readonly options: CallOptions,
  ) {
    this.#table = flagTable(command, release);
    for (const long of options.given ?? []) this.#seen.set(long, undefined);
  }

  read(): Call {
    while (this.#index < this.words.length) this.#word(this.words[this.#index++]!);
    this.#resolvePending();
    const { command, release, text, words, options } = this;
    const together = checkTogether({
      command,
      release,
      text,
      seen: this.#seen,
      assumed: options.assumed ?? [],
    });
    const problems = [...this.#problems, ...together];
    return { command, release, text, words, uses: this.#uses, trailing: this.#trailingWords, problems };
  }

  #word(word: Word): void {
    const { value, range } = word;
    if (this.#trailing) this.#positional(word);
    else if (value === '--') this.#trailing = true;
    else if (value.startsWith('--')) this.#long(word);
    else if (value.startsWith('-') && value.length > 1) this.#short(word);
    else if (this.#pending && !this.#pending.value)
      this.#pending = { ...this.#pending, end: range.end, value: { text: value, range } };
    else this.#positional(word);
  }

  #long(word: Word): void {
    const equals = word.value.indexOf('=');
    const spelling = equals === -1 ? word.value : word.value.slice(0, equals);
    const range = { start: word.range.start, end: placeInWord(word, spelling.length) };
    const flag = this.#table.long.get(spelling.slice(2));
    if (spelling === '--help') this.#help(spelling, range);
    else if (!flag) this.#unknown(spelling, range, word, equals !== -1);
    else if (takesValue(flag)) this.#option(flag, word, equals === -1 ? undefined : equals + 1);
    else if (equals === -1) this.#react({ flag, ...word.range });
    else this.#needless(flag, { start: placeInWord(word, equals), end: word.range.end });
  }

  /** One or more short flags in one word; the first that takes a value takes the rest of the word as it. */
  #short(word: Word): void {
    let at = 1;
    for (const letter of word.value.slice(1)) {
      const start = at === 1 ? word.range.start : placeInWord(word, at);
      const flag = this.#table.short.get(letter);
      at += letter.length;
      const range = { start, end: placeInWord(word, at) };
      if (letter === 'h') return this.#help('-h', range);
      if (!flag) return this.#unknown(`-${letter}`, range, word, at < word.value.length);
      if (takesValue(flag)) {
        const from = word.value[at] === '=' ? at + 1 : at;
        return this.#option(flag, word, at < word.value.length ? from : undefined, start);
      }
      this.#react({ flag, ...range });
    }
  }

  /** An option whose value is the rest of the word from `from` on, or else the next word. */
  #option(flag: FlagSchema, word: Word, from: number | undefined, start = word.range.start): void {
    const { end } = word.range;
    if (from === undefined) {
      this.#resolvePending();
      this.#pending = { flag, start, end };
    } else {
      const range = { start: placeInWord(word, from), end };
      this.#react({ flag, start, end, value: { text: word.value.slice(from), range } });
    }
  }

  #resolvePending(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending) this.#react(pending);
  }

  /** Takes a flag, in the order in which clap checks: value there, not given before, value valid. */
  #react(given: Pending): void {
    this.#resolvePending();
    const { flag, start, end, value } = given;
    const range = { start, end };
    const earlier = this.#seen.get(flag.long);
    if (takesValue(flag) && !value) {
      const message = `\`--${flag.long}\` needs a value: \`${usageOf(flag)}\``;
      this.#problems.push(callProblem('missing-flag-value', { message, range }));
    } else if (this.#seen.has(flag.long) && !flag.repeatable) {
      this.#repeated(flag, range, earlier);
    } else {
      if (!this.#seen.has(flag.long)) this.#seen.set(flag.long, range);
      this.#use({ flag, range, ...(value && { value: value.text, valueRange: value.range }) });
    }
  }

  #use(use: FlagUse): void {
    const { flag, value, valueRange } = use;
    const wrong = value === undefined ? undefined : checkFlagValue(flag, value, this);
    if (!wrong) {
      this.#uses.push(use);
      return;
    }
    const text = wrong.message.charAt(0).toLowerCase() + wrong.message.slice(1);
    // some problems name the flag themselves
    const says = text.includes(`--${flag.long}`);
    const message = says ? wrong.message : `\`--${flag.long}\` does not take this: ${text}`;
    const range = valueRange ?? use.range;
    const meant = wrong.suggestion === undefined ? '' : ` Did you mean \`${wrong.suggestion}\`?`;
    const help = `${wrong.help.replace(/\.$/, '')}.${meant}`;
    this.#problems.push(callProblem('invalid-flag-value', { message, range, help }));
  }

  #repeated(flag: FlagSchema, range: TextRange, earlier: TextRange | undefined): void {
    const outside =
      flag.long === 'smolfile' ? 'a Smolfile is given already' : `\`--${flag.long}\` is given already`;
    const details = earlier
      ? {
          message: `\`--${flag.long}\` is given twice`,
          related: [{ range: earlier, source: 'flags' as const, message: 'First given here' }],
        }
      : { message: `\`--${flag.long}\` is one too many: ${outside}`, help: 'Remove it' };
    this.#problems.push(callProblem('repeated-flag', { ...details, range }));
  }

  #needless(flag: FlagSchema, range: TextRange): void {
    this.#resolvePending();
    if (!this.#seen.has(flag.long)) this.#seen.set(flag.long, range);
    const message = `\`--${flag.long}\` takes no value`;
    this.#problems.push(callProblem('unexpected-value', { message, range }));
  }

  #help(spelling: string, range: TextRange): void {
    this.#resolvePending();
    const message = `\`${spelling}\` prints the help of \`${titleOf(this.command)}\`, and nothing else happens`;
    this.#problems.push(callProblem('help-flag', { message, range }));
  }

  /** smolvm names an unknown flag before a wrong value that stands right before it. */
  #unknown(spelling: string, range: TextRange, word: Word, attached: boolean): void {
    const { code, message, help, meant } = explainUnknown(this.command, this.release, spelling, word.value);
    this.#problems.push(callProblem(code, { message, help, range }));
    this.#resolvePending();
    // what belongs to the unknown flag is not a mistake of its own
    const next = this.words[this.#index]?.value;
    const hasValue = meant ? takesValue(meant) : this.command !== 'run';
    if (hasValue && !attached && next !== undefined && !next.startsWith('-')) this.#index++;
  }

  #positional(word: Word): void {
    const { trailing } = COMMANDS[this.command];
    if (trailing === 'none' || (trailing === 'after-separator' && !this.#trailing)) {
      this.#unexpected(word);
      this.#resolvePending();
    } else {
      this.#resolvePending();
      this.#trailing = true;
      this.#trailingWords.push(word);
    }
  }

  #unexpected({ range }: Word): void {
    // one report is enough for a command of several words
    if (this.#problems.some(({ code }) => code === 'unexpected-argument')) return;
    const title = titleOf(this.command);
    const details =
      this.command === 'pack'
        ? { message: `\`${title}\` takes no bare arguments`, help: 'Name the image with `--image`' }
        : { message: `\`${title}\` takes a command only after \`--\`` };
    this.#problems.push(callProblem('unexpected-argument', { ...details, range }));
  }
}
