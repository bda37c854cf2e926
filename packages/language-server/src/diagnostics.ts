import type { Diagnostic } from '@smolfile/core';
import { maskedDiagnostics, parseSmolfile } from '@smolfile/core';
import {
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  type Diagnostic as LspDiagnostic,
  type CancellationToken,
  type DocumentDiagnosticReport,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic, toRange, toShellDiagnostics } from './convert.ts';
import { Debouncer } from './debounce.ts';
import { isTooLarge, MOST_CHARACTERS, smolfileOf } from './documents.ts';
import { configProblems } from './features/config.ts';
import { diagnose } from './features/diagnostics.ts';
import { throwIfCancelled, type Session } from './session.ts';
import type { Settings } from './settings.ts';
import { fileName } from './smolfile-name.ts';

/** Milliseconds of quiet after a keystroke: short enough to feel immediate, long enough not to flicker. */
const QUIET = 120;

/** All there is to say of a file that is given up on. */
const TOO_LARGE: LspDiagnostic = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Warning,
  source: 'smolfile',
  message: `This file is too large to be checked while you type (over ${MOST_CHARACTERS / 1024} KiB); \`smolfile lint\` checks it`,
};

/** Findings, pushed to clients that wait for them and handed to those that ask. */
export class Diagnostics {
  /** Clients keep what they were told when the server is started anew. */
  readonly #run = Date.now().toString(36);
  readonly #openings = new WeakMap<TextDocument, number>();
  #latest = 0;
  readonly #session: Session;
  readonly #checks: Debouncer;
  readonly #opened = new WeakSet<TextDocument>();

