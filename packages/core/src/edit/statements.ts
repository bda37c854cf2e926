import type { SmolfileDocument } from '../document/document.ts';
import type { TextEdit, TextRange } from '../text/range.ts';
import type { KeyValueNode } from '../toml/index.ts';
import {
  contentStart,
  endsLine,
  indentAt,
  insertion,
  lineBreakAt,
  lineEnd,
  lineStart,
  nextLine,
} from './lines.ts';
import {
  commentBehind,
  commentLines,
  commentsAbove,
  commentsIn,
  replacement,
  skipBlanks,
  startsLine,
} from './lines.ts';
import type { Holder } from './find.ts';
import { keyText } from './path.ts';
import { statementText, valueText, type EditValue } from './write.ts';

/** A value that is to be written. */
export interface NewValue {
  readonly value: EditValue;
  /** Lines to write above it as a comment. */
  readonly comment?: string | undefined;
  /** The source of the value with what follows on its line, and of the comments above it, where both are there already. */
  readonly source?: { readonly above: string; readonly value: string } | undefined;
}

/** A key that is to be written. */
export interface NewKey extends NewValue {
  /** From the table that its statement stands in. */
  readonly names: readonly string[];
}

/** `key = value` with the comment above, without the last line break. */
export function statementLines(key: NewKey, indent: string, eol: string, like?: Spacing): string {
  const { names, value, comment, source } = key;
  const name = keyText(names) + (like ? equalsLike(like, keyText(names)) : ' = ');
  if (source) return `${source.above}${indent}${name}${source.value}`;
  const statement = name + statementText(value, indent.length + name.length, indent, eol);
  return [...commentText(comment), statement].map((line) => indent + line).join(eol);
}

function commentText(comment: string | undefined): string[] {
  return comment === undefined ? [] : comment.split(/\r?\n/).map((line) => `# ${line}`.trimEnd());
}

/** How the statement beside has its equals sign. */
interface Spacing {
  readonly text: string;
  readonly entry: KeyValueNode;
}

/** `=` with the spaces of a neighbour, in its column where it has been put into one. */
export function equalsLike({ text, entry }: Spacing, name: string): string {
  const from = entry.keys.at(-1)!.end;
  const sign = text.slice(from, entry.value.start);
  if (!/^[ \t]*=[ \t]*$/.test(sign)) return ' = ';
  const before = sign.indexOf('=');
  if (before < 2) return sign;
  const width = from + before - entry.start;
  return sign.slice(before).padStart(sign.length - before + Math.max(1, width - name.length));
}

/** Adds a statement to what has others, or is a section, below the last of its kind. */
export function addStatement(document: SmolfileDocument, holder: Holder, key: NewKey): TextEdit {
  const { text } = document;
  const eol = lineBreakAt(text, holder.node?.start ?? 0);
  const entry = neighbourOf(holder, key.names);
  if (entry) {
    const at = lineEnd(text, entry.end);
    return insertion(at, eol + statementLines(key, indentAt(text, entry.start), eol, { text, entry }));
  }
  const { node } = holder;
  if (node) {
    const at = lineEnd(text, node.end);
    return insertion(at, eol + statementLines(key, indentAt(text, node.start), eol));
  }
  return atTop(document, key);
}

/** The statement to write below: the last that shares the most names, or simply the last. */
function neighbourOf({ entries }: Holder, names: readonly string[]): KeyValueNode | undefined {
  let best = entries.at(-1);
  let most = 0;
  for (const entry of entries) {
    const shared = entry.keys.findIndex(
      ({ name }, index) => name !== names[index] || index >= names.length - 1,
    );
    const count = shared < 0 ? entry.keys.length : shared;
    if (count < most || count === 0) continue;
    most = count;
    best = entry;
  }
  return best;
}

/** The first key of a file stands before every header, and after the comments that open the file. */
function atTop(document: SmolfileDocument, key: NewKey): TextEdit {
  const { text, toml } = document;
  const eol = lineBreakAt(text, 0);
  const written = statementLines(key, '', eol);
  const [header] = toml.headers;
  if (!header) {
    const content = text.trimEnd().length;
    if (content <= contentStart(text)) return insertion(text.length, written + eol);
    const isOpen = !text.includes('\n', content);
    return insertion(
      isOpen ? text.length : nextLine(text, content),
      (isOpen ? eol : '') + written + (isOpen ? '' : eol),
    );
  }
  const start = lineStart(text, header.start);
  const above = suppressionsAbove(text, commentsAbove(text, start));
  return insertion(above, `${written}${eol}${eol}`);
}

