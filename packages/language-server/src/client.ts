import type { PositionEncodingKind, ClientCapabilities, DiagnosticTag } from 'vscode-languageserver';

/** How positions inside a line are counted on the wire. */
export type Encoding = 'utf-8' | 'utf-16';

/** What the client can take, as far as it changes what the server sends. */
export interface Client {
  readonly encoding: Encoding;
  readonly relatedInformation: boolean;
  readonly tags: readonly DiagnosticTag[];
  /** Edits that name the version of the document they are for. */
  readonly versionedEdits: boolean;
  /** Code actions that are more than commands. */
  readonly codeActions: boolean;
  /** The server may ask for settings, and be told that they changed. */
  readonly configuration: boolean;
  readonly configurationEvents: boolean;
}

/** @returns the client that its capabilities describe; one that has announced nothing gets plain LSP. */
export function clientOf({ general, textDocument, workspace }: ClientCapabilities): Client {
  const diagnostics = textDocument?.publishDiagnostics;
  return {
    encoding: encodingFor(general?.positionEncodings),
    relatedInformation: diagnostics?.relatedInformation === true,
    tags: diagnostics?.tagSupport?.valueSet ?? [],
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    configuration: workspace?.configuration === true,
    configurationEvents: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  };
}

/** The client lists what it likes best first; UTF-16 is what everyone must understand. */
function encodingFor(offered: readonly PositionEncodingKind[] = []): Encoding {
  return offered.find((kind) => kind === 'utf-8' || kind === 'utf-16') ?? 'utf-16';
}
