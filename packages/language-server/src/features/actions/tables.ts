import type { HeaderNode, KeyValueNode, SmolfileDocument, TextEdit } from '@smolfile/core';
import { lastBefore } from '../context.ts';
import { findAt } from '../spot.ts';
import { KINDS, type Action, type ActionsAsked } from './action.ts';
import { appendTo, headerOf, linesOf, ownsLines, sourceOf } from './lines.ts';
import { lineBreak } from './suppress.ts';

/** Turns an inline table into a section and back. */
export function tableActions({ document, range }: ActionsAsked): Action[] {
  if (document.damaged) return [];
  const { headers, body } = document.toml;
  const header = headers[lastBefore(headers, range.start)];
  const [outer] = findAt(document, range.start).around;
  if (outer?.type === 'header') return inlineAction(document, outer);
  const entry = outer?.type === 'key-value' ? outer : undefined;
  const isStatement = entry && (header ? header.entries : body).includes(entry);
  return isStatement ? sectionAction(document, entry, header) : [];
}

function sectionAction(
  document: SmolfileDocument,
  entry: KeyValueNode,
  header: HeaderNode | undefined,
): Action[] {
  const { value } = entry;
  if (value.type !== 'inline-table' || header?.array || !ownsLines(document, entry)) return [];
  const path = [...(header?.keys ?? []), ...entry.keys].map((key) => sourceOf(document, key)).join('.');
  const { end: lineEnd } = document.lines.lineRange(document.lines.lineAt(entry.end));
  const tail = document.text.slice(entry.end, lineEnd).trimEnd();
  const lines = [`[${path}]${tail}`, ...value.entries.map((one) => sourceOf(document, one))];
  const { body, headers } = document.toml;
  const last = (header ? header.entries : body).at(-1)!;
  const whole = linesOf(document, entry);
  const end = lineBreak(document.text);
  const isLast = last === entry;
  const follows = isLast ? whole.end : linesOf(document, last).end;
  // A header must come after the last key of the table around, or that key would become its own.
  const gap = isLast && whole.start === 0 ? '' : end;
  const more = headers.some(({ start }) => start >= follows) && !startsBlank(document, follows) ? end : '';
  const comment = document.text.slice(whole.start, entry.start);
  const text = gap + comment.trimStart() + lines.join(end) + end + more;
  const edits: TextEdit[] = isLast
    ? [{ range: whole, text }]
    : [
        { range: whole, text: '' },
        { range: { start: follows, end: follows }, text: withBreak(document, follows) + text },
      ];
  return [{ title: `Write as a section \`[${path}]\``, kind: KINDS.rewrite, edits }];
}

/** What ends the line before a place that is the end of a text without one. */
function withBreak({ text }: SmolfileDocument, offset: number): string {
  return offset > 0 && text.charAt(offset - 1) !== '\n' ? lineBreak(text) : '';
}

function startsBlank({ text }: SmolfileDocument, offset: number): boolean {
  return /^[ \t]*\r?\n/.test(text.slice(offset));
}

function inlineAction(document: SmolfileDocument, header: HeaderNode): Action[] {
  const { toml, text } = document;
  const index = toml.headers.indexOf(header);
  const end = toml.headers[index + 1]?.start ?? text.length;
  const below = header.entries.at(-1) ?? header;
  const content = { start: header.start, end: below.end };
  const sound =
    !header.array &&
    header.attached &&
    header.entries.length > 0 &&
    !toml.comments.some(({ start }) => start > header.start && start < end) &&
    header.entries.every((entry) => !sourceOf(document, entry).includes('\n')) &&
    !toml.headers.some((other) => other !== header && isBelow(other, header));
  if (!sound) return [];
  const name = sourceOf(document, header.keys.at(-1)!);
  const line = `${name} = { ${header.entries.map((entry) => sourceOf(document, entry)).join(', ')} }`;
  const parents = header.keys.slice(0, -1);
  const path = header.keys.map((key) => sourceOf(document, key)).join('.');
  const title = `Write \`[${path}]\` as an inline table`;
  const whole = { start: linesOf(document, header).start, end: linesOf(document, below).end };
  // The comment above comes along.
  const above = text.slice(whole.start, header.start).replace(/[ \t]*$/, '');
  const parent = headerOf(
    document,
    parents.map(({ name: part }) => part),
  );
  if (parents.length > 0 && parent) {
    const edits = [appendTo(document, parent, above + line), { range: whole, text: '' }];
    return [{ title, kind: KINDS.rewrite, edits: edits.toSorted((a, b) => a.range.start - b.range.start) }];
  }
  if (parents.length > 0) {
    const outer = parents.map((key) => sourceOf(document, key)).join('.');
    const replaced = `[${outer}]${lineBreak(text)}${line}`;
    return [{ title, kind: KINDS.rewrite, edits: [{ range: content, text: replaced }] }];
  }
  return [{ title, kind: KINDS.rewrite, edits: toTop(document, above + line, whole) }];
}

/** A key of the top level has to stand before every header. */
function toTop(document: SmolfileDocument, line: string, whole: { start: number; end: number }): TextEdit[] {
  const { body, headers } = document.toml;
  const end = lineBreak(document.text);
  const last = body.at(-1);
  const first = headers[0]!;
  if (last) {
    const at = document.lines.lineRange(document.lines.lineAt(last.end)).end;
    return [
      { range: { start: at, end: at }, text: end + line },
      { range: whole, text: '' },
    ];
  }
  if (whole.start <= first.start) return [{ range: whole, text: line + end }];
  const { start } = linesOf(document, first);
  return [
    { range: { start, end: start }, text: `${line}${end}${end}` },
    { range: whole, text: '' },
  ];
}

function isBelow(one: HeaderNode, other: HeaderNode): boolean {
  return (
    one.keys.length > other.keys.length && other.keys.every(({ name }, at) => name === one.keys[at]?.name)
  );
}
