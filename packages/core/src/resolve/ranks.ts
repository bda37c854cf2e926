import type { Rank } from '../model/diagnostic.ts';

/** Orders ranks as smolvm comes to them; what is told of one only makes no difference. */
export function compareRanks(one: Rank, other: Rank): number {
  for (const [index, part] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 0;
    const order = compareParts(part, against);
    if (order !== 0) return order;
  }
  return 0;
}

function compareParts(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compareText(String(one), String(other));
}

/** Texts by their bytes, which is by code points, as Rust orders the names of a map. */
function compareText(one: string, other: string): number {
  const [points, others] = [one, other].map((text) => Array.from(text, (each) => each.codePointAt(0)!)) as [
    number[],
    number[],
  ];
  const at = points.findIndex((point, index) => point !== others[index]);
  return at === -1 ? points.length - others.length : points[at]! - (others[at] ?? -1);
}
