import type { TextEdit } from './range.ts';

/**
 * Applies edits to a text.
 *
 * @param edits not overlapping, in any order; of those that start at the same offset, insertions go first.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.toSorted(
    ({ range: a }, { range: b }) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start),
  );
  const parts: string[] = [];
  let position = 0;
  for (const { range, text: inserted } of sorted) {
    parts.push(text.slice(position, range.start), inserted);
    position = range.end;
  }
  parts.push(text.slice(position));
  return parts.join('');
}
