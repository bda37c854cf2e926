import { CodeLens, type TextDocument, workspace } from 'vscode';
import { canRun } from './context.ts';

/** What one does with a file, above its first statement; what starts something only where that is possible. */
const RUNNING: readonly (readonly [title: string, command: string])[] = [
  ['$(play) Run', 'smolfile.run'],
  ['Run with flags…', 'smolfile.runWithFlags'],
  ['Create machine…', 'smolfile.create'],
  ['Pack…', 'smolfile.pack'],
];

/**
 * The code lenses of a document.
 *
 * @param found the server's: it knows where the first statement is, and that an empty file has nothing to run.
 */
export function lensesFor(document: TextDocument, found: readonly CodeLens[]): CodeLens[] {
  const [first] = found;
  if (!first || !workspace.getConfiguration('smolfile', document.uri).get<boolean>('codeLens', true))
    return [];
  const lens = (title: string, command: string): CodeLens =>
    new CodeLens(first.range, { title, command, arguments: [document.uri] });
  const running = canRun() && document.uri.scheme === 'file' ? RUNNING : [];
  return [...running.map(([title, command]) => lens(title, command)), lens('Preview', 'smolfile.preview')];
}