/** A comment that silences a finding of the line below stays with it. */
function suppressionsAbove(text: string, start: number): number {
  let from = start;
  while (from > contentStart(text)) {
    const line = lineStart(text, from - 1);
    if (!/^\s*#\s*smolfile-ignore\s/.test(text.slice(line, from))) break;
    from = line;
  }
  return from;
}

/** The lines of a statement, the last break included. */
export function linesOf(text: string, { start, end }: TextRange): TextRange {
  return { start: lineStart(text, start), end: nextLine(text, end) };
}

/** Whether a statement has its lines to itself, a comment behind it aside. */
export function ownsLines(document: SmolfileDocument, { start, end }: TextRange): boolean {
  const { text } = document;
  return (
    startsLine(text, start) && endsLine(text, commentBehind(document, end)?.end ?? skipBlanks(text, end))
  );
}

/**
 * Takes statements that follow each other out, with their lines.
 *
 * @param range from the first to the last.
 * @param keep whether the comments between and behind them stay, each on a line of its own; else the ones right above
 *   go as well.
 */
export function removeStatements(document: SmolfileDocument, range: TextRange, keep: boolean): TextEdit {
  const { text } = document;
  const behind = commentBehind(document, range.end);
  if (!ownsLines(document, range)) return replacement(range.start, range.end, '');
  const lines = linesOf(text, { start: range.start, end: behind?.end ?? range.end });
  const comments = keep ? commentsIn(document, lines) : [];
  if (comments.length > 0) {
    const kept = commentLines(document, comments, range.start);
    return replacement(range.start, lineEnd(text, behind?.end ?? range.end), kept);
  }
  const start = keep ? lines.start : commentsAbove(text, lines.start);
  return withoutGap(text, { start, end: lines.end });
}

/** Takes lines out, and one of the blank lines around them where they had one on either side. */
export function withoutGap(text: string, { start, end }: TextRange): TextEdit {
  const before = text.slice(0, start);
  if (end >= text.length) {
    // at the end of the file no blank lines are left over
    const gap = /(?<=\n)(?:[ \t]*\r?\n)+$/.exec(before);
    return replacement(start - (gap?.[0].length ?? 0), end, '');
  }
  const next = /^[ \t]*\r?\n/.exec(text.slice(end, nextLine(text, end)));
  const isAfterGap = start === contentStart(text) || /\n[ \t]*\r?\n$/.test(before.slice(-200));
  return replacement(start, next && isAfterGap ? end + next[0].length : end, '');
}

/** A section that is to be written. */
export interface NewSection {
  readonly path: readonly string[];
  readonly keys: readonly NewKey[];
  readonly comment?: string | undefined;
  /** Whole lines above the header, and what is behind it, that are there already. */
  readonly above?: string;
  readonly behind?: string;
  /** One more element of an array of tables. */
  readonly array?: boolean;
}

/** Adds a section below what is there or at a given place, a blank line apart. */
export function addSection(
  document: SmolfileDocument,
  { path, keys, comment, above = '', behind = '', array = false }: NewSection,
  place: { readonly below?: number | undefined; readonly above?: number | undefined } = {},
): TextEdit {
  const { text } = document;
  const eol = lineBreakAt(text, place.above ?? place.below ?? text.length);
  const header = array ? `[[${keyText(path)}]]` : `[${keyText(path)}]`;
  const statements = keys.map((key) => statementLines(key, '', eol));
  const lines = above + [...commentText(comment), header + behind, ...statements].join(eol);
  const gap = isDense(document) ? eol : eol + eol;
  if (place.above !== undefined)
    return insertion(commentsAbove(text, lineStart(text, place.above)), lines + gap);
  const content = text.trimEnd().length;
  if (place.below !== undefined && place.below < content) {
    const end = lineEnd(text, place.below);
    const isFollowed = gap !== eol && /^\r?\n[ \t]*[^\s]/.test(text.slice(end, end + 200));
    return insertion(end, gap + lines + (isFollowed ? eol : ''));
  }
  if (content <= contentStart(text)) return insertion(text.length, lines + eol);
  return insertion(content, gap + lines);
}

/** Whether sections follow each other without blank lines. */
function isDense({ text, toml }: SmolfileDocument): boolean {
  const later = toml.headers.slice(toml.body.length > 0 ? 0 : 1);
  const inner = later.map(({ start }) => commentsAbove(text, lineStart(text, start)));
  return (
    toml.headers.length > 1 &&
    inner.every((start) => !/\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start)))
  );
}

/** Adds an entry to a sound inline table. */
export function addEntry(text: string, holder: Holder, names: readonly string[], value: EditValue): TextEdit {
  const { node, entries } = holder;
  const { start, end } = node!;
  const entry = entries.at(-1);
  const name = keyText(names);
  if (!entry) return replacement(start + 1, end - 1, ` ${name} = ${valueText(value)} `);
  return insertion(entry.end, `, ${name}${equalsLike({ text, entry }, name)}${valueText(value)}`);
}

/** Takes an entry out of a sound inline table, with its comma. */
export function removeEntry(holder: Holder, entry: KeyValueNode): TextEdit {
  const { node, entries } = holder;
  const index = entries.indexOf(entry);
  const next = entries[index + 1];
  const previous = entries[index - 1];
  if (next) return replacement(entry.start, next.start, '');
  if (previous) return replacement(previous.end, entry.end, '');
  return replacement(node!.start + 1, node!.end - 1, '');
}
