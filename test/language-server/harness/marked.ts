import type { TextRange } from '@smolfile/core';

/**
 * Reads a text with its cursor inside: one `|` is a cursor, two are the ends of a selection.
 *
 * @throws Error when there is none, or there are more than two.
 */
export function marked(source: string): { text: string; range: TextRange } {
  const parts = source.split('|');
  if (parts.length < 2 || parts.length > 3) throw new Error(`One or two cursors, please: ${source}`);
  const start = parts[0]!.length;
  const end = parts.length === 3 ? start + parts[1]!.length : start;
  return { text: parts.join(''), range: { start, end } };
}
