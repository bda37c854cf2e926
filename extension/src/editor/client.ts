/** What the language client is, in the desktop's editor and in a browser alike. */
import { languages, type CodeLens, type Disposable, type TextDocument, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, StaticFeature } from 'vscode-languageclient';
import { lensesFor } from './lenses.ts';

/** Documents of the language wherever they come from, except the old sides of comparisons (`git:` and its kin). */
const DOCUMENTS: NonNullable<LanguageClientOptions['documentSelector']> = [
  'file',
  'untitled',
  'vscode-vfs',
  'vscode-remote',
  'vscode-test-web',
].map((scheme) => ({ scheme, language: 'smolfile' }));

/** Whether a document is one that the server has. */
export function isServed(document: TextDocument): boolean {
  return languages.match(DOCUMENTS as never, document) > 0;
}

/** A comment that says which smolvm a file is for; it wins over what happens to be installed. */
const PIN = /^#\s*smolfile:\s*smolvm\s*=/;

function isPinned(document: TextDocument | undefined): boolean {
  if (!document) return false;
  for (let line = 0; line < document.lineCount; line++) {
    const text = document.lineAt(line).text.trim();
    if (PIN.test(text)) return true;
    if (text !== '' && !text.startsWith('#')) return false;
  }
  return false;
}

/** The version of the smolvm that is installed, as far as it is known by now. */
export type InstalledVersion = () => string | undefined;

/**
 * @param installed what a file is checked for that neither pins a version nor has one set for it.
 */
export function clientOptions(installed: InstalledVersion): LanguageClientOptions {
  return {
    documentSelector: DOCUMENTS,
    middleware: {
      async provideCodeLenses(document, token, next): Promise<CodeLens[]> {
        return lensesFor(document, (await next(document, token)) ?? []);
      },
      workspace: {
        async configuration(params, token, next): Promise<unknown[]> {
          const values: unknown = await next(params, token);
          if (!Array.isArray(values)) return [];
          return params.items.map(({ section, scopeUri }, index) => {
            const value: unknown = values[index];
            return section === 'smolfile' ? withInstalled(value, scopeUri, installed()) : value;
          });
        },
      },
    },
  };
}

function withInstalled(value: unknown, uri: string | undefined, version: string | undefined): unknown {
  const settings = (value ?? {}) as { readonly smolvmVersion?: string };
  if (version === undefined || (settings.smolvmVersion ?? '') !== '') return settings;
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
  return isPinned(document) ? settings : { ...settings, smolvmVersion: version };
}

/** Tells the server that the client runs what a click on its code lens asks for. */
export const LENSES: StaticFeature = {
  fillClientCapabilities(capabilities) {
    const experimental = (capabilities.experimental ?? {}) as object;
    capabilities.experimental = { ...experimental, smolfile: { commands: ['smolfile.preview'] } };
  },
  initialize() {
    // The server's lenses come through the ordinary feature.
  },
  getState: () => ({ kind: 'static' }),
  clear() {
    // Nothing is held.
  },
};

/** Has the server ask for its settings again: which smolvm is installed is one of them, though not stored. */
export function settingsChanged(client: BaseLanguageClient): void {
  if (!client.isRunning()) return;
  void client.sendNotification('workspace/didChangeConfiguration', { settings: null });
}

/** Has the editor ask for code lenses again: what they offer depends on trust and settings, too. */
export function refreshLenses(client: BaseLanguageClient): void {
  const feature = client.getFeature('textDocument/codeLens');
  for (const document of workspace.textDocuments) {
    feature.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
  }
}

/** Notices when a file begins or ceases to say which smolvm it is for. */
export function watchPins(client: BaseLanguageClient): Disposable {
  const pinned = new Map<string, boolean>();
  const key = (uri: Uri): string => uri.toString();
  const watching = [
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId !== 'smolfile') return;
      const now = isPinned(document);
      const before = pinned.get(key(document.uri)) ?? false;
      pinned.set(key(document.uri), now);
      if (now !== before) settingsChanged(client);
    }),
    workspace.onDidOpenTextDocument((document) => {
      if (document.languageId === 'smolfile') pinned.set(key(document.uri), isPinned(document));
    }),
    workspace.onDidCloseTextDocument(({ uri }) => pinned.delete(key(uri))),
  ];
  for (const document of workspace.textDocuments) pinned.set(key(document.uri), isPinned(document));
  return { dispose: () => watching.forEach((each) => void each.dispose()) };
}
