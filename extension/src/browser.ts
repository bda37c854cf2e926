import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions, LENSES } from './editor/client.ts';
import { registerNewFile } from './editor/new-file.ts';
import { registerPreview } from './editor/preview.ts';
import { registerStatusBar } from './editor/status-bar.ts';

// The types of a browser are not loaded: they would offer `window` and `document` to every file here.
declare const Worker: new (script: string) => ConstructorParameters<typeof LanguageClient>[3];

/** As `extension.ts`, for an editor without a machine under it: everything but what needs smolvm. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.worker.js').toString(true);
  const nothing = (): undefined => undefined;
  const client = new LanguageClient('smolfile', 'Smolfile', new Worker(script), clientOptions(nothing));
  client.registerFeature(LENSES);
  const status = registerStatusBar(client, nothing);
  context.subscriptions.push(client, status, registerNewFile(), ...registerPreview(client, () => ''));
  await client.start();
  status.refresh();
}
