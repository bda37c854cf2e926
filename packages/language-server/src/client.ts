import type { ClientCapabilities, DiagnosticTag, PositionEncodingKind } from 'vscode-languageserver';
import { SUGGEST } from './commands.ts';
import { LENS_COMMANDS, type LensCommand } from './features/lenses.ts';

/** How positions inside a line are counted on the wire. */
export type Encoding = 'utf-8' | 'utf-16';

/** What the client can take, as far as it changes what the server sends. */
export interface Client {
  readonly encoding: Encoding;
  readonly relatedInformation: boolean;
  readonly tags: readonly DiagnosticTag[];
  /** It asks for diagnostics itself, so that none are pushed. */
  readonly pullsDiagnostics: boolean;
  /** Edits that name the version of the document they are for. */
  readonly versionedEdits: boolean;
  /** Code actions that are more than commands. */
  readonly codeActions: boolean;
  /** Which completion items it understands. */
  readonly completion: {
    readonly snippets: boolean;
    readonly markdown: boolean;
    readonly deprecatedTag: boolean;
    readonly lazyDocumentation: boolean;
  };
  readonly hoverMarkdown: boolean;
  readonly nestedSymbols: boolean;
  readonly renamePrepare: boolean;
  readonly tooltips: boolean;
  /** The server may ask for settings, and be told that they changed. */
  readonly configuration: boolean;
  readonly configurationEvents: boolean;
  readonly fileEvents: boolean;
  /** It has several folders, and says when they change. */
  readonly workspaceFolders: boolean;
  /** The server may open a page. */
  readonly showDocument: boolean;
  /** What the client asks for anew when told to. */
  readonly refresh: {
    readonly diagnostics: boolean;
    readonly inlayHints: boolean;
    readonly semanticTokens: boolean;
  };
  /** The commands of code lenses that it has. */
  readonly commands: readonly LensCommand[];
  /** It can be asked to open the list of completions once more. */
  readonly suggestsAgain: boolean;
  /** Enter takes an item only where that changes the text, and begins a new line otherwise. */
  readonly enterTakesChanges: boolean;
}

/** @returns the client that its capabilities describe; one that has announced nothing gets plain LSP. */
export function clientOf({
  general,
  textDocument,
  workspace,
  window,
  experimental,
}: ClientCapabilities): Client {
  const { commands: announced, enterTakesChanges } = announcedBy(experimental);
  const published = textDocument?.publishDiagnostics;
  const item = textDocument?.completion?.completionItem;
  return {
    encoding: encodingFor(general?.positionEncodings),
    relatedInformation:
      published?.relatedInformation ?? textDocument?.diagnostic?.relatedInformation ?? false,
    tags: (published?.tagSupport ?? textDocument?.diagnostic?.tagSupport)?.valueSet ?? [],
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    completion: {
      snippets: item?.snippetSupport === true,
      markdown: item?.documentationFormat?.includes('markdown') === true,
      deprecatedTag: item?.tagSupport?.valueSet.includes(1) === true,
      lazyDocumentation: item?.resolveSupport?.properties.includes('documentation') === true,
    },
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    renamePrepare: textDocument?.rename?.prepareSupport === true,
    tooltips: textDocument?.documentLink?.tooltipSupport === true,
    configuration: workspace?.configuration === true,
    configurationEvents: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    fileEvents: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showDocument: window?.showDocument?.support === true,
    refresh: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    },
    commands: LENS_COMMANDS.filter((command) => announced.includes(command)),
    suggestsAgain: announced.includes(SUGGEST),
    enterTakesChanges,
  };
}

/**
 * `experimental.smolfile`: `commands` are the names of commands that the client runs itself, `enterTakesChanges` says
 * what it does with Enter.
 */
function announcedBy(experimental: unknown): Pick<Client, 'enterTakesChanges'> & {
  readonly commands: readonly unknown[];
} {
  const { smolfile } = (experimental ?? {}) as {
    smolfile?: { commands?: unknown; enterTakesChanges?: unknown };
  };
  return {
    commands: Array.isArray(smolfile?.commands) ? smolfile.commands : [],
    enterTakesChanges: smolfile?.enterTakesChanges === true,
  };
}

/** The client lists what it likes best first; UTF-16 is what everyone must understand. */
function encodingFor(offered: readonly PositionEncodingKind[] = []): Encoding {
  return offered.find((kind) => kind === 'utf-8' || kind === 'utf-16') ?? 'utf-16';
}
