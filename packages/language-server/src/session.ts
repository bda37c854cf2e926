import type { ConfigSettings, Diagnostic, ShellFinding, SmolfileDocument } from '@smolfile/core';
import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { clientOf, type Client } from './client.ts';
import { isTooLarge, openDocuments, smolfileOf } from './documents.ts';
import { diagnose } from './features/diagnostics.ts';
import type { Target } from './features/target.ts';
import { HostWatch } from './host-watch.ts';
import { SettingsSource, type Settings } from './settings.ts';
import type { ShellChecks } from './shell-checks.ts';
import { isConfigName, isSmolfile } from './smolfile-name.ts';
import type { World } from './world.ts';

/** One open document, in all that a feature may want of it. */
export interface Opened {
  readonly document: TextDocument;
  readonly smolfile: SmolfileDocument;
  readonly target: Target;
  readonly settings: Settings;
  readonly client: Client;
  /** Its findings; worked out once for a text, whoever asks first. */
  readonly findings: () => readonly Diagnostic[];
  /** What is known by now of the shell scripts in it. */
  readonly shellFindings: () => readonly ShellFinding[];
}

/** What a server knows about one client: its capabilities, settings, folders and open documents. */
export class Session {
  readonly connection: Connection;
  readonly world: World;
  readonly settings: SettingsSource;
  readonly hosts: HostWatch;
  /** Undefined where no program can be started. */
  readonly shell: ShellChecks | undefined;
  readonly #findings = new WeakMap<SmolfileDocument, { epoch: number; findings: readonly Diagnostic[] }>();
  readonly #warned = new Map<string, string>();
  readonly documents = openDocuments(() => this.client.encoding);
  client: Client = clientOf({});
  /** URIs of the workspace's folders. */
  folders: readonly string[] = [];
  /** Grows whenever something other than a text changes what there is to say. */
  epoch = 0;

  /**
   * @param hostsChanged told of documents that have to be checked again.
   * @param shellArrived told of documents of which there is more to say.
   */
  constructor(
    connection: Connection,
    world: World,
    hostsChanged: (uris: readonly string[]) => void,
    shellArrived: (uris: readonly string[]) => void,
  ) {
    this.connection = connection;
    this.world = world;
    this.settings = new SettingsSource(connection);
    this.hosts = new HostWatch(hostsChanged);
    this.shell = world.shell?.({
      arrived: shellArrived,
      said: (reason) => connection.console.info(reason),
    });
  }

  /** An open document, if it is a Smolfile. */
  smolfile(uri: string): TextDocument | undefined {
    const document = this.documents.get(uri);
    return document && isSmolfile(uri, document.languageId) ? document : undefined;
  }

  /** An open configuration file. */
  config(uri: string): TextDocument | undefined {
    const document = this.documents.get(uri);
    return document && isConfigName(uri) && !isTooLarge(document.getText()) ? document : undefined;
  }

  /** An open Smolfile that features are asked about. */
  #checked(uri: string): TextDocument | undefined {
    const document = this.smolfile(uri);
    return document && isTooLarge(document.getText()) ? undefined : document;
  }

  /** Every open Smolfile that features are asked about. */
  smolfiles(): TextDocument[] {
    return this.documents.all().filter(({ uri }) => this.#checked(uri));
  }

  /** For what the client is told and need not answer: that it cannot take it stops nothing. */
  told(sent: Promise<void>): void {
    sent.catch((error: unknown) =>
      this.connection.console.warn(`The client did not follow: ${String(error)}`),
    );
  }

  /** What a document is looked at for. Of an open one, the host's paths that this asks about are watched. */
  async targetOf(uri: string): Promise<Target> {
    const { smolvmVersion: smolvm, installedVersion: installed } = await this.settings.for(uri);
    const config = this.#configFor(uri);
    const found = config?.hostChecks === false ? undefined : this.world.hostFor(uri);
    const open = this.smolfile(uri);
    const host = found && open ? this.hosts.recording(uri, found, `${open.version}:${this.epoch}`) : found;
    return {
      ...(smolvm !== undefined && { smolvm }),
      ...(installed !== undefined && { installed }),
      ...(config && { config }),
      ...(host && { host }),
      list: (path) => this.world.list(uri, path),
      variables: () => this.world.variables(),
    };
  }

  /** The findings of a text, kept until something else than a text changes what there is to say. */
  findingsOf(smolfile: SmolfileDocument, target: Target): readonly Diagnostic[] {
    const known = this.#findings.get(smolfile);
    if (known?.epoch === this.epoch) return known.findings;
    const findings = diagnose(smolfile, target);
    this.#findings.set(smolfile, { epoch: this.epoch, findings });
    return findings;
  }

  /**
   * What is known by now of the shell scripts of an open document; what is not is found out.
   *
   * @param settings of the document; where it is not trusted, nothing is started.
   */
  shellFindingsOf(
    uri: string,
    smolfile: SmolfileDocument,
    { shellcheck, trusted }: Settings,
  ): readonly ShellFinding[] {
    const may = shellcheck.enabled && trusted !== false;
    // A client that does not ask its user about trust may have its settings, and its PATH, from the workspace.
    const outside = trusted === true ? [] : this.folders;
    const reach = may ? { path: shellcheck.path, outside } : undefined;
    return this.shell?.findingsOf(uri, smolfile, reach) ?? [];
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
    if (!this.#checked(uri)) return undefined;
    const [target, settings] = await Promise.all([this.targetOf(uri), this.settings.for(uri)]);
    throwIfCancelled(token);
    // It may have been closed while the client was asked for its settings.
    const document = this.#checked(uri);
    if (!document) return undefined;
    const smolfile = smolfileOf(document);
    const findings = (): readonly Diagnostic[] => this.findingsOf(smolfile, target);
    return feature({
      document,
      smolfile,
      target,
      settings,
      client: this.client,
      findings,
      shellFindings: () => this.shellFindingsOf(uri, smolfile, settings),
    });
  }
}

export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The client cancelled the request.');
  }
}
