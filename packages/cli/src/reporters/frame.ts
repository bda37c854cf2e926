import type { LineIndex, TextRange } from '@smolfile/core';
import { widthOf } from '../output/width.ts';
import { wrap } from '../output/wrap.ts';
import { cellsOf, clip, type Clip } from './cells.ts';
import type { FileReport, Style } from './report.ts';
import { visible } from './visible.ts';

/** A place of the document to underline, with a word on it. */
export interface Mark {
  readonly range: TextRange;
  readonly label: string;
  /** The character it is underlined with. */
  readonly line: '^' | '-';
  paint(text: string): string;
}

/** A text, and what of it is not shown. */
export type Source = Pick<FileReport, 'lines' | 'masks'>;

/** A mark, cut to the line on which it begins. */
interface PlacedMark extends Mark {
  readonly row: number;
  /** 0-based number of the line on which the range ends. */
  readonly lastRow: number;
}

/** How far around a mark a line is looked at; lines may be megabytes long. */
const REACH = 1_000;

/**
 * Source lines with a gutter, and under them the marks: one underline each, so that overlapping ones stay
 * unambiguous.
 *
 * @param marks the first is what the frame is about: long lines are clipped around it.
 */
export function frame(source: Source, marks: readonly Mark[], gutter: number, style: Style): string[] {
  const placed = marks.map((mark) => place(mark, source.lines));
  const rows = [...new Set(placed.map(({ row }) => row))].toSorted((a, b) => a - b);
  const { dim } = style.colors;
  const width = style.width - gutter - 3;
  const result = [dim(`${' '.repeat(gutter)} |`)];
  let previous = rows[0] ?? 0;
  for (const row of rows) {
    // One line between two others is shown: leaving it out takes as much room.
    if (row - previous === 2)
      result.push(sourceLine(previous + 1, source, [], gutter, width, style)[0] ?? '');
    if (row - previous > 2) result.push(dim('...'));
    const here = placed.filter((mark) => mark.row === row);
    result.push(...sourceLine(row, source, here, gutter, width, style));
    previous = row;
  }
  return result;
}

function place(mark: Mark, lines: LineIndex): PlacedMark {
  const row = lines.lineAt(mark.range.start);
  const line = lines.lineRange(row);
  const lastRow = lines.lineAt(Math.max(mark.range.end - 1, mark.range.start));
  const start = Math.min(mark.range.start, line.end);
  return {
    ...mark,
    row,
    lastRow,
    range: { start, end: Math.min(Math.max(mark.range.end, start), line.end) },
  };
}

function sourceLine(
  row: number,
  { lines, masks }: Source,
  marks: readonly PlacedMark[],
  gutter: number,
  width: number,
  { colors }: Style,
): string[] {
  const { start, end } = lines.lineRange(row);
  const focus = marks[0]?.range ?? { start, end: start };
  const from = Math.max(start, focus.start - REACH);
  const to = Math.min(end, focus.end + REACH, focus.start + 2 * REACH);
  const shown = clip(cellsOf(lines.text.slice(from, to), from, masks?.()), focus.start, focus.end, width);
  const number = colors.dim(`${String(row + 1).padStart(gutter)} |`);
  const margin = colors.dim(`${' '.repeat(gutter)} |`);
  return [
    `${number} ${shown.text}`.trimEnd(),
    ...marks.flatMap((mark) => underline(mark, shown, width).map((text) => `${margin} ${text}`)),
  ];
}

function underline(mark: PlacedMark, shown: Clip, width: number): string[] {
  const column = Math.min(shown.columnOf(mark.range.start), Math.max(width - 1, 0));
  const length = Math.max(shown.columnOf(mark.range.end) - column, 1);
  const continues = mark.lastRow > mark.row;
  const line = mark.line.repeat(Math.min(length, width - column)) + (continues ? '…' : '');
  const label = [visible(mark.label), continues ? `(to line ${mark.lastRow + 1})` : '']
    .filter(Boolean)
    .join(' ');
  const indent = ' '.repeat(column);
  if (label === '') return [indent + mark.paint(line)];
  if (column + line.length + 1 + widthOf(label) <= width) return [indent + mark.paint(`${line} ${label}`)];
  // No room beside it: below it, as far to the right as there is room.
  const left = Math.max(Math.min(column, width - 40), 0);
  const wrapped = wrap(label, width - left).map((text) => ' '.repeat(left) + mark.paint(text));
  return [indent + mark.paint(line), ...wrapped];
}
