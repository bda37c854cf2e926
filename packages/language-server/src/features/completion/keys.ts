import { foreignWord, foreignWordsIn, plainWord, type KeySchema } from '@smolfile/core';
import { lastBefore } from '../context.ts';
import type { KeyPlace } from '../place.ts';
import { lineBreak } from '../actions/suppress.ts';
import { tableAt } from '../tables.ts';
import { documentItems } from './documents.ts';
import { entryItems } from './entries.ts';
import type { Asked } from './asked.ts';
import { literal, plainOf, snippetOf, type CompletionItem } from './item.ts';
import { isIdle, sectionItems } from './sections.ts';
import { tomlOf } from './toml.ts';

/** Later in the list than anything that does something. */
const LEGACY = 200;
const WITHOUT_EFFECT = 300;
/** Keys of other places come after those of the table. */
const TOP = 500;
/** Sections come after the keys of the table that the cursor is in. */
const SECTIONS = 1000;

/** The keys that a table may have and has not yet, and the sections that may follow it. */
export function keyItems(place: KeyPlace, asked: Asked): CompletionItem[] {
  const { document, offset } = asked;
  const parent = asked.keyAt(place.table);
  if (!parent) return [];
  if (parent.type === 'map') return entryItems(parent, place, asked);
  const section = parent.type === 'table-array' ? parent.element : parent;
  const present = tableAt(document, place.table, offset)?.entries;
  const under = document.text.slice(place.range.start, place.range.end);
  const isFree = ({ name }: KeySchema) => name === under || !present?.has(name);
  const keys = (section?.children ?? []).map((key, index) => ({ key, rank: rankOf(key, index) }));
  const closing = place.where === 'statement' && place.dotted === 0 && closesTable(asked);
  return [
    ...keys
      .filter(({ key }) => isFree(key) && !(closing && isSection(key)))
      .map(({ key, rank }) => keyItem(key, rank, place)),
    ...foreignItems(section, place, under, isFree),
    ...topItems(place, asked, under),
    ...(closing ? sectionItems(place, asked, SECTIONS) : []),
    ...documentItems(place, asked),
  ];
}

/** Fewer letters begin too many words. */
const SHORTEST_WORD = 3;

/** The keys that words of other tools stand for, once enough of such a word is typed: `cmd` for `command`. */
function foreignItems(
  section: KeySchema | undefined,
  place: KeyPlace,
  typed: string,
  isFree: (key: KeySchema) => boolean,
): CompletionItem[] {
  const begun = plainWord(typed);
  if (!section || begun.length < SHORTEST_WORD) return [];
  const found = new Map<string, CompletionItem>();
  for (const word of foreignWordsIn(section.path)) {
    if (!word.startsWith(begun)) continue;
    const { key: path, of } = foreignWord(section.path, word)!;
    const key = section.children?.find((one) => one.path === path || one.name === path);
    if (!key || key.name.startsWith(typed) || !isFree(key) || found.has(key.name)) continue;
    const item = keyItem(key, found.size, place);
    found.set(key.name, { ...item, detail: `As in ${of}`, filter: typed });
  }
  return [...found.values()];
}

/** Keys of the machine that are typed below a header, where they would be of its section: they go to the top. */
function topItems(place: KeyPlace, asked: Asked, typed: string): CompletionItem[] {
  const { document } = asked;
  const header = document.toml.headers[0];
  const isStatement = place.where === 'statement' && place.dotted === 0 && place.followedBy === 'nothing';
  if (!header || place.table.length !== 1 || !isStatement || typed.length < 2) return [];
  const here = asked.keyAt(place.table)?.children ?? [];
  const { entries } = document.toml.root;
  const last = document.toml.body.at(-1);
  const at = last ? document.lines.lineRange(document.lines.lineAt(last.end)).end : header.start;
  return (asked.keyAt([])?.children ?? []).flatMap((key, index): CompletionItem[] => {
    const { name } = key;
    const isFree = !isSection(key) && !isIdle(key) && !entries.has(name) && name.startsWith(typed);
    if (!isFree || here.some((one) => one.name === name)) return [];
    const line = `${name} = ${plainOf(valueOf(key).text)}`;
    const text = last ? `${lineBreak(document.text)}${line}` : `${line}${lineBreak(document.text).repeat(2)}`;
    return [
      {
        label: name,
        kind: 'key',
        detail: 'At the top of the file, before the first section',
        documents: key,
        range: place.range,
        text: '',
        filter: name,
        rank: TOP + index,
        also: [{ range: { start: at, end: at }, text }],
      },
    ];
  });
}

function rankOf(key: KeySchema, index: number): number {
  return index + (key.deprecated ? LEGACY : isIdle(key) ? WITHOUT_EFFECT : 0);
}

/** Whether a header may stand here: behind it, no key of the table that the cursor is in would follow. */
function closesTable({ document, offset }: Asked): boolean {
  const { body, headers } = document.toml;
  const header = headers[lastBefore(headers, offset)];
  const entries = header ? header.entries : body;
  return entries.every(({ start, end }) => start <= offset && offset >= end - 1);
}

/** Whether a key is written as `[name]` rather than after an equals sign. */
function isSection({ type }: KeySchema): boolean {
  return type === 'table' || type === 'map' || type === 'table-array';
}

function keyItem(key: KeySchema, rank: number, { range, followedBy, where }: KeyPlace): CompletionItem {
  const base = { label: key.name, documents: key, range, rank, ...(key.deprecated && { deprecated: true }) };
  const kind = isSection(key) ? 'section' : 'key';
  if (followedBy !== 'nothing') return { ...base, kind, text: key.name };
  if (isSection(key) && where === 'statement') return { ...base, kind, text: `${key.name}.`, again: true };
  const value = valueOf(key);
  const snippet = value.snippet ?? snippetOf(value.text);
  return {
    ...base,
    kind,
    text: `${key.name} = ${plainOf(value.text)}`,
    snippet: `${literal(key.name)} = ${snippet}`,
    ...(value.again && { again: true }),
  };
}

/** The value that a key is put in with: what one fills in, or would most likely write. */
function valueOf(key: KeySchema): { text: string; snippet?: string; again?: boolean } {
  const example = key.examples?.[0];
  switch (key.type) {
    case 'boolean':
      return { text: String(key.default !== true) };
    case 'integer': {
      // None at all is nothing to begin with.
      const initial = key.default === 0 ? undefined : key.default;
      return { text: `‹1:${tomlOf(initial ?? example ?? 1)}›` };
    }
    case 'string':
      return { text: '""', snippet: '"$1"', again: true };
    case 'string-array':
      return { text: '[""]', snippet: '["$1"]', again: true };
    case 'table':
    case 'map':
      return { text: '{}', snippet: '{ $1 }', again: true };
    case 'table-array':
      return { text: '[]', snippet: '[{ $1 }]', again: true };
  }
}
