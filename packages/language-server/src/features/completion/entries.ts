import { isCredentialName, type KeySchema } from '@smolfile/core';
import type { KeyPlace } from '../place.ts';
import { mapsOfVariables, namesVariables } from '../schema-paths.ts';
import type { Asked } from './asked.ts';
import { plainOf, snippetOf, type CompletionItem } from './item.ts';
import { entryLine } from './sections.ts';

/** A name that an entry of a map may have, and why. */
export interface EntryName {
  readonly name: string;
  readonly detail: string;
}

/**
 * Names for a secret that the file does not have yet: variables of the host that look like credentials. Names only:
 * nothing here has ever seen a value.
 */
export function secretNames({ document, target }: Pick<Asked, 'document' | 'target'>): readonly EntryName[] {
  const entries = mapsOfVariables().flatMap(({ path }) => document.settings.entries(path));
  const taken = new Set(entries.map(({ name }) => name));
  const host = (target.variables?.() ?? [])
    .filter((name) => isCredentialName(name) && !taken.has(name))
    .map((name) => ({ name, detail: 'A variable of this host' }));
  return host.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names for an entry of a map: those of its examples, or of variables where it is such that it names. */
export function entryNames(map: KeySchema, asked: Asked): readonly EntryName[] {
  if (namesVariables(map)) return secretNames(asked);
  const taken = new Set(asked.document.settings.entries(map.path).map(({ name }) => name));
  const names = (map.examples ?? []).flatMap((example) => Object.keys(example as object));
  return [...new Set(names)]
    .filter((name) => !taken.has(name))
    .map((name) => ({ name, detail: 'From the examples' }));
}

/** `NAME = …`, with the names that are likely. */
export function entryItems(map: KeySchema, place: KeyPlace, asked: Asked): CompletionItem[] {
  const { range, followedBy, where } = place;
  const named = entryNames(map, asked).map(({ name, detail }, rank): CompletionItem => ({
    label: name,
    kind: 'variable',
    detail,
    range,
    text: followedBy === 'nothing' ? plainOf(entryLine(map, name)) : name,
    rank,
  }));
  if (followedBy !== 'nothing' || place.dotted > 0) return named;
  const documents = asked.keyAt([...place.table, 'NAME'])!;
  const from = (label: string, text: string, rank: number): CompletionItem => ({
    label,
    kind: 'snippet',
    documents,
    range,
    text: plainOf(text),
    snippet: snippetOf(text),
    rank: 1000 + rank,
    // Any name may be typed, and is that of the new entry.
    filter: where === 'inline' ? label : 'NAME',
  });
  const sources = documents.type === 'table' ? (documents.children ?? []) : [];
  if (sources.length === 0) return [...named, from('NAME = …', entryLine(map, 'NAME'), 0)];
  const items = sources.map((source, rank) =>
    from(`NAME = { ${source.name} = … }`, entryLine(map, 'NAME', source), rank),
  );
  return [...named, ...items];
}
