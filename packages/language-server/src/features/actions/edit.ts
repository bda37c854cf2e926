import type { TextEdit } from '@smolfile/core';

/** The edit that makes one text of another: what lies between their common start and their common end. */
export function editBetween(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < most - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  // An edit must not tear apart the two halves of a character or of a line ending.
  while (start > 0 && isInside(before, start)) start--;
  while (tail > 0 && isInside(before, before.length - tail)) tail--;
  return {
    range: { start, end: before.length - tail },
    text: after.slice(start, after.length - tail),
  };
}

function isInside(text: string, offset: number): boolean {
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(offset - 1, offset + 1));
}
