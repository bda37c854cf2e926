import type { SmolfileDocument, TextRange } from '@smolfile/core';
import { lastBefore } from './context.ts';
import { findAt, touches } from './spot.ts';

/**
 * What a selection grows to, step by step: a string's content, the string, its list, the statement, the section, the
 * text.
 *
 * @returns from the innermost range on; each is larger than the one before, and all hold the offset.
 */
export function selectionRanges(document: SmolfileDocument, offset: number): TextRange[] {
  const { toml, text } = document;
  const { around } = findAt(document, offset);
  const inner = around.toReversed().flatMap((node): TextRange[] => {
    if (node.type !== 'scalar' || node.kind !== 'string' || node.damaged) return [node];
    const quote = /^(?:"""|'''|"|')/.exec(text.slice(node.start, node.start + 3))![0].length;
    return [{ start: node.start + quote, end: node.end - quote }, node];
  });
  const header = toml.headers[lastBefore(toml.headers, offset)];
  const section = header && { start: header.start, end: header.entries.at(-1)?.end ?? header.end };
  const comment = toml.comments[lastBefore(toml.comments, offset)];
  const all = [
    ...(comment && touches(comment, offset) ? [comment] : []),
    ...inner,
    ...(section ? [section] : []),
    { start: 0, end: text.length },
  ];
  const ranges: TextRange[] = [];
  for (const { start, end } of all) {
    const last = ranges.at(-1);
    const grows = !last || (start <= last.start && end >= last.end && (start < last.start || end > last.end));
    if (grows && start <= offset && offset <= end) ranges.push({ start, end });
  }
  return ranges;
}
