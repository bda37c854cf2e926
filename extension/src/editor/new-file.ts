import { commands, Uri, window, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { NewParams } from '@smolfile/language-server';
import { showText } from './show-text.ts';

// The server's; imported as a value, it would bring the whole server along.
const NEW = 'smolfile/new';

/** The answer, as far as it is used here. */
interface Choices {
  readonly choices: readonly {
    readonly name: string;
    readonly summary: string;
    readonly source?: string;
    readonly detected: boolean;
    readonly text: string;
  }[];
  readonly importable?: string;
}

/** Opens a Smolfile that is not saved yet, from a template: what `smolfile init` would write, once it is chosen. */
export function registerNewFile(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('smolfile.new', async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const ask: NewParams = folder ? { folder: folder.toString() } : {};
    const { choices, importable } = await client.sendRequest<Choices>(NEW, ask);
    const templates = choices.map(({ name, summary, source, detected, text }) => ({
      label: name,
      description: detected ? `${summary} (detected: ${source})` : summary,
      text,
      isOwn: detected,
    }));
    const source = {
      label: 'import',
      description: `what an import makes of ${importable} (detected)`,
      text: undefined,
    };
    const own = templates.filter(({ isOwn }) => isOwn);
    const others = templates.filter(({ isOwn }) => !isOwn);
    const picked = await window.showQuickPick(
      [...own, ...(importable && folder ? [source] : []), ...others],
      {
        placeHolder: 'What is the Smolfile to start from?',
        matchOnDescription: true,
      },
    );
    if (!picked) return;
    if (picked.text !== undefined) await openText(picked.text);
    else if (folder) await commands.executeCommand('smolfile.import', Uri.joinPath(folder, importable!));
  });
}

async function openText(text: string): Promise<void> {
  const uri = await place();
  const document = await (uri
    ? workspace.openTextDocument(uri)
    : workspace.openTextDocument({ language: 'smolfile' }));
  await showText(document, text);
}

/** A name in the workspace that nothing has yet, where Save puts it without a question; without a folder, no name. */
async function place(): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (!folder) return undefined;
  for (const name of ['Smolfile', 'new.smolfile', 'new-2.smolfile', 'new-3.smolfile']) {
    const uri = Uri.joinPath(folder, name);
    const isOpen = workspace.textDocuments.some(({ uri: open }) => open.path === uri.path);
    // One after the other, since the first is most likely free.
    // oxlint-disable-next-line no-await-in-loop
    const isThere = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!isOpen && !isThere) return uri.with({ scheme: 'untitled' });
  }
  return undefined;
}
