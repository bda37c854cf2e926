import { maskedDiagnostics, shellcheckUrl, type ShellFinding, type SmolfileDocument } from '@smolfile/core';
import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../client.ts';
import { toWorkspaceEdit } from './actions.ts';
import { toDiagnostic } from './diagnostics.ts';

/** Findings of shellcheck, under its name; no credential of the document is shown in them. */
export function toShellDiagnostics(
  document: TextDocument,
  smolfile: SmolfileDocument,
  findings: readonly ShellFinding[],
  client: Client,
): lsp.Diagnostic[] {
  return maskedDiagnostics(smolfile, findings).map((diagnostic, index) => ({
    ...toDiagnostic(document, diagnostic, client),
    ...(findings[index]!.isStyle && { severity: lsp.DiagnosticSeverity.Hint }),
    source: 'shellcheck',
    codeDescription: { href: shellcheckUrl(diagnostic.code) },
  }));
}

/** What shellcheck would write instead. */
export function toShellActions(
  document: TextDocument,
  smolfile: SmolfileDocument,
  findings: readonly ShellFinding[],
  client: Client,
): lsp.CodeAction[] {
  return maskedDiagnostics(smolfile, findings).flatMap(({ fix }, index): lsp.CodeAction[] => {
    if (!fix) return [];
    const diagnostics = toShellDiagnostics(document, smolfile, [findings[index]!], client);
    return [
      {
        title: fix.title,
        kind: lsp.CodeActionKind.QuickFix,
        diagnostics,
        isPreferred: fix.safe,
        edit: toWorkspaceEdit(document, fix.edits, client),
      },
    ];
  });
}
