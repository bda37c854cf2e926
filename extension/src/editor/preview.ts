import {
  commands,
  env,
  languages,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type Event,
  type TextDocument,
  type Webview,
  type WebviewPanel,
} from 'vscode';
import { RELEASES, ruleUrl, type ViewPlace } from '@smolfile/core';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { showExplanation } from './explain.ts';
import type { FromPreview, PreviewState, Question, ToPreview } from './preview-messages.ts';
import { view, type Command } from './server.ts';

const VIEW_TYPE = 'smolfile.preview';
const COMMANDS: readonly Command[] = ['create', 'run', 'pack'];
/** Typing goes on for this long before the preview follows. Milliseconds. */
const DELAY = 150;

/** The flags that a file was last used with. */
export interface UsualFlags {
  /** As one line. */
  readonly of: (source: Uri, command: Command) => string;
  readonly onDidChange?: Event<void>;
}

/** What previews work with. */
interface Tools {
  readonly client: BaseLanguageClient;
  readonly flags: UsualFlags;
  /** Where the extension is. */
  readonly root: Uri;
}

/**
 * The merged configuration beside its file, which it follows; works without trust and without a machine.
 *
 * @param root where the extension is.
 */
export function registerPreview(client: BaseLanguageClient, flags: UsualFlags, root: Uri): Disposable[] {
  const tools: Tools = { client, flags, root };
  const previews = new Map<string, Preview>();
  const add = (panel: WebviewPanel, source: Uri, question: Partial<Question>): Preview => {
    const key = source.toString();
    const preview = new Preview(panel, source, question, tools);
    previews.set(key, preview);
    panel.onDidDispose(() => {
      if (previews.get(key) === preview) previews.delete(key);
    });
    return preview;
  };
  const follow = (source: Uri): void => previews.get(source.toString())?.follow();
  const followAll = (): void => previews.forEach((preview) => preview.follow());
  return [
    { dispose: () => previews.forEach((preview) => preview.dispose()) },
    ...(flags.onDidChange ? [flags.onDidChange(followAll)] : []),
    // Which smolvm is installed is known, or a configuration file has changed.
    languages.onDidChangeDiagnostics(({ uris }) => uris.forEach(follow)),
    workspace.onDidChangeTextDocument(({ document }) => follow(document.uri)),
    workspace.onDidSaveTextDocument(({ uri }) => follow(uri)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('smolfile')) followAll();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [selection] }) => {
      if (selection) previews.get(document.uri.toString())?.showLine(selection.active.line);
    }),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel: WebviewPanel, state?: PreviewState): Promise<void> {
        if (state) add(panel, Uri.parse(state.source), state);
        else panel.dispose();
        return Promise.resolve();
      },
    }),
    commands.registerCommand('smolfile.preview', (given?: unknown, command?: unknown) => {
      const source = sourceOf(given);
      if (!source) return;
      const wanted = COMMANDS.find((each) => each === command);
      const known = previews.get(source.toString());
      if (known) known.reveal(wanted);
      else add(open(source), source, { command: wanted ?? 'create' });
    }),
  ];
}

function sourceOf(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  if (typeof given === 'string') return Uri.parse(given);
  const active = window.activeTextEditor?.document;
  return active?.languageId === 'smolfile' ? active.uri : undefined;
}

function open(source: Uri): WebviewPanel {
  const name = source.path.slice(source.path.lastIndexOf('/') + 1);
  return window.createWebviewPanel(
    VIEW_TYPE,
    `Preview ${name}`,
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    { enableFindWidget: true },
  );
}

/** The preview of one file. */
class Preview implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #source: Uri;
  readonly #tools: Tools;
  /** What was typed here; until then, the flags that the file was last used with. */
  readonly #flags = new Map<Command, string>();
  #command: Command;
  #smolvm: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #latest = 0;

  constructor(panel: WebviewPanel, source: Uri, question: Partial<Question>, tools: Tools) {
    this.#panel = panel;
    this.#source = source;
    this.#tools = tools;
    this.#command = question.command ?? 'create';
    this.#smolvm = question.smolvm ?? '';
    const folder = Uri.joinPath(tools.root, 'dist');
    panel.iconPath = Uri.joinPath(tools.root, 'images', 'smolfile.svg');
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    panel.webview.onDidReceiveMessage((message: FromPreview) => this.#take(message));
    panel.onDidDispose(() => clearTimeout(this.#timer));
    panel.webview.html = pageOf(panel.webview, folder);
  }

  /** @param command what to show from now on, if it is given. */
  reveal(command: Command | undefined): void {
    this.#panel.reveal(undefined, true);
    if (command) this.#command = command;
    void this.#show();
  }

  /** To be called after anything that it depends on. */
  follow(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(), DELAY);
  }

  /** @param line from 0. */
  showLine(line: number): void {
    this.#send({ type: 'line', line: line + 1 });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #take(message: FromPreview): void {
    switch (message.type) {
      case 'ready':
        void this.#show();
        break;
      case 'ask': {
        const { command, smolvm, flags } = message.question;
        // Another command has flags of its own.
        if (command === this.#command) this.#flags.set(command, flags);
        this.#command = command;
        this.#smolvm = smolvm;
        void this.#show();
        break;
      }
      case 'go':
        void this.#go(message.place);
        break;
      case 'explain':
        void explain(message.code);
        break;
    }
  }

  async #show(): Promise<void> {
    clearTimeout(this.#timer);
    const mine = ++this.#latest;
    const { client, flags: usual } = this.#tools;
    const command = this.#command;
    const flags = this.#flags.get(command) ?? usual.of(this.#source, command);
    const question: Question = { command, smolvm: this.#smolvm, flags };
    const answer = await answerOf(client, this.#source, question);
    if (mine !== this.#latest) return;
    const releases = RELEASES.map(({ version }) => version).toReversed();
    this.#send({ type: 'show', source: this.#source.toString(), question, releases, ...answer });
  }

  async #go({ start, end }: ViewPlace): Promise<void> {
    const document = await workspace.openTextDocument(this.#source);
    const selection = new Range(document.positionAt(start), document.positionAt(end));
    const shown = window.visibleTextEditors.find((editor) => editor.document === document);
    const viewColumn = shown?.viewColumn ?? ViewColumn.One;
    await window.showTextDocument(document, { selection, viewColumn });
  }

  #send(message: ToPreview): void {
    // The rule is about another window's, which wants to know who may read it.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    void this.#panel.webview.postMessage(message);
  }
}

async function answerOf(
  client: BaseLanguageClient,
  source: Uri,
  question: Question,
): Promise<Pick<Extract<ToPreview, { type: 'show' }>, 'view' | 'problem'>> {
  try {
    const document = await workspace.openTextDocument(source);
    const before = document.isDirty ? await savedText(document) : undefined;
    const found = await view(client, source, { ...question, before });
    return found
      ? { view: found }
      : { problem: 'The language server has not answered. Look at the output channel “Smolfile”.' };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Undefined for a file that was never saved. */
async function savedText({ uri }: TextDocument): Promise<string | undefined> {
  return workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

async function explain(code: string): Promise<void> {
  if (!(await showExplanation(code))) await env.openExternal(Uri.parse(ruleUrl(code)));
}

/** Nothing is loaded but the two files of the extension, and nothing in the page can start a script. */
function pageOf(webview: Webview, folder: Uri): string {
  const nonce = crypto.randomUUID();
  const at = (name: string): string => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${at('preview.css')}">
    <title>Preview of a Smolfile</title>
  </head>
  <body>
    <script nonce="${nonce}" src="${at('preview.js')}"></script>
  </body>
</html>
`;
}
