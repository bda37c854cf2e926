import {
  CodeLens,
  commands,
  languages,
  Range,
  Uri,
  window,
  workspace,
  type Disposable,
  type OutputChannel,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ImportParams } from '@smolfile/language-server';
import { showError, showInformation } from './notify.ts';
import { showText } from './show-text.ts';

/** What a Smolfile can be made of, by its path. */
const SOURCES =
  '**/{Dockerfile,Dockerfile.*,*.Dockerfile,Containerfile,compose.yaml,compose.yml,docker-compose.yaml,docker-compose.yml,devcontainer.json,.devcontainer.json}';

// The server's; imported as a value, it would bring the whole server along.
const IMPORT = 'smolfile/import';

/** The answer, as far as it is used here. */
interface Imported {
  readonly files: readonly {
    readonly name: string;
    readonly service?: string;
    readonly text: string;
    readonly report: readonly {
      readonly source: { readonly path: string; readonly start: { readonly line: number } };
      readonly name: string;
      readonly kind: 'kept' | 'changed' | 'dropped';
      readonly to?: string;
      readonly why: string;
    }[];
  }[];
  readonly problems: readonly {
    readonly source: { readonly start: { readonly line: number; readonly offset: number } };
    readonly message: string;
    readonly help?: string;
  }[];
}

/** The command that makes a Smolfile of Docker's files, and the lens for it on top of them; works without trust. */
export function registerImport(client: BaseLanguageClient): Disposable[] {
  const channel = window.createOutputChannel('Smolfile Import');
  return [
    channel,
    commands.registerCommand('smolfile.import', async (given?: Uri) => {
      const uri = given ?? window.activeTextEditor?.document.uri;
      if (uri) await importFile(client, uri, channel);
      else void showInformation('Open a Dockerfile, a compose file or a devcontainer.json first.');
    }),
    languages.registerCodeLensProvider({ pattern: SOURCES }, { provideCodeLenses: lensOf }),
  ];
}

function lensOf({ uri }: TextDocument): CodeLens[] {
  if (!workspace.getConfiguration('smolfile', uri).get<boolean>('codeLens', true)) return [];
  const command = { title: 'Make a Smolfile of this', command: 'smolfile.import', arguments: [uri] };
  return [new CodeLens(new Range(0, 0, 0, 0), command)];
}

async function importFile(client: BaseLanguageClient, uri: Uri, channel: OutputChannel): Promise<void> {
  const source = await workspace.openTextDocument(uri);
  const ask: ImportParams = { uri: uri.toString(), text: source.getText() };
  const first = await client.sendRequest<Imported>(IMPORT, ask);
  const [problem] = first.problems;
  if (problem) {
    const { line, offset } = problem.source.start;
    const at = source.positionAt(offset);
    await window.showTextDocument(source, { selection: new Range(at, at) });
    void showError(
      `Line ${line}: ${problem.message}${problem.help === undefined ? '' : `. ${problem.help}`}`,
    );
    return;
  }
  const file = first.files.length > 1 ? await chosen(first.files) : first.files[0];
  if (!file) return;
  await show(file.name, file.text, uri);
  await tell(file, channel);
}

type ImportedFile = Imported['files'][number];

async function chosen(files: readonly ImportedFile[]): Promise<ImportedFile | undefined> {
  const items = files.map((file) => ({ label: file.service ?? file.name, description: file.name, file }));
  const picked = await window.showQuickPick(items, {
    placeHolder: 'Which service? Each becomes a Smolfile of its own.',
  });
  return picked?.file;
}

/** Opens it unsaved, under the name that it would have beside its source. */
async function show(name: string, text: string, source: Uri): Promise<void> {
  const folder = Uri.joinPath(source, source.path.includes('/.devcontainer/') ? '../..' : '..');
  const target = Uri.joinPath(folder, name).with({ scheme: 'untitled' });
  const document = await workspace.openTextDocument(target);
  await showText(document, text);
}

async function tell({ name, report }: ImportedFile, channel: OutputChannel): Promise<void> {
  channel.clear();
  channel.appendLine(name);
  for (const kind of ['changed', 'dropped', 'kept'] as const) {
    for (const line of report.filter((each) => each.kind === kind)) {
      const to = line.to === undefined ? '' : ` → ${line.to}`;
      channel.appendLine(`${kind.padEnd(8)} ${line.source.path}:${line.source.start.line} ${line.name}${to}`);
      if (kind !== 'kept') channel.appendLine(`         ${line.why}`);
    }
  }
  const count = (kind: string) => report.filter((line) => line.kind === kind).length;
  const summary = `${count('kept')} kept, ${count('changed')} changed, ${count('dropped')} dropped.`;
  if ((await showInformation(summary, 'Show Report')) !== undefined) channel.show(true);
}
