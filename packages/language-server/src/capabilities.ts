import { CodeActionKind, TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { CREATE_FOLDER, EXPLAIN_RULE } from './commands.ts';
import { LEGEND } from './convert.ts';
import { KINDS } from './features/actions/index.ts';

/** Typing one of these may be the start of something that can be completed. */
const TRIGGERS = ['[', '.', '=', '"', "'", ':', '/', '{', '#', ' '];

/** What the server does for a client, as far as the client can take it. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: {
      triggerCharacters: TRIGGERS,
      resolveProvider: client.completion.lazyDocumentation,
    },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    renameProvider: client.renamePrepare ? { prepareProvider: true } : true,
    semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
    executeCommandProvider: { commands: [EXPLAIN_RULE, CREATE_FOLDER] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.codeActions && {
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, KINDS.rewrite, KINDS.fixAll] },
    }),
    ...(client.commands.length > 0 && { codeLensProvider: {} }),
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'smolfile',
        interFileDependencies: false,
        workspaceDiagnostics: true,
      },
    }),
    experimental: { smolfile: { resolve: true } },
  };
}
