import type { ArrayNode, SmolfileDocument, TextEdit } from '@smolfile/core';

/** Takes an element out of a list with its comma, and with its line where it has one of its own. */
export function removeItem(
  { text }: SmolfileDocument,
  { items, start, end }: ArrayNode,
  index: number,
): TextEdit {
  const item = items[index]!;
  const next = items[index + 1];
  const previous = items[index - 1];
  const line = ownLine();
  if (line) return { range: line, text: '' };
  if (next) return { range: { start: item.start, end: next.start }, text: '' };
  const from = previous?.end ?? start + 1;
  return { range: { start: from, end: previous ? item.end : end - 1 }, text: '' };

  function ownLine(): { start: number; end: number } | undefined {
    const before = text.lastIndexOf('\n', item.start - 1) + 1;
    const tail = /^[ \t]*,?[ \t]*(?:#[^\n]*)?\r?\n/.exec(text.slice(item.end, end));
    if (before <= start || !tail || text.slice(before, item.start).trim() !== '') return undefined;
    return { start: before, end: item.end + tail[0].length };
  }
}
