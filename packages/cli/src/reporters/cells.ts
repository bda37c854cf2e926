import { firstAfter, MASK, type TextRange } from '@smolfile/core';
import { widthOf } from '../output/width.ts';
import { visible } from './visible.ts';

/** One thing on the screen: a character as the reader sees it, with what is hidden in it shown. */
export interface Cell {
  readonly text: string;
  /** In columns. */
  readonly width: number;
  /** Where it begins in the document. */
  readonly offset: number;
}

const TAB = 4;
const ASCII = /^[\t -~]*$/;
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A stretch of one line as cells.
 *
 * @param offset where the stretch begins in the document.
 * @param masks what is not shown, in order.
 */
export function cellsOf(text: string, offset: number, masks: readonly TextRange[] = []): Cell[] {
  const cells: Cell[] = [];
  let at = offset;
  let column = 0;
  const end = offset + text.length;
  const add = (more: readonly Cell[]): void => {
    cells.push(...more);
    column += more.reduce((sum, { width }) => sum + width, 0);
  };
  for (let index = firstAfter(masks, offset); index < masks.length; index++) {
    const mask = masks[index]!;
    if (mask.start >= end) break;
    add(plainCells(text.slice(at - offset, Math.max(mask.start, at) - offset), at, column));
    // one thing of one length, however long what it stands for
    add([{ text: MASK, width: MASK.length, offset: Math.max(mask.start, at) }]);
    at = Math.min(mask.end, end);
  }
  add(plainCells(text.slice(at - offset), at, column));
  return cells;
}

function plainCells(text: string, offset: number, from: number): Cell[] {
  const cells: Cell[] = [];
  let column = from;
  let at = offset;
  for (const character of ASCII.test(text) ? text : graphemes(text)) {
    const shown = show(character, column, at);
    const width = widthOf(shown);
    cells.push({ text: shown, width, offset: at });
    column += width;
    at += character.length;
  }
  return cells;
}

let segmenter: Intl.Segmenter | undefined;

function* graphemes(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter('en');
  for (const { segment } of segmenter.segment(text)) yield segment;
}

function show(character: string, column: number, offset: number): string {
  if (character === '\t') return ' '.repeat(TAB - (column % TAB));
  // A byte order mark is no mistake, but only where it belongs.
  if (offset === 0 && character.startsWith(BYTE_ORDER_MARK)) return visible(character.slice(1));
  return visible(character);
}

/** Part of a line that fits on the screen. */
export interface Clip {
  /** The cells, and `…` where something was cut off. */
  readonly text: string;
  /** The column at which a place of the document is, or would be if it had not been cut off. */
  columnOf(offset: number): number;
}

const CUT: Pick<Cell, 'text' | 'width'> = { text: '…', width: 1 };
/** Columns that stay visible on either side of what the clip is about. */
const MARGIN = 12;

/**
 * Cuts a line to a width such that a range stays visible, its beginning above all.
 *
 * @param start offset in the document; so is `end`.
 */
export function clip(cells: readonly Cell[], start: number, end: number, width: number): Clip {
  const columns: number[] = [0];
  for (const cell of cells) columns.push((columns.at(-1) ?? 0) + cell.width);
  const total = columns.at(-1) ?? 0;
  const indexOf = (offset: number): number => {
    const index = cells.findIndex((cell) => cell.offset > offset);
    const last = cells.at(-1);
    if (index >= 0) return Math.max(index - 1, 0);
    return last && offset > last.offset ? cells.length : Math.max(cells.length - 1, 0);
  };
  const columnAt = (index: number): number => columns[index] ?? total;

  let first = 0;
  if (total > width) {
    const from = columnAt(indexOf(start));
    const to = Math.min(columnAt(indexOf(end)), from + width);
    const furthest = total - width + CUT.width;
    const left = to + MARGIN <= width ? 0 : Math.min(from - MARGIN, to + MARGIN - width, furthest);
    while (first < cells.length && columnAt(first) < left) first++;
  }
  const cutLeft = first > 0;
  let last = cells.length;
  const room = width - (cutLeft ? CUT.width : 0);
  if (columnAt(last) - columnAt(first) > room) {
    while (last > first && columnAt(last) - columnAt(first) > room - CUT.width) last--;
  }
  const shown: Pick<Cell, 'text'>[] = cells.slice(first, last);
  if (cutLeft) shown.unshift(CUT);
  if (last < cells.length) shown.push(CUT);
  const shift = columnAt(first) - (cutLeft ? CUT.width : 0);
  const ending = columnAt(last) - shift;
  return {
    text: shown.map(({ text }) => text).join(''),
    columnOf: (offset) => Math.min(Math.max(columnAt(indexOf(offset)) - shift, 0), ending),
  };
}
