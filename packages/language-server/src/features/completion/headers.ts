import type { HeaderPlace } from '../place.ts';
import { tableAt } from '../tables.ts';
import { entryNames } from './entries.ts';
import type { Asked } from './asked.ts';
import type { CompletionItem } from './item.ts';
import { isIdle, rankOfSection } from './sections.ts';

/** The tables that a header may name. */
export function headerItems(place: HeaderPlace, asked: Asked): CompletionItem[] {
  const { document } = asked;
  const { range, array, closed, table } = place;
  const parent = asked.keyAt(table);
  const close = closed || place.followedBy === 'dot' ? '' : array ? ']]' : ']';
  if (parent?.type === 'map') {
    if (parent.element?.type !== 'table') return [];
    return entryNames(parent, asked).map(({ name, detail }, rank) => ({
      label: name,
      kind: 'variable',
      detail,
      range,
      text: name + close,
      rank,
    }));
  }
  const under = document.text.slice(range.start, range.end);
  return (parent?.children ?? []).flatMap((key, rank): CompletionItem[] => {
    const { name, type } = key;
    const base = {
      label: name,
      kind: 'section' as const,
      documents: key,
      range,
      rank: rankOfSection(key, rank),
      ...(isIdle(key) && { deprecated: true }),
    };
    const leads =
      (type === 'map' && key.element?.type === 'table') ||
      key.children?.some((child) => child.type === 'table-array');
    const opens = array ? type === 'table-array' : type === 'table' || type === 'map';
    const defined = tableAt(document, [...table, name], 0);
    const isFree = array || name === under || !defined || defined.origin === 'implied';
    const plain = opens && isFree ? [{ ...base, text: name + close }] : [];
    // `[secrets.NAME]` and `[[network.credentials]]` go on below a section.
    const further = leads && (array ? type === 'table' : type === 'map');
    return further && place.followedBy === 'nothing'
      ? [...plain, { ...base, label: `${name}.`, text: `${name}.`, rank: base.rank + 0.5, again: true }]
      : plain;
  });
}
