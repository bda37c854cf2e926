import type { ConfigSettings, SmolfileDocument } from '@smolfile/core';
import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { clientOf, type Client } from './client.ts';
import { openDocuments, smolfileOf } from './documents.ts';
import type { Target } from './features/target.ts';
import { HostWatch } from './host-watch.ts';
import { SettingsSource, type Settings } from './settings.ts';
import { isSmolfile } from './smolfile-name.ts';
import type { World } from './world.ts';

/** One open document, in all that a feature may want of it. */
export interface Opened {
  readonly document: TextDocument;
  readonly smolfile: SmolfileDocument;
  readonly target: Target;
  readonly settings: Settings;
  readonly client: Client;
}

/** What a server knows about one client: its capabilities, settings, folders and open documents. */
export class Session {
  readonly connection: Connection;
  readonly world: World;
  readonly settings: SettingsSource;
  readonly hosts: HostWatch;
  readonly #warned = new Map<string, string>();
  readonly documents = openDocuments(() => this.client.encoding);
  client: Client = clientOf({});
  /** URIs of the workspace's folders. */
  folders: readonly string[] = [];
  /** Grows whenever something other than a text changes what there is to say. */
  epoch = 0;

  constructor(connection: Connection, world: World, hostsChanged: (uris: readonly string[]) => void) {
    this.connection = connection;
    this.world = world;
    this.settings = new SettingsSource(connection);
    this.hosts = new HostWatch(hostsChanged);
  }

  /** An open document, if it is a Smolfile. */
  smolfile(uri: string): TextDocument | undefined {
    const document = this.documents.get(uri);
    return document && isSmolfile(uri, document.languageId) ? document : undefined;
  }

  /** Every open Smolfile. */
  smolfiles(): TextDocument[] {
    return this.documents.all().filter(({ uri, languageId }) => isSmolfile(uri, languageId));
  }

  /** For what the client is told and need not answer: that it cannot take it stops nothing. */
  told(sent: Promise<void>): void {
    sent.catch((error: unknown) =>
      this.connection.console.warn(`The client did not follow: ${String(error)}`),
    );
  }

  /** What a document is looked at for; `watch` its host paths when it is open. */
  async targetOf(uri: string, watch = false): Promise<Target> {
    const { smolvmVersion: smolvm } = await this.settings.for(uri);
    const found = this.world.hostFor(uri);
    const host = found && watch ? this.hosts.recording(uri, found) : found;
    const config = this.#configFor(uri);
    return {
      ...(smolvm !== undefined && { smolvm }),
      ...(config && { config }),
      ...(host && { host }),
      list: (path) => this.world.list(uri, path),
      variables: () => this.world.variables(),
    };
  }

  /** What a configuration file says; a problem in one is named once, until it is another one. */
  #configFor(uri: string): ConfigSettings | undefined {
    const found = this.world.configFor(uri);
    if (!found) return undefined;
    const said = found.problems.join('; ');
    if (said !== '' && this.#warned.get(found.file) !== said) {
      this.connection.console.warn(`${found.file} is not used: ${said}`);
    }
    this.#warned.set(found.file, said);
    return found.settings;
  }

  /**
   * Runs a feature on an open document.
   *
   * @returns undefined for a document that is not open.
   * @throws ResponseError when the client no longer wants the answer.
   */
  async with<T>(
    uri: string,
    token: CancellationToken,
    feature: (opened: Opened) => T,
  ): Promise<T | undefined> {
    if (!this.smolfile(uri)) return undefined;
    const [target, settings] = await Promise.all([this.targetOf(uri), this.settings.for(uri)]);
    throwIfCancelled(token);
    // It may have been closed while the client was asked for its settings.
    const document = this.smolfile(uri);
    if (!document) return undefined;
    return feature({ document, smolfile: smolfileOf(document), target, settings, client: this.client });
  }
}

export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The client cancelled the request.');
  }
}
