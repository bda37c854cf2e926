import { commands, SnippetString, Uri, window, workspace, type Disposable } from 'vscode';

/** The least that smolvm runs. */
const START =
  'image = "${1:alpine:3.20}"\nnet = ${2|true,false|}\ncmd = ["${3:sh}", "${4:-c}", "${5:echo hello}"]\n$0';

/** Opens a Smolfile that is not saved yet, with the least in it that smolvm runs. */
export function registerNewFile(): Disposable {
  return commands.registerCommand('smolfile.new', async () => {
    const uri = await place();
    const document = await (uri
      ? workspace.openTextDocument(uri)
      : workspace.openTextDocument({ language: 'smolfile' }));
    const editor = await window.showTextDocument(document);
    await editor.insertSnippet(new SnippetString(START));
  });
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
