import { TOOLKIT_VERSION } from '@smolfile/core';
import {
  DidChangeWatchedFilesNotification,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { capabilitiesFor } from './capabilities.ts';
import { clientOf } from './client.ts';
import { Diagnostics } from './diagnostics.ts';
import { answerRefused } from './manners.ts';
import { answerRequests } from './requests.ts';
import { Session } from './session.ts';
import { isConfigName, WATCHED } from './smolfile-name.ts';
import { NOWHERE, type World } from './world.ts';

/** Wires a connection to the features and starts listening on it. */
export function serve(connection: Connection, world: World = NOWHERE): void {
  const session = new Session(
    connection,
    world,
    (uris) => diagnostics.refresh(uris),
    (uris) => diagnostics.shellArrived(uris),
  );
  const diagnostics = new Diagnostics(session);
  const { documents, settings } = session;

  connection.onInitialize((params): InitializeResult => {
    session.client = clientOf(params.capabilities);
    session.folders = foldersOf(params);
    settings.initialize(session.client, params.initializationOptions);
    return {
      serverInfo: { name: 'smolfile-language-server', version: TOOLKIT_VERSION },
      capabilities: capabilitiesFor(session.client),
    };
  });
  connection.onInitialized(async () => {
    followFolders(session);
    await Promise.all([settings.watch(session.client), watchFiles(session)]);
  });
  connection.onShutdown(() => {
    diagnostics.stop();
    session.hosts.stop();
  });

  connection.onDidChangeConfiguration((change) => {
    settings.changed(change.settings);
    session.shell?.again();
    refreshAll(session, diagnostics);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // A Smolfile that is not open matters only to clients that ask for a whole workspace.
    const relevant = changes.some(({ uri }) => isConfigName(uri) || !documents.get(uri));
    if (relevant) refreshAll(session, diagnostics);
  });

  documents.onDidChangeContent(({ document }) => diagnostics.changed(document));
  documents.onDidClose(async ({ document: { uri } }) => {
    settings.forget(uri);
    session.hosts.forget(uri);
    await diagnostics.closed(uri);
  });
  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    diagnostics.pull(textDocument.uri, previousResultId, token),
  );
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
    const items: Parameters<Parameters<Diagnostics['pullAll']>[2]>[0][] = [];
    const send = partial
      ? (one: (typeof items)[0]) => partial.report({ items: [one] })
      : (one: (typeof items)[0]) => void items.push(one);
    await diagnostics.pullAll(previousResultIds, token, send);
    return { items };
  });
  answerRequests(session);
  answerRefused(connection);
  documents.listen(connection);
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

/** Keeps the workspace's folders in step with the client. */
function followFolders(session: Session): void {
  if (!session.client.workspaceFolders) return;
  session.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = new Set(removed.map(({ uri }) => uri));
    session.folders = [...session.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
  });
}

async function watchFiles({ client, connection }: Session): Promise<void> {
  if (!client.fileEvents) return;
  try {
    const watchers = WATCHED.map((globPattern) => ({ globPattern }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  } catch (error) {
    connection.console.warn(`The client will not tell when files change: ${String(error)}`);
  }
}

/** Whatever depends on settings, versions or the host is asked for, or said, anew. */
function refreshAll(session: Session, diagnostics: Diagnostics): void {
  const { client, connection, documents } = session;
  diagnostics.refresh(documents.keys());
  if (client.refresh.inlayHints) session.told(connection.languages.inlayHint.refresh());
  if (client.refresh.semanticTokens) session.told(connection.languages.semanticTokens.refresh());
}
