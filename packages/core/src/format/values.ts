import type { TextRange } from '../text/range.ts';
import type { ArrayNode, InlineTableNode, KeyNode, ValueNode } from '../toml/index.ts';

/** Longest line that an array is written on, where the author wrote it on one. */
const WIDTH = 100;
const INDENT = '  ';

/** What a value is written into. */
export interface Surroundings {
  readonly text: string;
  /** The line break to write. */
  readonly eol: string;
}

/** Where a value begins. */
interface Place {
  /** White space at the start of its line. */
  readonly indent: string;
  /** How many characters the line has before it, and after it at least. */
  readonly used: number;
  /** Whether an array may be put on more lines than its author did. */
  readonly mayBreak: boolean;
}

/** A dotted key without the spaces around its dots; quotes stay as they are. */
export function keyText(keys: readonly KeyNode[], text: string): string {
  return keys.map(({ start, end }) => text.slice(start, end)).join('.');
}

/**
 * Writes a sound value of a statement.
 *
 * Strings, numbers and dates stay as they are. An array stays on one line if its author wrote it so and it fits;
 * otherwise it gets a line for each item. What an inline table holds cannot be broken, nor is it put together.
 *
 * @param used how many characters the line has before the value.
 */
export function valueText(value: ValueNode, used: number, around: Surroundings): string {
  return write(value, { indent: '', used, mayBreak: true }, around);
}

function write(value: ValueNode, place: Place, around: Surroundings): string {
  if (value.type === 'scalar') return around.text.slice(value.start, value.end);
  return value.type === 'array' ? writeArray(value, place, around) : writeInlineTable(value, place, around);
}

function writeInlineTable({ entries }: InlineTableNode, { indent }: Place, around: Surroundings): string {
  if (entries.length === 0) return '{}';
  const place: Place = { indent, used: 0, mayBreak: false };
  const written = entries.map(
    ({ keys, value }) => `${keyText(keys, around.text)} = ${write(value, place, around)}`,
  );
  return `{ ${written.join(', ')} }`;
}

function writeArray(node: ArrayNode, place: Place, around: Surroundings): string {
  const { isBroken, opening, lines } = readArray(node, around.text);
  if (isBroken && (opening !== undefined || lines.length > 0)) {
    return breakArray(lines, opening, place, around);
  }
  const { indent, used, mayBreak } = place;
  const flat = flatArray(node, { ...place, mayBreak: false }, around);
  // Where a string has line breaks of its own, its author knows best.
  if (!mayBreak || used + flat.length <= WIDTH || flat.includes('\n')) return flat;
  if (node.items.length > 1) return breakArray(lines, undefined, place, around);
  return flatArray(node, { indent, used: used + 2, mayBreak }, around);
}

function flatArray({ items }: ArrayNode, place: Place, around: Surroundings): string {
  return `[${items.map((item) => write(item, place, around)).join(', ')}]`;
}

function breakArray(
  lines: readonly ArrayLine[],
  opening: TextRange | undefined,
  { indent, mayBreak }: Place,
  around: Surroundings,
): string {
  const { text, eol } = around;
  const inner = indent + INDENT;
  const place: Place = { indent: inner, used: inner.length + 1, mayBreak };
  const comment = (range: TextRange | undefined): string =>
    range ? ` ${text.slice(range.start, range.end)}` : '';
  const written = lines.map(({ item, comment: range, isApart }) => {
    const content = item ? `${write(item, place, around)},${comment(range)}` : comment(range).slice(1);
    return `${isApart ? eol : ''}${inner}${content}${eol}`;
  });
  return `[${comment(opening)}${eol}${written.join('')}${indent}]`;
}

/** An item with the comment behind it, or a comment on a line of its own. */
interface ArrayLine {
  readonly item: ValueNode | undefined;
  comment: TextRange | undefined;
  /** A blank line is before it. */
  readonly isApart: boolean;
}

interface ReadArray {
  /** Its author wrote line breaks between its items, or beside the brackets. */
  readonly isBroken: boolean;
  /** The comment behind the opening bracket. */
  readonly opening: TextRange | undefined;
  readonly lines: readonly ArrayLine[];
}

function readArray({ start, end, items }: ArrayNode, text: string): ReadArray {
  const lines: ArrayLine[] = [];
  let opening: TextRange | undefined;
  let isBroken = false;
  let breaks = 0;
  const add = (item: ValueNode | undefined, comment: TextRange | undefined): void => {
    lines.push({ item, comment, isApart: breaks > 1 && lines.length > 0 });
    breaks = 0;
  };
  /** Between items there are line breaks, comments, commas and spaces. */
  const readGap = (from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const character = text.charAt(at);
      if (character === '\n') {
        isBroken = true;
        breaks++;
      } else if (character === '#') {
        const comment = commentAt(text, at);
        const last = lines.at(-1);
        if (breaks > 0) add(undefined, comment);
        else if (last) last.comment = comment;
        else opening = comment;
        at = comment.end - 1;
      }
    }
  };
  let position = start + 1;
  for (const item of items) {
    readGap(position, item.start);
    add(item, undefined);
    position = item.end;
  }
  readGap(position, end - 1);
  return { isBroken, opening, lines };
}

function commentAt(text: string, start: number): TextRange {
  let end = text.indexOf('\n', start);
  if (text.charAt(end - 1) === '\r') end--;
  while (text.charAt(end - 1) === ' ' || text.charAt(end - 1) === '\t') end--;
  return { start, end };
}
