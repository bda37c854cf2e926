import type { ExtensionContext } from 'vscode';
import { createClient } from './client.ts';

/** Starts the language server; called by the editor when the first Smolfile is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const client = createClient(context.asAbsolutePath('dist/server.cjs'));
  context.subscriptions.push(client);
  await client.start();
}
