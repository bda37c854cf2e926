import { workspace, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ResolutionView } from '@smolfile/core';
import type { FlagsAnswer, FlagsParams, ResolveParams } from '@smolfile/language-server';
import type { Place } from '../smolvm/places.ts';
import type { Question } from './preview-messages.ts';

/** What smolvm would be asked to do. */
export type Command = NonNullable<ResolveParams['command']>;

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
}

// The names are those of the server's; imported as values, they would bring the whole server along.
const RESOLVE = 'smolfile/resolve';
const FLAGS = 'smolfile/flags';

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
  const answer = await ask(client, uri, { command, flags });
  return answer?.json;
}

/** Asks for what a person is shown of what smolvm would make of a file; undefined as for `resolve`. */
export async function view(
  client: BaseLanguageClient,
  uri: Uri,
  { command, smolvm, flags, before }: Question & { readonly before: string | undefined },
): Promise<ResolutionView | undefined> {
  const answer = await ask(client, uri, {
    command,
    flags,
    ...(smolvm !== '' && { smolvm }),
    ...(before !== undefined && { before }),
  });
  return answer?.view;
}

async function ask(
  client: BaseLanguageClient,
  uri: Uri,
  question: Omit<ResolveParams, 'textDocument'>,
): Promise<{ readonly json: Resolved; readonly view: ResolutionView } | undefined> {
  if (!(await isReady(client, uri))) return undefined;
  const params: ResolveParams = { textDocument: { uri: uri.toString() }, ...question };
  return (
    (await client.sendRequest<{ json: Resolved; view: ResolutionView } | null>(RESOLVE, params)) ?? undefined
  );
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
