import type { KeySchema } from '@smolfile/core';
import type { ValuePlace } from '../place.ts';
import { GRAMMARS } from './grammars.ts';
import type { Asked, Typed } from './asked.ts';
import { quoted, valueItem, type CompletionItem, type Suggestion, type Suggestions } from './item.ts';
import { entryLine } from './sections.ts';
import { quantities } from './quantities.ts';
import { runtimeOf } from './runtimes.ts';
import { tomlOf } from './toml.ts';

/** The values that a key may have, by its type and its grammar. */
export function valueItems(place: ValuePlace, asked: Asked): CompletionItem[] {
  const key = asked.keyAt(place.path);
  if (!key) return [];
  if (!place.element && place.string && key.type !== 'string') return [];
  const { part, suggestions } = suggestionsFor(key, place, asked);
  const { text } = asked.document;
  return suggestions.map((suggestion, rank) => valueItem(suggestion, rank, place, key, part, text));
}

function suggestionsFor(key: KeySchema, place: ValuePlace, asked: Asked): Suggestions {
  switch (key.type) {
    case 'boolean':
      return { suggestions: booleans(key) };
    case 'integer':
      return { suggestions: quantities(key) };
    case 'string-array':
      return key.grammar === 'argv' ? commands(key, place, asked) : strings(key, place, asked);
    case 'string':
      return strings(key, place, asked);
    case 'table':
    case 'map':
      return { suggestions: tables(key) };
    case 'table-array':
      return { suggestions: [] };
  }
}

function booleans({ default: initial }: KeySchema): Suggestion[] {
  return [true, false].map((value) => ({
    text: String(value),
    ...(value === initial && { detail: 'the default' }),
  }));
}

function strings(key: KeySchema, { string, range }: ValuePlace, asked: Asked): Suggestions {
  const { document, offset } = asked;
  const from = string?.content.start ?? range.start;
  const content = string ? document.text.slice(from, string.content.end) : '';
  const typed: Typed = { ...asked, key, content, cursor: string ? offset - from : 0 };
  const { part, suggestions } = (GRAMMARS[key.grammar ?? ''] ?? examples)(typed);
  const initial = suggestions.map((one) =>
    one.text === key.default && one.detail === undefined ? { ...one, detail: 'the default' } : one,
  );
  // Outside of quotes there is nothing that a part could be of.
  return { ...(string && part && { part }), suggestions: initial };
}

/** Whole commands, since no word of one is worth anything by itself; within the list, all of its words as well. */
function commands(key: KeySchema, place: ValuePlace, asked: Asked): Suggestions {
  const isInside = place.string !== undefined || place.element;
  if (isInside && !/\[\s*$/.test(asked.document.text.slice(0, place.range.start))) return { suggestions: [] };
  const lists = [...commandsOf(key, asked), [...SHELL, '']];
  return { suggestions: lists.map((words) => (isInside ? wordsItem(words, place) : listItem(words))) };
}

const SHELL = ['sh', '-c'] as const;

/** What the image mostly runs; what a check is, which runs outside of it, and what of no image says, by the schema. */
function commandsOf(key: KeySchema, { document }: Asked): (readonly string[])[] {
  const examplesOf = (key.examples ?? []).filter(isCommand);
  const image = document.settings.string('image')?.value;
  const runtime = key.name === 'exec' || image === undefined ? undefined : runtimeOf(image);
  if (!runtime) return examplesOf.filter((words) => words.join() !== SHELL.join());
  if (key.name === 'cmd') return [...runtime.programs];
  // The command is what comes behind it.
  return [...new Set(runtime.programs.map(([program = '']) => program))].map((program) => [program]);
}

function isCommand(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string');
}

function listItem(words: readonly string[]): Suggestion {
  const isOpen = words.at(-1) === '';
  return {
    text: tomlOf(words),
    ...(isOpen && { stops: `${tomlOf(words).slice(0, -2)}‹1:›"]`, detail: 'A line for a shell' }),
    kind: 'snippet',
    whole: true,
  };
}

/** Between the brackets; a quote that is open already is the first word's. */
function wordsItem(words: readonly string[], { string }: ValuePlace): Suggestion {
  const quote = string?.quote ?? '"';
  const isOpen = words.at(-1) === '';
  const inner = words.map((word) => quoted(word, quote)).join(`${quote}, ${quote}`);
  const text = string ? inner : `${quote}${inner}${quote}`;
  const stop = string ? text.length : text.length - quote.length;
  return {
    text,
    label: words.filter((word) => word !== '').join(' '),
    ...(isOpen && {
      stops: `${text.slice(0, stop)}‹1:›${text.slice(stop)}`,
      detail: 'A line for a shell',
    }),
    kind: 'snippet',
    whole: true,
  };
}

/** What the schema gives for examples, of a list its elements. */
export function examples({ key }: Pick<Typed, 'key'>): Suggestions {
  const texts = (key.examples ?? []).flat().filter((value) => typeof value === 'string');
  return { suggestions: [...new Set(texts)].map((text) => ({ text })) };
}

function tables(key: KeySchema): Suggestion[] {
  if (key.type === 'map')
    return [{ text: '{ }', stops: `{ ${entryLine(key, 'NAME')} }`, label: '{ NAME = … }', kind: 'snippet' }];
  if (key.name !== '*') return [{ text: '{ }', stops: '{ ‹1:› }', kind: 'snippet' }];
  // an entry of a map is short: mostly, one key of it is all
  return (key.children ?? []).map((child) => {
    const { name, examples: [example] = [''] } = child;
    return {
      text: `{ ${name} = ${tomlOf(example)} }`,
      stops: `{ ${name} = ${tomlOf(example, { next: 1 })} }`,
      label: `{ ${name} = … }`,
      kind: 'snippet',
    };
  });
}
