import type { TextEdit, TextRange } from '@smolfile/core';
import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Encoding } from '../client.ts';

/** @param offset in UTF-16 units; beyond the text it is moved to its end. */
export function toPosition(document: TextDocument, offset: number, encoding: Encoding): lsp.Position {
  const position = document.positionAt(offset);
  if (encoding === 'utf-16') return position;
  const before = document.getText({ start: { line: position.line, character: 0 }, end: position });
  return { line: position.line, character: utf8Length(before) };
}

/** @returns an offset in UTF-16 units; a place inside a character is moved to its start, one beyond its line to its end. */
export function toOffset(document: TextDocument, position: lsp.Position, encoding: Encoding): number {
  if (encoding === 'utf-16') return document.offsetAt(position);
  const start = { line: position.line, character: 0 };
  const line = document.getText({ start, end: { line: position.line, character: lsp.uinteger.MAX_VALUE } });
  let offset = document.offsetAt(start);
  let bytes = 0;
  for (const character of line) {
    bytes += utf8Length(character);
    if (bytes > position.character) break;
    offset += character.length;
  }
  return offset;
}

/** Of a document's range in LSP's terms. */
export function toRange(document: TextDocument, range: TextRange, encoding: Encoding): lsp.Range {
  return {
    start: toPosition(document, range.start, encoding),
    end: toPosition(document, range.end, encoding),
  };
}

/** Of an LSP range in core's terms. */
export function fromRange(document: TextDocument, range: lsp.Range, encoding: Encoding): TextRange {
  return { start: toOffset(document, range.start, encoding), end: toOffset(document, range.end, encoding) };
}

/** Rewrites a change that the client sent so that it counts as `TextDocument` does. */
export function toUtf16Change(
  document: TextDocument,
  change: lsp.TextDocumentContentChangeEvent,
  encoding: Encoding,
): lsp.TextDocumentContentChangeEvent {
  if (encoding === 'utf-16' || !lsp.TextDocumentContentChangeEvent.isIncremental(change)) return change;
  const range = toRange(document, fromRange(document, change.range, encoding), 'utf-16');
  return { range, text: change.text };
}

/** Of edits in LSP's terms. */
export function toTextEdits(
  document: TextDocument,
  edits: readonly TextEdit[],
  encoding: Encoding,
): lsp.TextEdit[] {
  return edits.map(({ range, text }) => ({ range: toRange(document, range, encoding), newText: text }));
}

/** In bytes; a lone surrogate counts as the replacement character that it is sent as. */
function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
