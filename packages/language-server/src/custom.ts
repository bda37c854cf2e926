import type { CommandName } from '@smolfile/core';
import type { TextDocumentIdentifier } from 'vscode-languageserver';

export type { ResolveAnswer } from './features/resolve.ts';

/** A request of our own: what smolvm would make of an open document. The answer is a `ResolveAnswer`. */
export const RESOLVE_METHOD = 'smolfile/resolve';

export interface ResolveParams {
  readonly textDocument: TextDocumentIdentifier;
  /** `create` when left out. */
  readonly command?: CommandName;
  /** The flags of the call as one line; none when left out. */
  readonly flags?: string;
}
