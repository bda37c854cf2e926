import { TOOLKIT_VERSION, type HostFileSystem } from '@smolfile/core';
import {
  CodeActionKind,
  TextDocumentSyncKind,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { clientOf } from './client.ts';
import { fromRange, toCodeAction, toDiagnostic } from './convert.ts';
import { Debouncer } from './debounce.ts';
import { openDocuments, smolfileOf } from './documents.ts';
import { diagnose } from './features/diagnostics.ts';
import type { Target } from './features/target.ts';
import { quickFixes } from './features/quick-fixes.ts';
import { SettingsSource } from './settings.ts';

/** What differs between the places a server runs in. */
export interface ServeOptions {
  /** The host's file system around a document; not given in a browser. */
  readonly hostFor?: (uri: string) => HostFileSystem | undefined;
}

/** Milliseconds of quiet after a keystroke: short enough to feel immediate, long enough not to flicker. */
const QUIET = 120;

/** Wires a connection to the features and starts listening on it. */
export function serve(connection: Connection, { hostFor }: ServeOptions = {}): void {
  let client = clientOf({});
  const documents = openDocuments(() => client.encoding);
  const settings = new SettingsSource(connection);
  const checks = new Debouncer((error) => connection.console.error(`A check failed: ${describe(error)}`));

  async function targetOf(uri: string): Promise<Target> {
    const { smolvmVersion: smolvm } = await settings.for(uri);
    const host = hostFor?.(uri);
    return { ...(smolvm !== undefined && { smolvm }), ...(host && { host }) };
  }

  async function check(document: TextDocument): Promise<void> {
    const { uri } = document;
    const target = await targetOf(uri);
    // Closed while the client was asked for its settings.
    if (documents.get(uri) !== document) return;
    const { version } = document;
    const diagnostics = diagnose(smolfileOf(document), target).map((diagnostic) =>
      toDiagnostic(document, diagnostic, client),
    );
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }

  async function codeActions({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const document = documents.get(textDocument.uri);
    const wanted = context.only?.some((kind) => isWithin(CodeActionKind.QuickFix, kind)) ?? true;
    if (!document || !wanted) return [];
    const target = await targetOf(document.uri);
    const selection = fromRange(document, range, client.encoding);
    return quickFixes(smolfileOf(document), selection, target).map((fix) =>
      toCodeAction(document, fix, client),
    );
  }

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    client = clientOf(capabilities);
    settings.initialize(client, initializationOptions);
    return {
      serverInfo: { name: 'smolfile-language-server', version: TOOLKIT_VERSION },
      capabilities: {
        positionEncoding: client.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(client.codeActions && { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
      },
    };
  });
  connection.onInitialized(() => settings.watch(client));
  connection.onDidChangeConfiguration((change) => {
    settings.changed(change.settings);
    for (const document of documents.all()) checks.run(document.uri, 0, () => check(document));
  });
  connection.onCodeAction(codeActions);
  connection.onShutdown(() => checks.stop());

  const opened = new WeakSet<TextDocument>();
  documents.onDidChangeContent(({ document }) => {
    const quiet = opened.has(document) ? QUIET : 0;
    opened.add(document);
    checks.run(document.uri, quiet, () => check(document));
  });
  documents.onDidClose(async ({ document: { uri } }) => {
    checks.cancel(uri);
    settings.forget(uri);
    await connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  documents.listen(connection);
  connection.listen();
}

/** Whether `kind` is `family` or one of its refinements: `quickfix.x` is within `quickfix`. */
function isWithin(kind: string, family: string): boolean {
  return family === '' || kind === family || kind.startsWith(`${family}.`);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
