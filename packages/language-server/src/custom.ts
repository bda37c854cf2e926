import type { Command } from '@smolfile/core';
import type { TextDocumentIdentifier } from 'vscode-languageserver';

export type { FlagsAnswer } from './features/flags.ts';
export type { ResolveAnswer } from './features/resolve.ts';

/** A request of our own: what smolvm would make of an open document. The answer is a `ResolveAnswer`. */
export const RESOLVE_METHOD = 'smolfile/resolve';

export interface ResolveParams {
  readonly textDocument: TextDocumentIdentifier;
  /** `create` when left out. */
  readonly command?: Command;
  /** The flags of the call as one line; none when left out. */
  readonly flags?: string;
  /** Columns of the table; 100 when left out. */
  readonly width?: number;
  /** A release or a range of them, whatever the document and its surroundings ask for. */
  readonly smolvm?: string;
  /** Another text of the document, its saved one for instance: the view marks what differs. */
  readonly before?: string;
}

/** A request of our own: what may stand at a place of a line of flags. The answer is a `FlagsAnswer`. */
export const FLAGS_METHOD = 'smolfile/flags';

export interface FlagsParams {
  readonly textDocument: TextDocumentIdentifier;
  /** `create` when left out. */
  readonly command?: Command;
  /** The line as far as it is written. */
  readonly flags: string;
  /** Where in it the cursor is, in UTF-16 units; its end when left out. */
  readonly offset?: number;
}

/**
 * A request of our own: a Dockerfile, compose file or devcontainer.json as Smolfiles. The answer is an `ImportResult` of
 * `@smolfile/core/import`; nothing is written.
 */
export const IMPORT_METHOD = 'smolfile/import';

export interface ImportParams {
  /** Where the source is; what it refers to is read from there, inside the workspace only. */
  readonly uri: string;
  /** Its text, saved or not. */
  readonly text: string;
  /** The service of a compose file; all that are active when left out. */
  readonly service?: string;
}

/**
 * A request of our own: what a new Smolfile can begin with, that for the folder's own kind first. The answer is a
 * `Choices` of `@smolfile/core/templates`; nothing is written.
 */
export const NEW_METHOD = 'smolfile/new';

export interface NewParams {
  /** The URI of the folder that it is for, in the workspace; left out, nothing is looked at. */
  readonly folder?: string;
}
