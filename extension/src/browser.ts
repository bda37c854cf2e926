import { Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { ANNOUNCED, clientOptions, registerServerCommands } from './editor/client.ts';
import { registerImport } from './editor/import.ts';
import { registerNewFile } from './editor/new-file.ts';
import { registerPreview, type UsualFlags } from './editor/preview.ts';
import { registerStatusBar } from './editor/status-bar.ts';

// The types of a browser are not loaded: they would offer `window` and `document` to every file here.
declare const Worker: new (script: string) => ConstructorParameters<typeof LanguageClient>[3];

/** Where nothing is run, nothing was run with flags. */
const NO_FLAGS: UsualFlags = { of: () => '' };

/** As `extension.ts`, for an editor without a machine under it: everything but what needs smolvm. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = await scriptOf(Uri.joinPath(context.extensionUri, 'dist/server.worker.js'));
  const nothing = (): undefined => undefined;
  const client = new LanguageClient('smolfile', 'Smolfile', new Worker(script), clientOptions(nothing));
  client.registerFeature(ANNOUNCED);
  const status = registerStatusBar(client, nothing);
  context.subscriptions.push(
    client,
    status,
    registerNewFile(client),
    ...registerImport(client),
    ...registerServerCommands(client),
    ...registerPreview(client, NO_FLAGS, context.extensionUri),
  );
  await client.start();
  status.refresh();
}

/** VS Code makes no workers from scripts of a remote machine, which it would have to fetch first: so that is done here. */
async function scriptOf(uri: Uri): Promise<string> {
  if (uri.scheme !== 'vscode-remote') return uri.toString(true);
  const bytes = Uint8Array.from(await workspace.fs.readFile(uri));
  return URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' }));
}
