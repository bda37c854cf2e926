import { commands, SnippetString, window, workspace, type Disposable } from 'vscode';

/** The least that smolvm runs. */
const START =
  'image = "${1:alpine:3.20}"\nnet = ${2|true,false|}\ncmd = ["${3:sh}", "${4:-c}", "${5:echo hello}"]\n$0';

/** Opens a Smolfile that is not saved yet, with the least in it that smolvm runs. */
export function registerNewFile(): Disposable {
  return commands.registerCommand('smolfile.new', async () => {
    const document = await workspace.openTextDocument({ language: 'smolfile' });
    const editor = await window.showTextDocument(document);
    await editor.insertSnippet(new SnippetString(START));
  });
}
