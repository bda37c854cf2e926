import { COMMANDS, flagText, type Command, type FlagSchema } from '../schema/index.ts';
import type { TextRange } from '../text/range.ts';
import type { Call, Word } from './call.ts';
import type { CallOptions } from './call-reader.ts';
import { flagTable, takesValue, type FlagTable } from './flag-table.ts';
import { parseCall } from './parse-call.ts';
import { quoteWord } from '../text/shell.ts';
import { placeInWord, splitWords } from './words.ts';
import { SMOLVM_PLATFORMS } from '../grammars/index.ts';
import type { Release } from '../release/index.ts';

/** Something that may stand at a place of a line of flags. */
export interface FlagCompletion {
  readonly kind: 'flag' | 'value' | 'separator';
  /** As usage texts write it: `-p, --port HOST:GUEST`. */
  readonly label: string;
  /** What it is for, in one line. */
  readonly detail: string;
  /** What replaces the range, quoted where a shell would want it, with the blank that ends it. */
  readonly text: string;
}

/** What may stand where the cursor is. */
export interface FlagCompletions {
  /** What an accepted one replaces. */
  readonly range: TextRange;
  /** Best first. */
  readonly items: readonly FlagCompletion[];
  /** The flag whose value is being written, whether or not there is a list of its values. */
  readonly valueFor?: FlagSchema;
}

/** The place that is written at: the words before it, and the one that it is in. */
interface Place {
  readonly call: Call;
  /** The word up to the cursor; empty between two words. */
  readonly typed: Word;
  readonly range: TextRange;
  /** Whether a blank has to be added after what is accepted. */
  readonly ends: boolean;
}

/**
 * Completes a line of flags, as its command of that version reads it; the line is split into words as `splitWords`
 * does. What the call could not take any more is left out: a flag that is given already, or that one of those given
 * excludes.
 *
 * @param offset of the cursor in `text`, in UTF-16 units.
 */
export function completeFlags(
  command: Command,
  release: Release,
  text: string,
  offset = text.length,
  options: CallOptions = {},
): FlagCompletions {
  const place = placeAt(command, release, text, offset, options);
  const { call, typed, range } = place;
  const none = { range, items: [] };
  if (isTrailing(call)) return none;
  const { value } = typed;
  const waiting = value.startsWith('-') ? undefined : waitingFlag(call);
  if (waiting) return valuesOf(waiting, value, range, place);
  const attached = attachedValue(call, typed);
  if (attached) {
    const { flag, from } = attached;
    const part = { start: placeInWord(typed, from), end: range.end };
    return valuesOf(flag, value.slice(from), part, place);
  }
  return { range, items: [...flagItems(place, options), ...separator(place)] };
}

function placeAt(
  command: Command,
  release: Release,
  text: string,
  offset: number,
  options: CallOptions,
): Place {
  const before = splitWords(text.slice(0, offset)).words;
  const last = before.at(-1);
  const inWord = last?.range.end === offset;
  const typed = inWord ? last : { value: '', range: { start: offset, end: offset } };
  const { start } = typed.range;
  const whole = inWord ? splitWords(text).words.find((word) => word.range.start === start) : undefined;
  const range = { start, end: Math.max(whole?.range.end ?? offset, offset) };
  const earlier = inWord ? before.slice(0, -1) : before;
  const call = parseCall(command, release, earlier, text.slice(0, start), options);
  return { call, typed, range, ends: !/^[ \t\r\n]/.test(text.slice(range.end)) };
}

/** Whether what comes next belongs to the machine's command. */
function isTrailing({ words, trailing }: Call): boolean {
  return trailing.length > 0 || words.some(({ value }) => value === '--');
}

/** The flag that the last word leaves without the value that it needs. */
function waitingFlag(call: Call): FlagSchema | undefined {
  const last = call.words.at(-1);
  if (!last) return undefined;
  const flag = flagIn(call, last.value);
  const isOpen = call.problems.some(
    ({ code, range }) => code === 'missing-flag-value' && range.end === last.range.end,
  );
  return isOpen ? flag?.schema : undefined;
}

/** The flag whose value stands in the same word: `--port=80` or `-p80`. */
function attachedValue(call: Call, { value }: Word): { flag: FlagSchema; from: number } | undefined {
  const flag = flagIn(call, value);
  if (!flag || flag.from === undefined) return undefined;
  return { flag: flag.schema, from: flag.from };
}

