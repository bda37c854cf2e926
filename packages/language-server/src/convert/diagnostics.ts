import { ruleUrl, type Diagnostic, type Severity } from '@smolfile/core';
import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../client.ts';
import { toRange, toTextEdits } from './positions.ts';

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

/** As the client shows it: what is wrong, in one line. What to do and why are in the hover and behind the code. */
export function toDiagnostic(document: TextDocument, diagnostic: Diagnostic, client: Client): lsp.Diagnostic {
  const { code, message, related, fix } = diagnostic;
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
    message,
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
