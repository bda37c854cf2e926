import { workspace, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FlagsAnswer, FlagsParams, ResolveParams } from '@smolfile/language-server';

/** What smolvm would be asked to do. */
export type Command = NonNullable<ResolveParams['command']>;

/** A place of the answer: lines and columns from 1, columns in characters; `offset` in UTF-16 units. */
export interface Place {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

/** A finding of the answer, as far as it is used here. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly help: string | null;
  /** In the file, or in the flags. */
  readonly range: Place;
  readonly source?: 'flags';
}

/** What smolvm would make of a file and flags. */
export interface Resolved {
  /** The version that was asked about. */
  readonly smolvm: string;
  readonly accepted: boolean;
  /** The merged configuration; absent when it is refused. */
  readonly config?: unknown;
  readonly diagnostics: readonly Finding[];
  /** The values with their origins, as text. */
  readonly table: string;
}

// The names are those of the server's; imported as values, they would bring the whole server along.
const RESOLVE = 'smolfile/resolve';
const FLAGS = 'smolfile/flags';

/**
 * Asks the language server what smolvm would make of a file; nothing is run.
 *
 * @param flags those besides the Smolfile, as one line.
 * @param width of the table, in columns.
 * @returns undefined when the server is not there or does not have the file.
 */
export async function resolve(
  client: BaseLanguageClient,
  uri: Uri,
  command: Command,
  flags = '',
  width?: number,
): Promise<Resolved | undefined> {
  if (!(await isReady(client, uri))) return undefined;
  const size = width === undefined ? {} : { width };
  const params: ResolveParams = { textDocument: { uri: uri.toString() }, command, flags, ...size };
  const answer = await client.sendRequest<{ json: Omit<Resolved, 'table'>; table: string } | null>(
    RESOLVE,
    params,
  );
  return answer ? { ...answer.json, table: answer.table } : undefined;
}

/** Asks what may stand at the end of a line of flags; undefined as for `resolve`. */
export async function completeFlags(
  client: BaseLanguageClient,
  uri: Uri,
  command: Command,
  flags: string,
): Promise<FlagsAnswer | undefined> {
  if (!(await isReady(client, uri))) return undefined;
  const params: FlagsParams = { textDocument: { uri: uri.toString() }, command, flags };
  return (await client.sendRequest<FlagsAnswer | null>(FLAGS, params)) ?? undefined;
}

/** The server knows open documents only. */
async function isReady(client: BaseLanguageClient, uri: Uri): Promise<boolean> {
  await workspace.openTextDocument(uri);
  return client.isRunning();
}
