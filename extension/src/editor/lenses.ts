import { CodeLens, type TextDocument, workspace } from 'vscode';
import { canRun } from './context.ts';
import type { Memory } from './memory.ts';

type Offer = readonly [title: string, command: string];

/** What one does with a file; what starts something only where that is possible. */
const RUNNING: readonly Offer[] = [
  ['$(play) Run', 'smolfile.run'],
  ['Run with flags…', 'smolfile.runWithFlags'],
];
const CREATING: Offer = ['Create machine…', 'smolfile.create'];
const PACKING: Offer = ['Pack…', 'smolfile.pack'];
const PREVIEWING: Offer = ['Preview', 'smolfile.preview'];

/** What one does with the machine that was made from the file. */
function onMachine(name: string, hasShell: boolean): Offer[] {
  return [
    [`$(vm) Start ${name}`, 'smolfile.start'],
    ['Stop', 'smolfile.stop'],
    ...(hasShell ? [['Shell', 'smolfile.shell'] as const] : []),
    ['Status', 'smolfile.status'],
  ];
}

/**
 * The code lenses of a document, above its first statement.
 *
 * @param found the server's: it knows where the first statement is, and that an empty file has nothing to run.
 */
export function lensesFor(document: TextDocument, found: readonly CodeLens[], memory?: Memory): CodeLens[] {
  const { uri } = document;
  const [first] = found;
  const settings = workspace.getConfiguration('smolfile', uri);
  if (!first || !settings.get<boolean>('codeLens', true)) return [];
  const lens = ([title, command]: Offer): CodeLens =>
    new CodeLens(first.range, { title, command, arguments: [uri] });
  if (!canRun() || uri.scheme !== 'file') return [lens(PREVIEWING)];
  const machine = memory?.of(uri).machine;
  // A second machine of the same file is rare, and the menu of the editor's title still makes one.
  const offers =
    machine === undefined
      ? [...RUNNING, CREATING, PACKING, PREVIEWING]
      : [...RUNNING, PACKING, PREVIEWING, ...onMachine(machine, settings.get('runner') !== 'pilot')];
  return offers.map(lens);
}
