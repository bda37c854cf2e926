import type { Accepted } from '../resolve/index.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/wrap.ts';
import { callLine } from './call-line.ts';
import { notes } from './notes.ts';
import { originsText, rowsOf, type Row, type Unset } from './rows.ts';
import type { TextStyle } from './style.ts';
import type { Places } from './values.ts';
import { verdictText } from './verdict.ts';

/** Columns that a name and an origin get at the least; a value has what is left. */
const NAME_WIDTH = 12;
const MOST_NAME = 24;
const LEAST_VALUE = 16;
const ORIGIN_SHARE = 0.42;
const GAP = '  ';

/** The whole preview: values with origins and what they beat, what has no effect, and what there is to say. */
export function renderTable(resolution: Accepted, places: Places, cwd: string, style: TextStyle): string {
  const { bold, dim, green } = style.colors;
  const { rows, unset } = rowsOf(resolution, places, cwd);
  const blocks = [
    bold(callLine(resolution, places, style.width)),
    table(rows, style),
    ...(unset.length > 0 ? [paragraph('Not set:', unsetText(unset), style)] : []),
    ...notes(resolution, places, style),
    `${green('✓')} ${dim(verdictText(resolution))}`,
  ];
  return blocks.map((block) => `${block}\n`).join('\n');
}

function table(rows: readonly Row[], style: TextStyle): string {
  const widthOf = style.widthOf ?? plainWidth;
  const widest = (texts: readonly string[], least: number, most: number): number =>
    Math.min(Math.max(least, ...texts.map(widthOf)), most);
  const name = widest(
    rows.map((row) => row.name),
    NAME_WIDTH,
    MOST_NAME,
  );
  const origin = widest(rows.map(originsText), 1, Math.floor(style.width * ORIGIN_SHARE));
  const value = Math.max(LEAST_VALUE, style.width - name - origin - 3 * GAP.length);
  const columns: Columns = { name, value, origin, widthOf };
  return rows
    .flatMap((row) => [...valueLines(row, columns, style), ...lostLines(row, columns, style)])
    .join('\n');
}

/** Widths of the columns, and how texts are measured. */
interface Columns {
  readonly name: number;
  readonly value: number;
  readonly origin: number;
  readonly widthOf: (text: string) => number;
}

function plainWidth(text: string): number {
  return text.length;
}

function unsetText(unset: readonly Unset[]): string {
  return unset.map(({ name, value }) => (value === undefined ? name : `${name} (${value})`)).join(', ');
}

function valueLines(row: Row, columns: Columns, { colors }: TextStyle): string[] {
  const { name, value, isDefault } = row;
  if (value === '') return [];
  const values = chunks(value, columns.value, columns);
  const origins = chunks(originsText(row), columns.origin, columns);
  return Array.from({ length: Math.max(values.length, origins.length) }, (_, index) => {
    const from = origins[index] ?? '';
    const shown = values[index] ?? '';
    const cells = [
      colors.bold(pad(index === 0 ? name : '', columns.name, columns)),
      from === '' ? shown : pad(shown, columns.value, columns),
      ...(from === '' ? [] : [colors.dim(from)]),
    ];
    return GAP + (isDefault ? colors.dim(cells.join(GAP)) : cells.join(GAP));
  });
}

/** What came to nothing, below the value; beside the name where there is no value. */
function lostLines({ name, value, lost }: Row, columns: Columns, { colors, width }: TextStyle): string[] {
  const indent = GAP + ' '.repeat(columns.name) + GAP;
  const texts = lost.flatMap((one) =>
    wrap(visible(one.text), width - indent.length - 2).map(
      (text, index) => `${index === 0 ? '✗' : ' '} ${text}`,
    ),
  );
  return texts.map((text, index) => {
    const before = value === '' && index === 0 ? GAP + pad(name, columns.name, columns) + GAP : indent;
    return colors.yellow(before + text);
  });
}

/** A label and a text behind it, the later lines indented. */
export function paragraph(label: string, text: string, { colors, width }: TextStyle): string {
  const [first = '', ...rest] = wrap(visible(text), width - label.length - 1);
  const indent = ' '.repeat(label.length + 1);
  return [`${colors.bold(label)} ${first}`, ...rest.map((line) => indent + line)].join('\n');
}

function pad(text: string, width: number, { widthOf }: Columns): string {
  return text + ' '.repeat(Math.max(width - widthOf(text), 0));
}

/** A text in pieces that fit a column; broken at spaces where there are some, else where it must be. */
function chunks(text: string, width: number, { widthOf }: Columns): string[] {
  // wrapping takes a run of spaces for one
  if (widthOf(text) <= width) return [text];
  return wrap(text, width).flatMap((line) => {
    if (widthOf(line) <= width) return [line];
    const points = Array.from(line);
    const pieces: string[] = [];
    for (let from = 0; from < points.length; from += width)
      pieces.push(points.slice(from, from + width).join(''));
    return pieces;
  });
}
