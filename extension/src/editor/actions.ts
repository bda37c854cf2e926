import { dirname, resolve as resolvePath } from 'node:path';
import {
  commands,
  InputBoxValidationSeverity,
  Uri,
  window,
  workspace,
  type Disposable,
  type InputBoxValidationMessage,
} from 'vscode';
import { splitWords } from '@smolfile/core';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { flagsOf, lineOf, type MachineAction } from '../smolvm/argv.ts';
import { readMachines } from '../smolvm/machines.ts';
import { suggestedName } from '../smolvm/names.ts';
import { canRun } from './context.ts';
import { isFine, type FileAction } from './check.ts';
import type { Installed } from './installed.ts';
import type { Memory } from './memory.ts';
import { resolve } from './server.ts';
import { start } from './tasks.ts';

/** What the commands work with. */
export interface Tools {
  readonly client: BaseLanguageClient;
  readonly installed: Installed;
  readonly memory: Memory;
}

/** The commands on a Smolfile. Each takes the file's URI, as object or text; without one, the active editor's. */
export function registerActions(tools: Tools): Disposable[] {
  const actions: Readonly<Record<string, (uri: Uri, tools: Tools) => Promise<void>>> = {
    run,
    runWithFlags,
    create,
    pack,
    start: (uri) => onMachine('start', uri, tools),
    stop: (uri) => onMachine('stop', uri, tools),
    shell: (uri) => onMachine('shell', uri, tools),
    status: (uri) => onMachine('status', uri, tools),
  };
  return Object.entries(actions).map(([name, action]) =>
    commands.registerCommand(`smolfile.${name}`, async (given?: unknown) => {
      const uri = uriOf(given);
      if (!uri || !(await isPossible(uri, tools.installed))) return;
      try {
        await action(uri, tools);
      } catch (error) {
        void window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    }),
  );
}

/** A file from whatever a menu, a code lens or a key gives. */
export function uriOf(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  if (typeof given === 'string') return Uri.parse(given);
  const active = window.activeTextEditor?.document;
  return active?.languageId === 'smolfile' ? active.uri : undefined;
}

/** Whether something may be started for a file; says why not. */
async function isPossible(uri: Uri, installed: Installed): Promise<boolean> {
  if (!canRun()) {
    const choice = await window.showWarningMessage(
      'Nothing is run in a workspace that you have not trusted.',
      'Manage Trust',
    );
    if (choice) await commands.executeCommand('workbench.trust.manage');
    return false;
  }
  if (uri.scheme !== 'file') {
    void window.showWarningMessage('Save the Smolfile in a folder first: smolvm reads it from there.');
    return false;
  }
  if (installed.locate() !== undefined) return true;
  await installed.sayMissing();
  return false;
}

async function run(uri: Uri, tools: Tools): Promise<void> {
  await checkAndStart(uri, { kind: 'run', file: uri.fsPath }, tools);
}

async function runWithFlags(uri: Uri, tools: Tools): Promise<void> {
  const typed = await window.showInputBox({
    title: 'Run with Flags',
    prompt: 'Flags of smolvm machine run, and after -- a command to run instead of the file’s',
    placeHolder: '-it --cpus 4 -p 8080:80 -- sh',
    value: tools.memory.of(uri).runFlags ?? '',
    ignoreFocusOut: true,
    validateInput: (text) => flagsProblem(text, uri, tools),
  });
  if (typed === undefined) return;
  await tools.memory.remember(uri, { runFlags: typed });
  const flags = splitWords(typed).words.map(({ value }) => value);
  await checkAndStart(uri, { kind: 'run', file: uri.fsPath, flags }, tools);
}

async function create(uri: Uri, tools: Tools): Promise<void> {
  const file = uri.fsPath;
  const name = await window.showInputBox({
    title: 'Create Machine',
    prompt: 'A name for the machine',
    value: tools.memory.of(uri).machine ?? suggestedName(file),
    validateInput: (text) => actionProblem({ kind: 'create', file, name: text }, uri, tools),
  });
  if (name === undefined) return;
  const started = await checkAndStart(uri, { kind: 'create', file, name }, tools);
  if (started) await tools.memory.remember(uri, { machine: name });
}

async function pack(uri: Uri, tools: Tools): Promise<void> {
  const file = uri.fsPath;
  const at = (text: string): FileAction => ({
    kind: 'pack',
    file,
    output: resolvePath(dirname(file), text),
  });
  const typed = await window.showInputBox({
    title: 'Pack',
    prompt: 'The program to make, relative to the Smolfile; a file .smolmachine is put beside it',
    value: tools.memory.of(uri).output ?? suggestedName(file),
    validateInput: (text) => (text === '' ? 'Give it a name.' : actionProblem(at(text), uri, tools)),
  });
  if (typed === undefined) return;
  const started = await checkAndStart(uri, at(typed), tools);
  if (started) await tools.memory.remember(uri, { output: typed });
}

/** Start, stop and the like for the machine of a file: the one made from it, or the one that is picked for it. */
async function onMachine(kind: MachineAction, uri: Uri, tools: Tools): Promise<void> {
  const name = tools.memory.of(uri).machine ?? (await pickMachine(tools.installed));
  if (name === undefined) return;
  await tools.memory.remember(uri, { machine: name });
  await start(tools.installed, { kind, name });
}

async function pickMachine(installed: Installed): Promise<string | undefined> {
  const { machines, problem } = readMachines(await installed.ask({ kind: 'list' }));
  if (problem !== undefined) throw new Error(problem);
  if (machines.length === 0) throw new Error('There are no machines yet: create one first.');
  const items = machines.map(({ name, state }) => ({ label: name, description: state }));
  const picked = await window.showQuickPick(items, { placeHolder: 'Which machine belongs to this file?' });
  return picked?.label;
}

async function checkAndStart(uri: Uri, action: FileAction, tools: Tools): Promise<boolean> {
  if (!(await isFine(tools.client, uri, action))) return false;
  await start(tools.installed, action);
  return true;
}

/** What is wrong with flags, as the box shows it while one types. */
async function flagsProblem(
  text: string,
  uri: Uri,
  { client }: Tools,
): Promise<InputBoxValidationMessage | undefined> {
  const resolved = await resolve(client, uri, 'run', text);
  const found = resolved?.diagnostics.find(
    ({ severity, source }) => source === 'flags' && severity !== 'info',
  );
  if (!found) return undefined;
  const severity =
    found.severity === 'error' ? InputBoxValidationSeverity.Error : InputBoxValidationSeverity.Warning;
  return { message: [found.message, found.help].filter(Boolean).join('. '), severity };
}

/** What is wrong with a name or an output, in the same way. */
async function actionProblem(action: FileAction, uri: Uri, { client }: Tools): Promise<string | undefined> {
  const resolved = await resolve(client, uri, action.kind, lineOf(flagsOf(action)));
  return resolved?.diagnostics.find(({ severity, source }) => source === 'flags' && severity === 'error')
    ?.message;
}

/** Has the commands on the machine of a file offered where a machine is known. */
export function followEditor(memory: Memory): Disposable {
  // Its entries in menus are hidden for files that no machine was made from.
  const tell = (): void => {
    const active = window.activeTextEditor?.document;
    const known = active?.languageId === 'smolfile' && memory.of(active.uri).machine !== undefined;
    void commands.executeCommand('setContext', 'smolfile.hasMachine', known);
  };
  tell();
  const watching = [
    window.onDidChangeActiveTextEditor(tell),
    workspace.onDidOpenTextDocument(tell),
    memory.onDidChange(tell),
  ];
  return { dispose: () => watching.forEach((each) => void each.dispose()) };
}
