import { workspace, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ResolveParams } from '@smolfile/language-server';

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

// The name is that of the server's; imported as a value, it would bring the whole server along.
const METHOD = 'smolfile/resolve';

/**
 * Asks the language server what smolvm would make of a file; nothing is run.
 *
 * @param flags those besides the Smolfile, as one line.
 * @returns undefined when the server is not there or does not have the file.
 */
export async function resolve(
  client: BaseLanguageClient,
  uri: Uri,
  command: Command,
  flags = '',
): Promise<Resolved | undefined> {
  // The server knows open documents only.
  await workspace.openTextDocument(uri);
  if (!client.isRunning()) return undefined;
  const params: ResolveParams = { textDocument: { uri: uri.toString() }, command, flags };
  const answer = await client.sendRequest<{ json: Omit<Resolved, 'table'>; table: string } | null>(
    METHOD,
    params,
  );
  return answer ? { ...answer.json, table: answer.table } : undefined;
}
