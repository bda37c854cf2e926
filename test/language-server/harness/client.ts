import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import {
  createProtocolConnection,
  type ClientCapabilities,
  CodeActionRequest,
  type CodeAction,
  ConfigurationRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';

const LANGUAGE_ID = 'smolfile';

/** How a session begins. */
export interface SessionOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly workspaceFolders?: readonly { readonly uri: string; readonly name: string }[];
  /** What the client answers when it is asked for the `smolfile` section. */
  readonly configuration?: () => unknown;
}

/** One editor's conversation with one server process over its standard streams. */
export class Session {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  readonly #exit: Promise<number | null>;
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly #waiting = new Set<() => void>();

  /**
   * @param server path of the server's bundle.
   * @param env variables that it has besides those of the tests.
   */
  constructor(server: string, env: NodeJS.ProcessEnv = {}) {
    this.process = spawn(process.execPath, [server, '--stdio'], {
      stdio: 'pipe',
      env: { ...process.env, ...env },
    });
    this.process.stderr.pipe(process.stderr);
    this.#exit = once(this.process, 'exit').then(([code]) => code as number | null);
    this.connection = createProtocolConnection(this.process.stdout, this.process.stdin);
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#published.push(params);
      for (const look of this.#waiting) look();
    });
    this.connection.onRequest(RegistrationRequest.type, () => {});
    this.connection.listen();
  }

  async initialize({
    capabilities = {},
    configuration,
    ...rest
  }: SessionOptions = {}): Promise<InitializeResult> {
    if (configuration) {
      this.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(configuration));
    }
    const result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities,
      ...(rest as object),
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    const textDocument = { uri, languageId: LANGUAGE_ID, version, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  change(uri: string, version: number, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const textDocument = { uri, version };
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async codeActions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });
    return (actions ?? []) as CodeAction[];
  }

  /** Sends a request and waits for its answer; for methods that have no shorthand here. */
  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  /** Everything published for a document so far. */
  published(uri: string): PublishDiagnosticsParams[] {
    return this.#published.filter((params) => params.uri === uri);
  }

  /** The first publication for a document that satisfies a condition, past or to come. */
  publication(
    uri: string,
    matches: (params: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.published(uri).find(matches);
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Ends the session in order. @returns the server's exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return this.#exit;
  }

  /** The exit code, once the server has ended. */
  get exit(): Promise<number | null> {
    return this.#exit;
  }

  /** Ends the process if it still runs. */
  dispose(): void {
    this.connection.dispose();
    this.process.kill('SIGKILL');
  }
}
