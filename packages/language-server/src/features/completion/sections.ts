import type { KeySchema } from '@smolfile/core';
import type { KeyPlace } from '../place.ts';
import { tableAt } from '../tables.ts';
import type { Asked } from './asked.ts';
import { plainOf, snippetOf, type CompletionItem } from './item.ts';
import { tomlOf } from './toml.ts';

/** The sections that most files have, the most frequent first. */
const FREQUENT = ['dev', 'network', 'health'];

/** Where a section comes among others: what one mostly wants first, what does nothing or has a newer name last. */
export function rankOfSection(section: KeySchema, index: number): number {
  const frequent = FREQUENT.indexOf(section.name);
  return (isIdle(section) ? 200 : 0) + (frequent === -1 ? FREQUENT.length + index : frequent);
}

/** Whether nothing comes of it, or another one has taken its place. */
export function isIdle({ deprecated, effect, aliasConflict }: KeySchema): boolean {
  const effects = Object.values(effect ?? {});
  return (
    deprecated === true ||
    aliasConflict === 'hidden' ||
    (effects.length > 0 && effects.every((one) => one.effect === 'ignored'))
  );
}

/** Examples of sections come after all sections. */
const EXAMPLES = 500;

/** The sections that the file may have and has not yet: empty, and with what one usually writes in them. */
export function sectionItems(place: KeyPlace, asked: Asked, rank: number): CompletionItem[] {
  const { document } = asked;
  const { range } = place;
  const lead = needsBlankLine(document.text, range.start) ? '\n' : '';
  const root = asked.keyAt([]);
  return missingSections(asked).flatMap((section) => {
    const { name } = section;
    const index = rank + rankOfSection(section, (root?.children ?? []).indexOf(section));
    const open = section.type === 'table-array' ? `[[${name}]]` : `[${name}]`;
    const base = { range, documents: section, filter: name, ...(isIdle(section) && { deprecated: true }) };
    const body = bodyOf(section);
    return [
      { ...base, label: open, kind: 'section' as const, text: `${lead}${open}\n`, rank: index, again: true },
      ...(body === undefined
        ? []
        : [
            {
              ...base,
              label: `${open} …`,
              kind: 'snippet' as const,
              detail: `The section with ${keysOf(section)}`,
              text: plainOf(`${lead}${open}\n${body}\n`),
              snippet: `${snippetOf(`${lead}${open}\n${body}`)}\n`,
              rank: index + EXAMPLES,
            },
          ]),
    ];
  });
}

/** The sections that a header may still open. */
export function missingSections({ document, keyAt }: Asked): readonly KeySchema[] {
  const present = tableAt(document, [], 0)?.entries ?? document.toml.root.entries;
  return (keyAt([])?.children ?? []).filter(
    ({ type, name }) => (type === 'table' || type === 'map' || type === 'table-array') && !present.has(name),
  );
}

/** The example of a section, one line a key, with tab stops. */
function bodyOf(section: KeySchema): string | undefined {
  const [example] = section.examples ?? [];
  if (typeof example !== 'object' || example === null) return undefined;
  const stops = { next: 1 };
  const lines = Object.entries(example).map(([name, value]) =>
    section.type === 'map' ? entryLine(section, name) : `${name} = ${tomlOf(value, stops)}`,
  );
  return lines.length > 0 ? lines.join('\n') : undefined;
}

function keysOf({ examples }: KeySchema): string {
  return Object.keys(examples?.[0] ?? {})
    .map((name) => `\`${name}\``)
    .join(' and ');
}

/**
 * One entry of a map. Of a secret, the variable of the host is mostly called the same.
 *
 * @param by the key of the entry that is set; the one that has the name again where there is one, when left out.
 */
export function entryLine(map: KeySchema, name: string, by?: KeySchema): string {
  return `‹1:${name}› = ${entryValue(map, name, by)}`;
}

function entryValue({ element, nameGrammar }: KeySchema, name: string, by?: KeySchema): string {
  if (element?.type !== 'table') return tomlOf(element?.examples?.[0] ?? element?.default ?? '', { next: 2 });
  const isNamesake = ({ grammar }: KeySchema): boolean => grammar !== undefined && grammar === nameGrammar;
  const source = by ?? element.children?.find(isNamesake);
  if (!source) return '{ ‹2:› }';
  const value = isNamesake(source) ? `"‹1:${name}›"` : tomlOf(source.examples?.[0] ?? '', { next: 2 });
  return `{ ${source.name} = ${value} }`;
}

/** Whether something stands on the line before: a section reads better after an empty one. */
export function needsBlankLine(text: string, offset: number): boolean {
  const before = text.slice(0, offset).split('\n');
  return before.length > 1 && before.at(-2)!.trim() !== '' && before.at(-1)!.trim() === '';
}
