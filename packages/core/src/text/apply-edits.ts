import { inOrder } from './compose-edits.ts';
import type { TextEdit } from './range.ts';

/**
 * Applies edits to a text.
 *
 * @param edits in any order; of those that start at the same offset, insertions go first.
 * @throws RangeError if two overlap, or one lies outside of the text.
 * @example
 * ```ts
 * applyEdits('cpus = 1', [{ range: { start: 7, end: 8 }, text: '4' }]); // 'cpus = 4'
 * ```
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const { range, text: inserted } of inOrder(edits)) {
    const { start, end } = range;
    if (start < position || end < start || end > text.length) {
      const why =
        start < position ? `overlaps the one before, which ends at ${position}` : 'is outside of the text';
      throw new RangeError(`The edit of ${start} to ${end} ${why}`);
    }
    parts.push(text.slice(position, start), inserted);
    position = end;
  }
  parts.push(text.slice(position));
  return parts.join('');
}
