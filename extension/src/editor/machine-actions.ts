import { commands, ProgressLocation, type Uri, window, type Disposable } from 'vscode';
import { isRunning } from '../smolvm/machines.ts';
import { Failure } from '../smolvm/answer.ts';
import type { CreateAction } from '../smolvm/argv.ts';
import { splitWords } from '@smolfile/core';
import { canStart, isFine } from './check.ts';
import type { Act, KnownMachine } from './known-machines.ts';
import { plainMessage, showError, showInformation, showWarning } from './notify.ts';
import type { Tools } from './tools.ts';

/**
 * A command on an entry of the view of machines, `smolfile.machines.…`. What goes wrong in it is said.
 *
 * For a moment after VS Code was told of other machines, it gives no entry: then it is said that nothing was done.
 *
 * @param selected what a key means, which says so in place of an entry.
 */
export function machineCommand(
  name: string,
  work: (machine: KnownMachine) => Promise<unknown>,
  selected?: () => { readonly kind: string } | undefined,
): Disposable {
  return commands.registerCommand(`smolfile.machines.${name}`, async (given?: { readonly kind: string }) => {
    const entry = given?.kind === 'selected' ? selected?.() : given;
    if (!given) void showInformation('The list of machines has just changed. Please choose again.');
    if (entry?.kind !== 'machine') return;
    try {
      await work(entry as KnownMachine);
    } catch (error) {
      void showError(error instanceof Error ? error.message : String(error));
    }
  });
}

/** What is said while smolvm works, and when it could not do it. */
const SAYING = {
  start: { doing: 'Starting', failed: 'did not start' },
  stop: { doing: 'Stopping', failed: 'was not stopped' },
  delete: { doing: 'Deleting', failed: 'was not deleted' },
} as const;

/** What is done with a machine without a terminal: nobody types into it, and a task could be run again unasked. */
export type QuietAction = keyof typeof SAYING;

/**
 * Starts, stops or deletes a machine, with a message that it is under way and another if that fails. Before a start,
 * one is asked where the host lacks what the machine needs.
 *
 * @param act what has smolvm do it.
 * @returns whether it was done.
 */
export async function doQuietly(
  kind: QuietAction,
  name: string,
  tools: Tools,
  act: Act = tools.known.act,
): Promise<boolean> {
  const { known } = tools;
  const { doing, failed } = SAYING[kind];
  // One that is gone is forgotten before its failure is said.
  const file = known.fileOf(name);
  if (kind === 'start' && file && !(await mayStart(name, file, tools))) return false;
  if (file) tools.refusals.forget(file);
  try {
    await withNotice(`${doing} the machine "${name}"`, (signal) => act(kind, name, signal));
    return true;
  } catch (error) {
    void sayFailure(`The machine "${name}" ${failed}`, error, { name, file }, tools);
    return false;
  }
}

/**
 * Makes a machine of a file: nobody types into that, either.
 *
 * @returns whether it was made.
 */
export async function createQuietly(action: CreateAction, file: Uri, tools: Tools): Promise<boolean> {
  const { name } = action;
  const { known, refusals } = tools;
  refusals.forget(file);
  try {
    await withNotice(`Creating the machine "${name}"`, (signal) => known.create(action, signal));
    return true;
  } catch (error) {
    void sayFailure(`The machine "${name}" was not created`, error, { name, file }, tools);
    return false;
  }
}

/** Says what is under way until it is done, and lets it be cancelled. */
export function withNotice<Result>(
  title: string,
  work: (signal: AbortSignal) => Promise<Result>,
): Thenable<Result> {
  const location = ProgressLocation.Notification;
  return window.withProgress({ location, title: plainMessage(title), cancellable: true }, (_, token) => {
    const ended = new AbortController();
    const watching = token.onCancellationRequested(() => ended.abort());
    return work(ended.signal).finally(() => watching.dispose());
  });
}

/** One that runs has its ports itself. */
async function mayStart(name: string, file: Uri, { known, client, memory }: Tools): Promise<boolean> {
  const machine = known.of(name);
  if (machine && isRunning(machine.machine)) return true;
  return canStart(client, file, memory.callOf(file));
}

/** What smolvm answers with where there is no such machine. */
const GONE = 'NOT_FOUND';

/**
 * Says that something failed and why, and what one can do: look where the file has it, or make a machine again that is
 * gone. Not to be waited for, since the message stays until it is closed.
 */
async function sayFailure(
  what: string,
  error: unknown,
  { name, file }: { readonly name: string; readonly file: Uri | undefined },
  { refusals }: Pick<Tools, 'refusals'>,
): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const refusal = file && error instanceof Failure ? await refusals.note(file, error.said) : undefined;
  const isGone = /\bvm not found\b/.test(reason) || (isCode(error, GONE) && reason.includes(name));
  const create = 'Create Machine…';
  const look = 'Show Problem';
  const choice = await showError(
    `${what}: ${shortened(refusal?.message ?? reason)}`,
    ...(refusal ? [look] : []),
    ...(isGone && file ? [create] : []),
  );
  if (!file) return;
  if (choice === create) await commands.executeCommand('smolfile.create', file);
  if (choice === look) await commands.executeCommand('workbench.actions.view.problems');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Failure && error.code === code;
}

/** A message is read in a corner; all of it stands among the problems. */
function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** Deletes a machine after a question, and makes it again as its file is now; one that ran is started. */
export async function recreateAfterQuestion(name: string, tools: Tools): Promise<void> {
  const { client, installed, known, memory } = tools;
  const file = known.fileOf(name);
  if (!file) throw new Error(`Which file the machine "${name}" was made from is not known.`);
  const { command, flags } = memory.callOf(file);
  if (command !== 'create')
    throw new Error(`"${name}" was made by "run -d": delete it, and run the file again.`);
  const machine = known.of(name)?.machine;
  const ran = machine !== undefined && isRunning(machine);
  const action = {
    kind: 'create',
    file: file.fsPath,
    name,
    flags: splitWords(flags).words.map(({ value }) => value),
  } as const;
  // A file that smolvm refuses would leave nothing behind.
  if (!(await isFine(client, file, action, installed))) return;
  const choice = await showWarning(
    `Recreate the machine "${name}" from its Smolfile?`,
    {
      modal: true,
      detail: `${ran ? 'It is running, and is stopped first and started again. ' : ''}Its disks are deleted with it, and begin empty.`,
    },
    'Recreate',
  );
  if (choice !== 'Recreate') return;
  await known.makeAgain(name, async (act) => {
    const isThere =
      (await doQuietly('delete', name, tools, act)) && (await createQuietly(action, file, tools));
    if (isThere && ran) await doQuietly('start', name, tools, act);
  });
}

/** Deletes a machine after a question: with it go its disks. */
export async function deleteAfterQuestion(name: string, tools: Tools): Promise<void> {
  const machine = tools.known.of(name)?.machine;
  const running = machine && isRunning(machine) ? 'It is running, and is stopped first. ' : '';
  const choice = await showWarning(
    `Delete the machine "${name}"?`,
    { modal: true, detail: `${running}Its disks are deleted with it. The Smolfile stays.` },
    'Delete',
  );
  if (choice === 'Delete') await doQuietly('delete', name, tools);
}