  constructor(session: Session) {
    this.#session = session;
    this.#checks = new Debouncer((error) =>
      session.connection.console.error(`A check failed: ${describe(error)}`),
    );
  }

  /** To be called for every new text of a document. */
  changed(document: TextDocument): void {
    const { client } = this.#session;
    if (client.pullsDiagnostics || !this.#checked(document.uri)) return;
    const quiet = this.#opened.has(document) ? QUIET : 0;
    this.#opened.add(document);
    this.#checks.run(document.uri, quiet, () => this.#push(document));
  }

  /** To be called when something changed besides texts. */
  refresh(uris: readonly string[]): void {
    const { client, connection } = this.#session;
    this.#session.epoch++;
    if (client.pullsDiagnostics) {
      if (client.refresh.diagnostics) this.#session.told(connection.languages.diagnostics.refresh());
      return;
    }
    for (const document of this.#session.smolfiles()) {
      if (uris.includes(document.uri)) this.#checks.run(document.uri, 0, () => this.#push(document));
    }
  }

  /** To be called when more is known of the shell scripts of documents, and nothing else changed. */
  shellArrived(uris: readonly string[]): void {
    const { client, connection } = this.#session;
    if (client.pullsDiagnostics) {
      if (client.refresh.diagnostics) this.#session.told(connection.languages.diagnostics.refresh());
      return;
    }
    for (const uri of uris) {
      const document = this.#session.smolfile(uri);
      // A check that is still to come says it all.
      if (document && !this.#checks.isWaiting(uri)) this.#checks.run(uri, 0, () => this.#push(document));
    }
  }

  async closed(uri: string): Promise<void> {
    this.#checks.cancel(uri);
    this.#session.shell?.forget(uri);
    if (!this.#session.client.pullsDiagnostics) {
      await this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  stop(): void {
    this.#checks.stop();
    this.#session.shell?.stop();
  }

  /** The findings of an open document, or that they are what the client has. */
  async pull(
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const document = this.#checked(uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const known = this.#resultId(document);
    if (previous === known) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: known };
    const items = await this.#shown(document, token);
    const resultId = this.#resultId(document);
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  /**
   * The findings of every Smolfile in the workspace's folders. Files that are not open are read when the client
   * asks, and only those that changed since it last did.
   */
  async pullAll(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
    report: (one: WorkspaceDocumentDiagnosticReport) => void,
  ): Promise<void> {
    const { folders, world } = this.#session;
    const known = new Map(previous.map(({ uri, value }) => [uri, value]));
    const found = (await Promise.all(folders.map((folder) => world.find(folder)))).flat();
    const open = this.#session.smolfiles().map(({ uri }) => uri);
    const uris = new Set([...open, ...found]);
    for (const uri of uris) {
      throwIfCancelled(token);
      // One file at a time, so that what a person waits for comes in between.
      // oxlint-disable-next-line no-await-in-loop
      report(await this.#reportOf(uri, known.get(uri), token));
      known.delete(uri);
    }
    // What was there the last time and is not any more has nothing to report.
    for (const uri of known.keys()) report({ uri, version: null, kind: 'full', items: [] });
  }

  async #reportOf(
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport> {
    const { world, epoch } = this.#session;
    const open = this.#session.smolfile(uri);
    if (open)
      return {
        ...(await this.pull(uri, previous, token)),
        uri,
        version: open.version,
      };
    const file = world.read(uri);
    if (!file) return { uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${this.#run}:${file.stamp}:${epoch}`;
    if (previous === resultId)
      return { uri, version: null, kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const document = TextDocument.create(uri, 'smolfile', 0, file.text);
    const items = isTooLarge(file.text)
      ? [TOO_LARGE]
      : this.#converted(document, diagnose(parseSmolfile(file.text), await this.#session.targetOf(uri)));
    return { uri, version: null, kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  #checked(uri: string): TextDocument | undefined {
    return this.#session.smolfile(uri) ?? this.#session.config(uri);
  }

  /** A version says nothing by itself: a document that is opened again may have the same one with another text. */
  #resultId(document: TextDocument): string {
    const opening = this.#openings.get(document) ?? ++this.#latest;
    this.#openings.set(document, opening);
    const { epoch, shell } = this.#session;
    return `${this.#run}:${opening}:${document.version}:${epoch}:${shell?.stateOf(document.uri) ?? 0}`;
  }

  async #push(document: TextDocument): Promise<void> {
    const { uri } = document;
    const diagnostics = await this.#shown(document);
    // Closed while the client was asked for its settings.
    if (this.#session.documents.get(uri) !== document) return;
    const { version } = document;
    await this.#session.connection.sendDiagnostics({ uri, version, diagnostics });
  }

  async #shown(document: TextDocument, token?: CancellationToken): Promise<LspDiagnostic[]> {
    if (isTooLarge(document.getText())) return [TOO_LARGE];
    if (this.#session.config(document.uri)) return this.#problemsOf(document);
    const settings = await this.#session.settings.for(document.uri);
    const findings = await this.#findings(document, token);
    return [...this.#converted(document, findings), ...this.#ofShell(document, settings)];
  }

  /** What shellcheck has said of the scripts by now, for a document that is still open. */
  #ofShell(document: TextDocument, settings: Settings): LspDiagnostic[] {
    const { uri } = document;
    if (this.#session.documents.get(uri) !== document) return [];
    const smolfile = smolfileOf(document);
    const findings = this.#session.shellFindingsOf(uri, smolfile, settings);
    return toShellDiagnostics(document, smolfile, findings, this.#session.client);
  }

  async #findings(document: TextDocument, token?: CancellationToken): Promise<readonly Diagnostic[]> {
    const target = await this.#session.targetOf(document.uri);
    if (token) throwIfCancelled(token);
    const start = performance.now();
    const findings = this.#session.findingsOf(smolfileOf(document), target);
    const milliseconds = (performance.now() - start).toFixed(1);
    this.#session.connection.tracer.log(
      `Checked ${document.uri}: ${findings.length} found in ${milliseconds} ms`,
    );
    return findings;
  }

  /** Those of a configuration file, as it is in the editor. */
  #problemsOf(document: TextDocument): LspDiagnostic[] {
    const config = { text: document.getText(), name: fileName(document.uri) };
    return configProblems(config).map(({ range, message }) => ({
      range: toRange(document, range, this.#session.client.encoding),
      severity: DiagnosticSeverity.Error,
      source: 'smolfile',
      message,
    }));
  }

  #converted(document: TextDocument, findings: readonly Diagnostic[]): LspDiagnostic[] {
    const shown = maskedDiagnostics(smolfileOf(document), findings);
    return shown.map((diagnostic) => toDiagnostic(document, diagnostic, this.#session.client));
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
