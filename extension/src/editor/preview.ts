import {
  CodeLens,
  commands,
  EventEmitter,
  languages,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type Event,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { resolve, type Command } from './server.ts';

const SCHEME = 'smolfile-preview';
const COMMANDS: readonly Command[] = ['create', 'run', 'pack'];
/** Typing goes on for this long before the preview follows. Milliseconds. */
const DELAY = 150;

/** What a preview shows: a file under a command. */
interface Shown {
  readonly source: Uri;
  readonly command: Command;
}

/** The flags that a file was last used with. */
export interface UsualFlags {
  /** As one line. */
  readonly of: (source: Uri, command: Command) => string;
  readonly onDidChange?: Event<void>;
}

/** The merged configuration as a document that cannot be edited and follows its file; works without trust. */
export function registerPreview(client: BaseLanguageClient, flags: UsualFlags): Disposable[] {
  const changed = new EventEmitter<Uri>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const follow = (source: string): void => {
    clearTimeout(timers.get(source));
    timers.set(
      source,
      setTimeout(() => {
        timers.delete(source);
        for (const { uri } of workspace.textDocuments) {
          if (uri.scheme === SCHEME && shownBy(uri).source.toString() === source) changed.fire(uri);
        }
      }, DELAY),
    );
  };
  const followAll = (): void => {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === SCHEME) changed.fire(uri);
  };
  return [
    changed,
    ...(flags.onDidChange ? [flags.onDidChange(followAll)] : []),
    // Which smolvm is installed is known, or a configuration file has changed.
    languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) follow(uri.toString());
    }),
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => contentOf(client, shownBy(uri), flags),
    }),
    languages.registerCodeLensProvider({ scheme: SCHEME }, { provideCodeLenses: ({ uri }) => lensesOf(uri) }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === 'smolfile') follow(document.uri.toString());
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('smolfile')) followAll();
    }),
    commands.registerCommand(
      'smolfile.preview',
      async (given?: unknown, command?: unknown, here?: unknown) => {
        const source = sourceOf(given);
        const wanted = COMMANDS.find((each) => each === command) ?? 'create';
        const column = here === true ? ViewColumn.Active : ViewColumn.Beside;
        if (source) await open({ source, command: wanted }, column);
      },
    ),
  ];
}

function sourceOf(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  if (typeof given === 'string') return Uri.parse(given);
  const active = window.activeTextEditor?.document;
  return active?.languageId === 'smolfile' ? active.uri : undefined;
}

async function open(shown: Shown, viewColumn: ViewColumn): Promise<void> {
  const document = await workspace.openTextDocument(uriOf(shown));
  await window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: true });
}

/** The path is what the tab shows; what counts is in the query. */
function uriOf({ source, command }: Shown): Uri {
  const name = source.path.slice(source.path.lastIndexOf('/') + 1);
  return Uri.from({
    scheme: SCHEME,
    path: `/Preview ${name} (${command})`,
    query: JSON.stringify([command, source.toString()]),
  });
}

function shownBy({ query }: Uri): Shown {
  const [command, source] = JSON.parse(query) as [Command, string];
  return { command, source: Uri.parse(source) };
}

async function contentOf(
  client: BaseLanguageClient,
  { source, command }: Shown,
  flags: UsualFlags,
): Promise<string> {
  try {
    const width = workspace.getConfiguration('smolfile', source).get('preview.width', 80);
    const resolved = await resolve(client, source, command, flags.of(source, command), width);
    return (
      resolved?.table ?? 'The language server has not answered. Look at the output channel “Smolfile”.\n'
    );
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n`;
  }
}

/** One above the text for each command; the one that is shown does nothing. */
function lensesOf(uri: Uri): CodeLens[] {
  const { source, command } = shownBy(uri);
  const top = new Range(0, 0, 0, 0);
  return COMMANDS.map((each) => {
    const title = each === command ? `$(circle-filled) ${each}` : each;
    return new CodeLens(
      top,
      each === command
        ? { title, command: '' }
        : { title, command: 'smolfile.preview', arguments: [source.toString(), each, true] },
    );
  });
}
