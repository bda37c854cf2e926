import {
  applyEdits,
  parseSmolfile,
  TOML_PROBLEMS,
  type Diagnostic,
  type SmolfileDocument,
  type TextEdit,
} from '@smolfile/core';
import { lastBefore } from '../context.ts';
import { findAt, touches } from '../spot.ts';
import { KINDS, meets, type Action, type ActionsAsked } from './action.ts';

/**
 * TOML's own errors cannot be silenced, and a comment that silences nothing is best taken out. An error is what smolvm
 * refuses or what cannot work: to ignore it helps nobody.
 */
function isSilenceable({ code, severity }: Diagnostic): boolean {
  return severity !== 'error' && !Object.hasOwn(TOML_PROBLEMS, code) && code !== 'unused-suppression';
}

/** Comments that silence the findings at a place. */
export function suppressActions({ document, diagnostics, range }: ActionsAsked): Action[] {
  const here = diagnostics.filter(
    (finding) => meets(finding.range, range) && !finding.source && isSilenceable(finding),
  );
  const first = here.filter(({ code }, index) => here.findIndex((other) => other.code === code) === index);
  return first.flatMap((diagnostic) => {
    const { code, range: at } = diagnostic;
    // What a comment is about is not in the statement that a comment can cover.
    const edit = isInComment(document, at.start) ? undefined : onLine(document, diagnostic);
    return [
      ...(edit ? [action(`Ignore \`${code}\` here`, diagnostic, edit)] : []),
      action(`Ignore \`${code}\` in this file`, diagnostic, inFile(document, code)),
    ];
  });
}

function action(title: string, diagnostic: Diagnostic, edit: TextEdit): Action {
  return { title, kind: KINDS.fix, diagnostic, edits: [edit] };
}

/**
 * At the end of the line, or above it where the line ends inside a string or has a comment already.
 *
 * @returns undefined where a comment would be none: in what cannot be read.
 */
function onLine(document: SmolfileDocument, { code, range }: Diagnostic): TextEdit | undefined {
  const { lines, text, toml } = document;
  const line = lines.lineRange(lines.lineAt(range.start));
  const above = lines.lineRange(Math.max(lines.lineAt(range.start) - 1, 0));
  for (const place of [line, above]) {
    const edit = added(document, place.end, 'smolfile-ignore', code);
    const own = place === line || text.slice(place.start, place.end).trimStart().startsWith('#');
    if (edit && own) return edit;
  }
  const comment = toml.comments[lastBefore(toml.comments, line.end)];
  const commented = comment && comment.start >= line.start && comment.end <= line.end;
  const behind = insert(line.end, `${line.end > line.start ? ' ' : ''}# smolfile-ignore ${code}`);
  const start = afterMark(text, line.start);
  const indent = /^[ \t]*/.exec(text.slice(start, line.end))![0];
  const before = insert(start, `${indent}# smolfile-ignore ${code}${lineBreak(text)}`);
  const places = commented || isInString(document, line.end) ? [before] : [behind, before];
  return document.damaged ? places.find((edit) => isComment(document, edit)) : places[0];
}

/** Whether a comment is one to those who read the text, and they read the rest as before. */
function isComment({ text, errors }: SmolfileDocument, edit: TextEdit): boolean {
  const after = parseSmolfile(applyEdits(text, [edit]));
  const at = edit.range.start + edit.text.indexOf('#');
  const { comments } = after.toml;
  return comments[lastBefore(comments, at)]?.start === at && after.errors.length <= errors.length;
}

function inFile(document: SmolfileDocument, code: string): TextEdit {
  const { text, toml } = document;
  const first = toml.body[0]?.start ?? toml.headers[0]?.start ?? text.length;
  for (const { start, end } of toml.comments) {
    const edit = start < first ? added(document, end, 'smolfile-ignore-file', code) : undefined;
    if (edit) return edit;
  }
  return insert(afterMark(text, 0), `# smolfile-ignore-file ${code}${lineBreak(text)}`);
}

/** Adds a code to the comment that ends here, if it is of that kind. */
function added(
  { text, toml }: SmolfileDocument,
  end: number,
  word: string,
  code: string,
): TextEdit | undefined {
  const comment = toml.comments[lastBefore(toml.comments, end)];
  if (!comment || comment.end !== end) return undefined;
  const pattern = new RegExp(`^#\\s*${word}\\s+[a-z0-9-]+(?:\\s*,\\s*[a-z0-9-]+)*`);
  const match = pattern.exec(text.slice(comment.start, comment.end));
  return match ? insert(comment.start + match[0].length, `, ${code}`) : undefined;
}

function isInComment({ toml }: SmolfileDocument, offset: number): boolean {
  const comment = toml.comments[lastBefore(toml.comments, offset)];
  return comment !== undefined && touches(comment, offset);
}

function isInString(document: SmolfileDocument, offset: number): boolean {
  const { spot } = findAt(document, offset);
  return spot?.kind === 'value' && spot.node.type === 'scalar' && spot.node.end > offset;
}

function insert(offset: number, text: string): TextEdit {
  return { range: { start: offset, end: offset }, text };
}

/** Nothing may stand before the mark that a text can begin with. */
function afterMark(text: string, offset: number): number {
  return offset === 0 && text.startsWith('\uFEFF') ? 1 : offset;
}

/** How the text ends its lines. */
export function lineBreak(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