/** The flag with a value in a word, and where the value begins if it is in there, too. */
function flagIn(
  { command, release }: Call,
  word: string,
): { readonly schema: FlagSchema; readonly from?: number } | undefined {
  const { long, short } = flagTable(command, release);
  if (word.startsWith('--')) {
    const equals = word.indexOf('=');
    const schema = long.get(word.slice(2, equals === -1 ? undefined : equals));
    if (!schema || !takesValue(schema)) return undefined;
    return equals === -1 ? { schema } : { schema, from: equals + 1 };
  }
  if (!word.startsWith('-')) return undefined;
  let at = 1;
  for (const letter of word.slice(1)) {
    at += letter.length;
    const schema = short.get(letter);
    if (!schema) return undefined;
    if (!takesValue(schema)) continue;
    if (at === word.length) return { schema };
    return { schema, from: word[at] === '=' ? at + 1 : at };
  }
  return undefined;
}

function valuesOf(flag: FlagSchema, typed: string, range: TextRange, { ends }: Place): FlagCompletions {
  const values = flag.values ?? (flag.grammar === 'platform' ? SMOLVM_PLATFORMS : []);
  const items = ranked(values, typed, (value) => [value]).map((value): FlagCompletion => ({
    kind: 'value',
    label: value,
    detail: flag.help,
    text: quoteWord(value) + (ends ? ' ' : ''),
  }));
  return { range, items, valueFor: flag };
}

function flagItems({ call, typed, ends }: Place, { given = [] }: CallOptions): FlagCompletion[] {
  const table = flagTable(call.command, call.release);
  const there = new Set([...given, ...call.words.flatMap(({ value }) => namesIn(table, value))]);
  const possible = Array.from(new Set(table.long.values())).filter(
    ({ long, hidden, repeatable, conflicts }) =>
      !hidden && (repeatable || !there.has(long)) && !conflicts.some((other) => there.has(other)),
  );
  possible.sort((a, b) => (a.long < b.long ? -1 : 1));
  const { value } = typed;
  const isShort = /^-[^-]$/.test(value);
  return ranked(possible, value.replace(/^--?/, ''), (flag) => spellingsOf(flag, value)).map(
    (flag): FlagCompletion => ({
      kind: 'flag',
      label: flagText(flag),
      detail: flag.help,
      text: (isShort ? value : `--${flag.long}`) + (ends ? ' ' : ''),
    }),
  );
}

/** The long names of the flags in a word, whether or not their values are right. */
function namesIn({ long, short }: FlagTable, word: string): string[] {
  if (word.startsWith('--')) {
    const flag = long.get(word.slice(2).split('=', 1)[0]!);
    return flag ? [flag.long] : [];
  }
  const names: string[] = [];
  for (const letter of word.startsWith('-') ? word.slice(1) : '') {
    const flag = short.get(letter);
    if (flag) names.push(flag.long);
    if (!flag || takesValue(flag)) break;
  }
  return names;
}

/** What a flag is found by: after one hyphen its letter, otherwise its names. */
function spellingsOf({ long, short, aliases }: FlagSchema, typed: string): string[] {
  const all = [long, ...(short === undefined ? [] : [short]), ...aliases];
  return /^-[^-]/.test(typed)
    ? all.filter((each) => each.length === 1)
    : all.filter((each) => each.length > 1);
}

function separator({ call, typed, ends }: Place): FlagCompletion[] {
  const { trailing, argv } = COMMANDS[call.command];
  if (trailing === 'none' || !'--'.startsWith(typed.value)) return [];
  return [
    {
      kind: 'separator',
      label: '-- COMMAND…',
      detail: `What ${argv.join(' ')} has the machine run instead of the file’s command.`,
      text: `--${ends ? ' ' : ''}`,
    },
  ];
}

/** The one that is typed, those that begin so, then those that have it at the start of a later part of their name. */
function ranked<Item>(
  items: readonly Item[],
  typed: string,
  spellings: (item: Item) => readonly string[],
): Item[] {
  const wanted = typed.toLowerCase();
  const has = (item: Item, test: (name: string) => boolean): boolean => spellings(item).some(test);
  const begins = items
    .filter((item) => has(item, (name) => name.startsWith(wanted)))
    .toSorted(
      (a, b) => Number(has(b, (name) => name === wanted)) - Number(has(a, (name) => name === wanted)),
    );
  if (wanted === '') return begins;
  const contains = items.filter(
    (item) => !begins.includes(item) && has(item, (name) => name.includes(`-${wanted}`)),
  );
  return [...begins, ...contains];
}
