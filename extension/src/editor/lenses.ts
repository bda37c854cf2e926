import { CodeLens, type TextDocument, type Uri, workspace } from 'vscode';
import { canRun } from './context.ts';

type Offer = readonly [title: string, command: string];

/** What one does with a file; what starts something only where that is possible. */
const RUNNING: readonly Offer[] = [
  ['$(play) Run', 'smolfile.run'],
  ['Run with flags…', 'smolfile.runWithFlags'],
];
const CREATING: Offer = ['Create machine…', 'smolfile.create'];
const PACKING: Offer = ['Pack…', 'smolfile.pack'];
const PREVIEWING: Offer = ['Preview', 'smolfile.preview'];

/** The machine that was made from a file. */
export interface FileMachine {
  readonly name: string;
  /** What is being done with it. */
  readonly doing?: string | undefined;
  /** Undefined while smolvm has not said. */
  readonly running?: boolean | undefined;
}

/** What one does with the machine that was made from the file, as it is now. */
function onMachine({ name, doing, running }: FileMachine, hasShell: boolean): Offer[] {
  if (doing !== undefined) return [[`$(loading~spin) ${name} is ${doing}`, '']];
  const starting: Offer[] = running === true ? [] : [[`$(vm) Start ${name}`, 'smolfile.start']];
  const stopping: Offer[] = running === false ? [] : [[`$(vm-running) Stop ${name}`, 'smolfile.stop']];
  const shell: Offer[] = hasShell && running !== false ? [['Shell', 'smolfile.shell']] : [];
  return [...starting, ...stopping, ...shell];
}

/** What there is of a file: the machine that was made from it, and a run that is under way. */
export interface FileMachines {
  readonly machine: FileMachine | undefined;
  readonly isRun: boolean;
}

/** Finds what there is of a file. */
export type MachinesOf = (uri: Uri) => FileMachines;

const NONE: MachinesOf = () => ({ machine: undefined, isRun: false });

/** A run needs no stopping here: its terminal is there for that. */
const SHELL_OF_RUN: Offer = ['$(terminal) Shell into Run', 'smolfile.shellOfRun'];

/** What each document's lenses were made for. */
const shown = new WeakMap<TextDocument, string>();

/** Whether lenses that were made now would be others, for all that is no text. */
export function areOutdated(document: TextDocument, machinesOf?: MachinesOf): boolean {
  const known = shown.get(document);
  return known !== undefined && known !== reasonsOf(document.uri, machinesOf);
}

function reasonsOf(uri: Uri, machinesOf: MachinesOf = NONE): string {
  const settings = workspace.getConfiguration('smolfile', uri);
  return JSON.stringify([canRun(), settings.get('codeLens'), settings.get('runner'), machinesOf(uri)]);
}

/**
 * The code lenses of a document, above its first statement.
 *
 * @param found the server's: it knows where the first statement is, and that an empty file has nothing to run.
 */
export function lensesFor(
  document: TextDocument,
  found: readonly CodeLens[],
  machinesOf: MachinesOf = NONE,
): CodeLens[] {
  const { uri } = document;
  shown.set(document, reasonsOf(uri, machinesOf));
  const [first] = found;
  const settings = workspace.getConfiguration('smolfile', uri);
  if (!first || !settings.get<boolean>('codeLens', true)) return [];
  const lens = ([title, command]: Offer): CodeLens =>
    new CodeLens(first.range, { title, command, arguments: [uri] });
  if (!canRun() || uri.scheme !== 'file') return [lens(PREVIEWING)];
  const { machine, isRun } = machinesOf(uri);
  const hasShell = settings.get('runner') !== 'pilot';
  // A second machine of the same file is rare, and the menu of the editor's title still makes one.
  const last = machine ? onMachine(machine, hasShell) : [CREATING];
  return [...RUNNING, ...(isRun && hasShell ? [SHELL_OF_RUN] : []), PACKING, PREVIEWING, ...last].map(lens);
}
