import type { SmolfileDocument } from '../document/document.ts';
import type { TextEdit, TextRange } from '../text/range.ts';
import type { ArrayNode } from '../toml/index.ts';
import type { Contribution } from './effective.ts';
import { tomlString } from './wording.ts';

/** The array of the document that an element of a merged list stands in; none for a flag. */
export function arrayOf(document: SmolfileDocument, { layer, source }: Contribution): ArrayNode | undefined {
  const value = source ? undefined : document.settings.get(layer)?.value;
  return value?.type === 'array' && !value.damaged ? value : undefined;
}

/** Takes one element out of its array, with its comma, and with its line where it has one to itself. */
export function removeElement({ text }: SmolfileDocument, array: ArrayNode, at: TextRange): TextEdit[] {
  const index = indexAt(array, at.start);
  const item = array.items[index];
  if (!item) return [];
  const comma = commaAfter(text, item.end, array.end - 1);
  const end = comma === undefined ? item.end : comma + 1;
  const lineStart = blankBefore(text, item.start);
  const lineEnd = blankAfter(text, end);
  const alone =
    lineStart > array.start &&
    lineEnd < array.end &&
    text[lineStart - 1] === '\n' &&
    text[lineEnd] === '\n' &&
    isBlank(text.slice(item.end, comma));
  if (alone) return [remove(lineStart, lineEnd + 1)];
  const next = array.items[index + 1];
  if (next && /^[ \t]*,[ \t]*$/.test(text.slice(item.end, next.start)))
    return [remove(item.start, next.start)];
  const previous = array.items[index - 1];
  if (comma === undefined && previous && /^\s*,\s*$/.test(text.slice(previous.end, item.start))) {
    return [remove(previous.end, item.end)];
  }
  // a comment may stand between an element and its comma
  return comma !== undefined && !isBlank(text.slice(item.end, comma))
    ? [remove(item.start, item.end), remove(comma, end)]
    : [remove(item.start, end)];
}

/** Adds strings at the end of an array, each on a line of its own where the last one has that. */
export function appendElements(
  { text }: SmolfileDocument,
  array: ArrayNode,
  added: readonly string[],
): TextEdit {
  const written = added.map(tomlString);
  const last = array.items.at(-1);
  if (!last) return { range: { start: array.start + 1, end: array.start + 1 }, text: written.join(', ') };
  const lineStart = blankBefore(text, last.start);
  const indent = text.slice(lineStart, last.start);
  const lineBreak = text[lineStart - 2] === '\r' ? '\r\n' : '\n';
  const isApart = lineStart > array.start && text[lineStart - 1] === '\n';
  const between = isApart ? `,${lineBreak}${indent}` : ', ';
  return { range: { start: last.end, end: last.end }, text: written.map((one) => between + one).join('') };
}

/** The index of the element that starts there, by halving: elements are in the order of the text. */
function indexAt({ items }: ArrayNode, start: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return items[low]?.start === start ? low : -1;
}

function blankBefore(text: string, from: number): number {
  let at = from;
  while (isBlankAt(text, at - 1)) at--;
  return at;
}

function blankAfter(text: string, from: number): number {
  let at = from;
  while (isBlankAt(text, at)) at++;
  return at;
}

function isBlankAt(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === ' ' || character === '\t' || character === '\r';
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

function isBlank(text: string): boolean {
  return /^[ \t\r]*$/.test(text);
}

function remove(start: number, end: number): TextEdit {
  return { range: { start, end }, text: '' };
}
