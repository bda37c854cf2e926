import type { TextEdit } from '@smolfile/core';
import type * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../client.ts';
import { CREATE_FOLDER, EXPLAIN_RULE } from '../commands.ts';
import type { Action } from '../features/actions/index.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toTextEdits } from './positions.ts';

/** An action that the client applies itself, or has the server explain; preferred (one keystroke) when certain. */
export function toCodeAction(document: TextDocument, action: Action, client: Client): lsp.CodeAction {
  const { title, kind, diagnostic, preferred, edits, explains, creates } = action;
  return {
    title,
    kind,
    ...(preferred !== undefined && { isPreferred: preferred }),
    ...(diagnostic && { diagnostics: [toDiagnostic(document, diagnostic, client)] }),
    ...(edits && { edit: toWorkspaceEdit(document, edits, client) }),
    ...(explains !== undefined && {
      command: { title, command: EXPLAIN_RULE, arguments: [explains] },
    }),
    ...(creates !== undefined && {
      command: { title, command: CREATE_FOLDER, arguments: [document.uri, creates] },
    }),
  };
}

/** Edits of one document; with its version where the client takes that, so that none hits a newer text. */
export function toWorkspaceEdit(
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
