import type { SmolfileDocument } from '../document/document.ts';
import type { Setting } from '../document/setting.ts';
import type { TextEdit } from '../text/range.ts';
import type { KeyValueNode } from '../toml/index.ts';

/** `key = value` at the top of the file, where a setting is written so. */
export function topLevelStatement({ toml }: SmolfileDocument, { value }: Setting): KeyValueNode | undefined {
  return toml.body.find((one) => one.value === value && one.keys.length === 1);
}

/** Whether a comment stands in the statement, behind it, or on the line before it. */
export function hasComment(document: SmolfileDocument, statement: KeyValueNode): boolean {
  const { start, end } = linesOf(document.text, statement);
  const before = document.text.slice(0, start).split('\n').at(-2)?.trim() ?? '';
  return before.startsWith('#') || document.toml.comments.some((one) => one.start >= start && one.end <= end);
}

/** The edit that takes a statement out with its lines, and no more than one empty line with it. */
export function removal({ text }: SmolfileDocument, statement: KeyValueNode, from?: number): TextEdit {
  const lines = linesOf(text, statement);
  const start = from ?? lines.start;
  const next = /^[ \t]*\r?\n/.exec(text.slice(lines.end));
  const isAfterGap = /(?:^\uFEFF?|\n[ \t]*\r?\n)$/.test(text.slice(0, start));
  return { range: { start, end: isAfterGap && next ? lines.end + next[0].length : lines.end }, text: '' };
}

/**
 * The edits that move a top-level key into a section, with its comments: the ones inside it, behind it, and
 * directly above it unless they open the file or talk to this toolkit.
 *
 * @returns nothing where the section is written in a way that takes no further lines.
 */
export function moveInto(
  document: SmolfileDocument,
  setting: Setting,
  section: string,
): TextEdit[] | undefined {
  const { text, settings, damaged } = document;
  const statement = damaged ? undefined : topLevelStatement(document, setting);
  if (!statement) return undefined;
  const target = settings.get(section)?.value;
  if (!target || (target.type === 'table' && target.origin === 'dotted')) {
    const { start } = statement;
    return [{ range: { start, end: start }, text: `${section}.` }];
  }
  if (target.type !== 'table' || target.origin !== 'header' || !target.header) return undefined;
  const start = commentsAbove(text, linesOf(text, statement).start);
  const removed = removal(document, statement, start);
  const moved = text.slice(start, linesOf(text, statement).end).replace(/\r?\n$/, '');
  const lineEnd = text.indexOf('\n', target.header.end);
  const eol = lineBreakOf(document);
  const at = lineEnd === -1 ? text.length : lineEnd + 1;
  const inserted = lineEnd === -1 ? `${eol}${moved}` : `${moved}${eol}`;
  return [removed, { range: { start: at, end: at }, text: inserted }];
}

/** The line break that a document uses. */
export function lineBreakOf({ text }: SmolfileDocument): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** From the start of the first line to the start of the line after the last. */
function linesOf(text: string, { start, end }: KeyValueNode): { start: number; end: number } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return { start: from === 0 && text.startsWith('\uFEFF') ? 1 : from, end: to === -1 ? text.length : to + 1 };
}

function commentsAbove(text: string, start: number): number {
  let from = start;
  while (from > 0) {
    const line = text.lastIndexOf('\n', from - 2) + 1;
    const comment = text.slice(line, from).trim();
    if (!comment.startsWith('#')) return from;
    if (line === 0 || /smolfile/i.test(comment)) return start;
    from = line;
  }
  return start;
}
