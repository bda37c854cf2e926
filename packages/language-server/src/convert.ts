import { ruleUrl, type Diagnostic, type Severity, type TextEdit, type TextRange } from '@smolfile/core';
import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client, Encoding } from './client.ts';
import type { QuickFix } from './features/quick-fixes.ts';

/*
 * The one place where core's offsets and words become LSP's and back. `TextDocument` counts UTF-16 units and
 * ends lines where LSP does (a lone CR included, unlike core's LineIndex), so lines are its business.
 */

/** What a published diagnostic carries for clients that apply fixes without asking for code actions. */
export interface DiagnosticData {
  readonly fix: { readonly title: string; readonly safe: boolean; readonly edits: readonly lsp.TextEdit[] };
}

const SEVERITY: Record<Severity, lsp.DiagnosticSeverity> = {
  error: lsp.DiagnosticSeverity.Error,
  warning: lsp.DiagnosticSeverity.Warning,
  info: lsp.DiagnosticSeverity.Information,
};

const TAG = {
  unnecessary: lsp.DiagnosticTag.Unnecessary,
  deprecated: lsp.DiagnosticTag.Deprecated,
} as const;

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

/** As the client shows it: what, what to do, and why, one to a line; lists cut long lines, and why is the longest. */
export function toDiagnostic(document: TextDocument, diagnostic: Diagnostic, client: Client): lsp.Diagnostic {
  const { code, message, why, help, related, fix } = diagnostic;
  const tags = (diagnostic.tags ?? []).map((tag) => TAG[tag]).filter((tag) => client.tags.includes(tag));
  const data: DiagnosticData | undefined = fix && {
    fix: { title: fix.title, safe: fix.safe, edits: toTextEdits(document, fix.edits, client.encoding) },
  };
  return {
    range: toRange(document, diagnostic.range, client.encoding),
    severity: SEVERITY[diagnostic.severity],
    code,
    codeDescription: { href: ruleUrl(code) },
    source: 'smolfile',
    message: [message, help, why].filter((part) => part !== undefined).join('\n'),
    ...(tags.length > 0 && { tags }),
    ...(client.relatedInformation &&
      related.length > 0 && {
        relatedInformation: related.map((place) => ({
          location: { uri: document.uri, range: toRange(document, place.range, client.encoding) },
          message: place.message,
        })),
      }),
    ...(data && { data }),
  };
}

/** A fix as an action that the client applies itself; preferred (one keystroke) when it is certain. */
export function toCodeAction(document: TextDocument, quickFix: QuickFix, client: Client): lsp.CodeAction {
  const { diagnostic, fix } = quickFix;
  return {
    title: fix.title,
    kind: lsp.CodeActionKind.QuickFix,
    isPreferred: fix.safe,
    diagnostics: [toDiagnostic(document, diagnostic, client)],
    edit: toWorkspaceEdit(document, fix.edits, client),
  };
}

function toWorkspaceEdit(
  document: TextDocument,
  textEdits: readonly TextEdit[],
  client: Client,
): lsp.WorkspaceEdit {
  const edits = toTextEdits(document, textEdits, client.encoding);
  const { uri, version } = document;
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

function toTextEdits(document: TextDocument, edits: readonly TextEdit[], encoding: Encoding): lsp.TextEdit[] {
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
