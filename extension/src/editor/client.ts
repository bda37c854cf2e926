/** What the language client is, in the desktop's editor and in a browser alike. */
import { commands, languages, type CodeLens, type Disposable, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, StaticFeature } from 'vscode-languageclient';
import { registerExplanations, showExplanation } from './explain.ts';
import { areOutdated, lensesFor, type MachinesOf } from './lenses.ts';

/** Documents of the language wherever they come from, except the old sides of comparisons (`git:` and its kin). */
const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'];
const DOCUMENTS: NonNullable<LanguageClientOptions['documentSelector']> = [
  ...SCHEMES.map((scheme) => ({ scheme, language: 'smolfile' })),
  // In whatever language it is: VS Code itself has none for TOML.
  ...SCHEMES.map((scheme) => ({ scheme, pattern: '**/smolfile.config.{toml,json}' })),
];

/** The server's command, which would open a page on the web. */
const EXPLAIN_RULE = 'smolfile.explainRule';

/** Whether a document is one that the server has. */
export function isServed(document: TextDocument): boolean {
  return languages.match(DOCUMENTS as never, document) > 0;
}

/** The version of the smolvm that is installed, as far as it is known by now. */
export type InstalledVersion = () => string | undefined;

/**
 * @param installed what a file is checked for that neither pins a version nor has one set for it.
 * @param machinesOf which machines there are of a file; where nothing is run there are none.
 */
export function clientOptions(installed: InstalledVersion, machinesOf?: MachinesOf): LanguageClientOptions {
  return {
    documentSelector: DOCUMENTS,
    initializationOptions: () => ({ trusted: workspace.isTrusted }),
    middleware: {
      async executeCommand(command, args: unknown[], next): Promise<unknown> {
        if (command === EXPLAIN_RULE && (await showExplanation(args[0]))) return undefined;
        return (await next(command, args)) as unknown;
      },
      async provideCodeLenses(document, token, next): Promise<CodeLens[]> {
        return lensesFor(document, (await next(document, token)) ?? [], machinesOf);
      },
      workspace: {
        async configuration(params, token, next): Promise<unknown[]> {
          const values: unknown = await next(params, token);
          if (!Array.isArray(values)) return [];
          const installedVersion = installed() ?? '';
          return params.items.map(({ section }, index) => {
            const value: unknown = values[index];
            return section === 'smolfile'
              ? { ...(value as object | null), installedVersion, trusted: workspace.isTrusted }
              : value;
          });
        },
      },
    },
  };
}

/** What this client does beyond the protocol. */
const ABILITIES = {
  /** The commands that the server may have the client run: of its code lenses, and after a completion. */
  commands: ['smolfile.preview', 'editor.action.triggerSuggest'],
  /** Unless somebody sets it otherwise: the manifest asks for `smart`. */
  enterTakesChanges: true,
};

/** Tells the server of it. */
export const ANNOUNCED: StaticFeature = {
  fillClientCapabilities(capabilities) {
    const experimental = (capabilities.experimental ?? {}) as object;
    capabilities.experimental = { ...experimental, smolfile: ABILITIES };
  },
  initialize() {
    // The server's lenses come through the ordinary feature.
  },
  getState: () => ({ kind: 'static' }),
  clear() {
    // Nothing is held.
  },
};

/** What one does about the server itself. */
export function registerServerCommands(client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand('smolfile.restartServer', async () => {
      // One that has crashed has nothing to stop.
      await client.stop().catch(() => undefined);
      await client.start();
    }),
    commands.registerCommand('smolfile.showOutput', () => client.outputChannel.show()),
    registerExplanations(),
  ];
}

/** Has the server ask for its settings again: the smolvm that is installed and trust are among them, though not stored. */
export function settingsChanged(client: BaseLanguageClient): void {
  if (!client.isRunning()) return;
  void client.sendNotification('workspace/didChangeConfiguration', { settings: null });
}

/** How long VS Code takes to ask for lenses once it is told to. Milliseconds. */
const ASKING = 1500;

/** Has the editor ask for code lenses again: what they offer depends on trust, settings and machines, too. */
export class LensRefresh implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #machinesOf: MachinesOf;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(client: BaseLanguageClient, machinesOf: MachinesOf) {
    this.#client = client;
    this.#machinesOf = machinesOf;
  }

  /**
   * Lenses that stay the same stay untouched, since one may be clicked just now. Whether they have changed is looked
   * at again: VS Code drops what it is about to ask where the text loses the focus, as to a click into a view.
   */
  now(): void {
    this.#tell();
    clearTimeout(this.#again);
    this.#again = setTimeout(() => this.#tell(), ASKING);
  }

  dispose(): void {
    clearTimeout(this.#again);
  }

  #tell(): void {
    const feature = this.#client.getFeature('textDocument/codeLens');
    for (const document of workspace.textDocuments) {
      if (areOutdated(document, this.#machinesOf))
        feature.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
    }
  }
}
