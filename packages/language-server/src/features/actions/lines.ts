import type { HeaderNode, KeyValueNode, SmolfileDocument, TextEdit, TextRange } from '@smolfile/core';
import { lineBreak } from './suppress.ts';

/** The lines of a statement whole, the break at their end and comments right above included. */
export function linesOf({ text, lines }: SmolfileDocument, { start, end }: TextRange): TextRange {
  let first = lines.lineAt(start);
  while (first > 0 && /^\s*#(?!\s*smolfile)/.test(lineText(first - 1))) first--;
  const last = lines.lineAt(end);
  return {
    start: lines.lineRange(first).start,
    end: last + 1 < lines.lineCount ? lines.lineRange(last + 1).start : text.length,
  };

  function lineText(line: number): string {
    const range = lines.lineRange(line);
    return text.slice(range.start, range.end);
  }
}

/** Whether a statement has its lines for itself, so that they can be moved. */
export function ownsLines({ text, lines }: SmolfileDocument, { start, end }: TextRange): boolean {
  const from = lines.lineRange(lines.lineAt(start)).start;
  const to = lines.lineRange(lines.lineAt(end)).end;
  return text.slice(from, start).trim() === '' && /^\s*(?:#.*)?$/.test(text.slice(end, to));
}

/** Adds lines behind the last statement of a section. */
export function appendTo(document: SmolfileDocument, header: HeaderNode, added: string): TextEdit {
  return appendAfter(document, header.entries.at(-1) ?? header, added);
}

/** Adds lines below a statement. */
export function appendAfter(document: SmolfileDocument, node: TextRange, added: string): TextEdit {
  const { text, lines } = document;
  const { end } = lines.lineRange(lines.lineAt(node.end));
  return { range: { start: end, end }, text: lineBreak(text) + withBreaks(added, text) };
}

/** Adds a section at the end of the text, after an empty line. */
export function appendSection({ text }: SmolfileDocument, added: string): TextEdit {
  const kept = text.trimEnd();
  const end = lineBreak(text);
  const gap = kept === '' ? '' : end + end;
  return { range: { start: kept.length, end: text.length }, text: gap + withBreaks(added, text) + end };
}

/** A statement as it is written, comments at its line's end left out. */
export function sourceOf({ text }: SmolfileDocument, { start, end }: TextRange): string {
  return text.slice(start, end);
}

/** The header of a section, if it is written with one. */
export function headerOf({ toml }: SmolfileDocument, path: readonly string[]): HeaderNode | undefined {
  return toml.headers.find(
    ({ keys, array, attached }) =>
      attached && !array && keys.length === path.length && keys.every(({ name }, at) => name === path[at]),
  );
}

/** The statement of the top level that sets a key by its bare name. */
export function statementOf({ toml }: SmolfileDocument, name: string): KeyValueNode | undefined {
  return toml.body.find(({ keys }) => keys.length === 1 && keys[0]!.name === name);
}

function withBreaks(added: string, text: string): string {
  return lineBreak(text) === '\n' ? added : added.replaceAll(/\r?\n/g, '\r\n');
}
