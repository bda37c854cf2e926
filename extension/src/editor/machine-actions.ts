import { commands, ProgressLocation, Uri, window, type Disposable } from 'vscode';
import { isRunning } from '../smolvm/machines.ts';
import { canStart } from './check.ts';
import type { KnownMachine } from './known-machines.ts';
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
 * @returns whether it was done.
 */
export async function doQuietly(kind: QuietAction, name: string, tools: Tools): Promise<boolean> {
  const { known } = tools;
  const { doing, failed } = SAYING[kind];
  if (kind === 'start' && !(await mayStart(name, tools))) return false;
  try {
    await window.withProgress(
      {
        location: ProgressLocation.Notification,
        title: plainMessage(`${doing} the machine "${name}"`),
        cancellable: true,
      },
      async (_, token) => {
        const ended = new AbortController();
        const watching = token.onCancellationRequested(() => ended.abort());
        await known.act(kind, name, ended.signal).finally(() => watching.dispose());
      },
    );
    return true;
  } catch (error) {
    await sayFailure(
      `The machine "${name}" ${failed}: ${error instanceof Error ? error.message : String(error)}`,
      name,
      tools,
    );
    return false;
  }
}

/** One that runs has its ports itself. */
async function mayStart(name: string, { known, client, memory }: Tools): Promise<boolean> {
  const machine = known.of(name);
  if (machine && isRunning(machine.machine)) return true;
  const text = memory.fileOf(name);
  const file = text === undefined ? undefined : Uri.parse(text);
  return canStart(client, file, file && memory.of(file).machineFlags);
}

/** A machine that is gone can be made again, where its file is known. */
async function sayFailure(message: string, name: string, { known }: Tools): Promise<void> {
  const file = known.of(name)?.file;
  const isGone = /not[ _]found|no such/i.test(message);
  const create = 'Create Machine…';
  const choice = await showError(message, ...(isGone && file ? [create] : []));
  if (choice === create && file instanceof Uri) await commands.executeCommand('smolfile.create', file);
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
