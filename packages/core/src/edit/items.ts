import type { SmolfileDocument } from '../document/document.ts';
import type { TextEdit, TextRange } from '../text/range.ts';
import type { ArrayNode } from '../toml/index.ts';
import {
  commentBehind,
  commentLines,
  commentsIn,
  endsLine,
  indentAt,
  insertion,
  lineBreakAt,
  lineStart,
  nextLine,
  replacement,
  skipBlanks,
  skipBlanksBack,
  startsLine,
} from './lines.ts';

/**
 * Puts elements into a sound array, each on a line of its own where the ones beside them have that.
 *
 * @param index of the element that they come before; the number of elements to add at the end.
 * @param written the elements as TOML.
 */
export function insertItems(
  document: SmolfileDocument,
  array: ArrayNode,
  index: number,
  written: readonly string[],
): TextEdit[] {
  if (written.length === 0) return [];
  const { text } = document;
  const { items } = array;
  const next = items[index];
  const previous = items[index - 1];
  if (previous && isApart(text, array, previous)) {
    const edits = below(document, array, index - 1, written);
    if (edits) return edits;
  }
  if (next) {
    if (!previous && isApart(text, array, next)) return belowBracket(document, array, next, written);
    return [insertion(next.start, written.map((one) => `${one}, `).join(''))];
  }
  if (previous) return [insertion(previous.end, written.map((one) => `, ${one}`).join(''))];
  return intoEmpty(document, array, written);
}

/** Whether an element begins a line. */
function isApart(text: string, array: ArrayNode, { start }: TextRange): boolean {
  return startsLine(text, start) && lineStart(text, start) > array.start;
}

/** New lines below the one of an element and of the comment behind it. */
function below(
  document: SmolfileDocument,
  array: ArrayNode,
  index: number,
  written: readonly string[],
): TextEdit[] | undefined {
  const { text } = document;
  const { start, end } = array.items[index]!;
  const eol = lineBreakAt(text, start);
  const comma = commaAfter(text, end, array.end - 1);
  const after = comma === undefined ? end : comma + 1;
  const behind = commentBehind(document, after)?.end ?? skipBlanks(text, after);
  const breaks = endsLine(text, behind) && commentsIn(document, { start: end, end: after }).length === 0;
  // the bracket may follow on the same line, or the next element
  if (!breaks) return undefined;
  const indent = indentAt(text, start);
  if (comma !== undefined) {
    // without a comma at the end where the author wrote none
    return [insertion(behind, written.map((one) => `${eol}${indent}${one},`).join(''))];
  }
  const lines = written.map((one) => `${eol}${indent}${one}`).join(',');
  return behind === end ? [insertion(end, `,${lines}`)] : [insertion(end, ','), insertion(behind, lines)];
}

/** New lines below the one of the opening bracket. */
function belowBracket(
  document: SmolfileDocument,
  array: ArrayNode,
  next: TextRange,
  written: readonly string[],
): TextEdit[] {
  const { text } = document;
  const eol = lineBreakAt(text, array.start);
  const at = nextLine(text, array.start);
  const indent = indentAt(text, next.start);
  return [insertion(at, written.map((one) => `${indent}${one},${eol}`).join(''))];
}

function intoEmpty(document: SmolfileDocument, array: ArrayNode, written: readonly string[]): TextEdit[] {
  const { text } = document;
  const { start, end } = array;
  const inside = text.slice(start + 1, end - 1);
  if (!inside.includes('\n')) return [replacement(start + 1, end - 1, written.join(', '))];
  const comment = commentsIn(document, array).find((one) => startsLine(text, one.start));
  const indent = comment ? indentAt(text, comment.start) : `${indentAt(text, start)}  `;
  const eol = lineBreakAt(text, start);
  const lines = written.map((one) => `${indent}${one},${eol}`).join('');
  return [insertion(lineStart(text, end - 1), lines)];
}

/**
 * Takes neighbouring elements out of a sound array, with their commas, and with their lines where they have them to
 * themselves.
 *
 * @param to the index after the last.
 * @param keep whether the comments between and behind them stay.
 */
export function removeItems(
  document: SmolfileDocument,
  array: ArrayNode,
  from: number,
  to: number,
  keep = true,
): TextEdit[] {
  const { text } = document;
  const { items } = array;
  const first = items[from];
  const last = items[to - 1];
  if (!first || !last || to <= from) return [];
  const previous = items[from - 1];
  const next = items[to];
  const comma = commaAfter(text, last.end, array.end - 1);
  const end = comma === undefined ? last.end : comma + 1;
  const inside = commentsIn(document, { start: first.start, end });
  const behind = commentBehind(document, end);
  const lineStops = endsLine(text, behind?.end ?? skipBlanks(text, end));
  const cutComma = comma === undefined && previous ? [danglingComma(text, previous, first)] : [];
  if (isApart(text, array, first) && lineStops) {
    const comments = keep ? [...inside, ...(behind ? [behind] : [])] : [];
    const edit =
      comments.length === 0
        ? replacement(lineStart(text, first.start), nextLine(text, behind?.end ?? end), '')
        : replacement(
            first.start,
            behind?.end ?? skipBlanks(text, end),
            commentLines(document, comments, first.start),
          );
    return [...cutComma, edit];
  }
  if (keep && inside.length > 0) {
    const at = skipBlanks(text, end);
    const tail = endsLine(text, at) ? '' : lineBreakAt(text, at) + indentAt(text, first.start);
    return [...cutComma, replacement(first.start, at, commentLines(document, inside, first.start) + tail)];
  }
  if (next && skipBlanks(text, end) === next.start) return [replacement(first.start, next.start, '')];
  const start = previous ? skipBlanksBack(text, first.start) : first.start;
  if (comma !== undefined || !previous) {
    const isAll = items.length === to - from && !text.slice(array.start, array.end).includes('\n');
    return isAll ? [replacement(array.start + 1, array.end - 1, '')] : [replacement(start, end, '')];
  }
  const gap = text.slice(previous.end, first.start);
  return /^\s*,\s*$/.test(gap)
    ? [replacement(previous.end, end, '')]
    : [...cutComma, replacement(start, end, '')];
}

/** Takes out the comma that would be left at the end of an array whose author wrote none there. */
function danglingComma(text: string, previous: TextRange, first: TextRange): TextEdit {
  const at = commaAfter(text, previous.end, first.start)!;
  return replacement(at, at + 1, '');
}

/** The index of the element that starts there, by halving: elements are in the order of the text. */
export function indexAt({ items }: ArrayNode, start: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return items[low]?.start === start ? low : -1;
}

/** Where the comma after an element is; comments on the way are passed over. */
function commaAfter(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    if (text[at] === ',') return at;
    if (text[at] === '#') {
      const end = text.indexOf('\n', at);
      at = end === -1 ? to : end;
    }
  }
  return undefined;
}
