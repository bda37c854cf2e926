import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';

/** Documents of the language wherever they come from, except the old sides of comparisons (`git:` and its kin). */
const DOCUMENTS: NonNullable<LanguageClientOptions['documentSelector']> = [
  'file',
  'untitled',
  'vscode-vfs',
].map((scheme) => ({ scheme, language: 'smolfile' }));

/**
 * @param module path of the bundled server. It runs in the editor's own Node: nothing of the workspace or the
 * PATH is ever executed, so that a workspace needs no trust to be checked.
 * @returns a client that is not started yet; disposing of it stops the server.
 */
export function createClient(module: string): LanguageClient {
  const run = { module, transport: TransportKind.ipc };
  return new LanguageClient(
    'smolfile',
    'Smolfile',
    { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6091'] } } },
    { documentSelector: DOCUMENTS },
  );
}
