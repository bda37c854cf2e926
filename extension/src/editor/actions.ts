import { dirname, resolve as resolvePath } from 'node:path';
import { commands, Uri, window, workspace, type Disposable } from 'vscode';
import { splitWords } from '@smolfile/core';
import { flagsOf, lineOf, type FileActionKind, type MachineAction } from '../smolvm/argv.ts';
import { readMachines } from '../smolvm/machines.ts';
import { suggestedName } from '../smolvm/names.ts';
import { keptMachine } from '../smolvm/started.ts';
import { canRun } from './context.ts';
import { isFine, type FileAction } from './check.ts';
import { askForFlags } from './flags-box.ts';
import type { Installed } from './installed.ts';
import type { KnownMachines } from './known-machines.ts';
import { createQuietly, doQuietly } from './machine-actions.ts';
import type { Memory } from './memory.ts';
import { mayBeWritten, outputProblem } from './output.ts';
import { completeFlags, resolve } from './server.ts';
import { runProgram, start, startAndHear } from './tasks.ts';
import type { Tools } from './tools.ts';
import { showError, showInformation, showWarning } from './notify.ts';

/** The commands on a Smolfile. Each takes the file's URI, as object or text; without one, the active editor's. */
export function registerActions(tools: Tools): Disposable[] {
  const actions: Readonly<Record<string, (uri: Uri, tools: Tools) => Promise<void>>> = {
    run,
    runWithFlags,
    create: (uri) => create(uri, tools),
    createWithFlags: (uri) => create(uri, tools, true),
    pack: (uri) => pack(uri, tools),
    packWithFlags: (uri) => pack(uri, tools, true),
    start: (uri) => onMachine('start', uri, tools),
    stop: (uri) => onMachine('stop', uri, tools),
    shell: (uri) => onMachine('shell', uri, tools),
    status: (uri) => onMachine('status', uri, tools),
    shellOfRun: async (uri) => {
      const name = tools.runs.of(uri);
      if (name === undefined) throw new Error('This file is not being run.');
      await start(tools.installed, { kind: 'shell', name });
    },
  };
  const help = commands.registerCommand('smolfile.help', async (about?: unknown) => {
    if (!canRun()) return;
    await start(tools.installed, {
      kind: 'help',
      about: about === 'create' || about === 'pack' ? about : 'run',
    });
  });
  const onFiles = Object.entries(actions).map(([name, action]) =>
    commands.registerCommand(`smolfile.${name}`, async (given?: unknown) => {
      const uri = uriOf(given);
      if (!uri || !(await isPossible(uri, tools.installed))) return;
      try {
        await action(uri, tools);
      } catch (error) {
        void showError(error instanceof Error ? error.message : String(error));
      }
    }),
  );
  return [help, ...onFiles];
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
    const choice = await showWarning(
      'Nothing is run in a workspace that you have not trusted.',
      {},
      'Manage Trust',
    );
    if (choice) await commands.executeCommand('workbench.trust.manage');
    return false;
  }
  if (uri.scheme !== 'file') {
    void showWarning('Save the Smolfile in a folder first: smolvm reads it from there.', {});
    return false;
  }
  if (installed.locate() !== undefined) {
    // Another one may have been put in its place.
    await installed.refresh();
    return true;
  }
  await installed.sayMissing();
  return false;
}

async function run(uri: Uri, tools: Tools): Promise<void> {
  await checkAndRun(uri, [], tools);
}

async function runWithFlags(uri: Uri, tools: Tools): Promise<void> {
  const flags = await flagsFor('run', 'Run with Flags', uri, tools);
  if (flags) await checkAndRun(uri, flags, tools);
}

async function checkAndRun(uri: Uri, flags: readonly string[], tools: Tools): Promise<void> {
  const { client, installed, known, memory, refusals, runs } = tools;
  const action = { kind: 'run', file: uri.fsPath, flags } as const;
  if (!(await isFine(client, uri, action, installed))) return;
  refusals.forget(uri);
  const begun = runs.begin(uri);
  const started = await startAndHear(installed, action, (text) => begun.hear(text));
  const { code, said } = (await started?.ended) ?? { code: undefined, said: '' };
  begun.end();
  const kept = code === 0 ? keptMachine(flags, installed.version) : undefined;
  if (kept !== undefined) await memory.rememberMachine(uri, kept, keptLine(flags, uri, 'run', memory), 'run');
  if (code !== 0) await refusals.note(uri, said);
  void known.refresh();
}

async function create(uri: Uri, tools: Tools, withFlags = false): Promise<void> {
  const file = uri.fsPath;
  await tools.known.refresh();
  const name = await window.showInputBox({
    title: 'Create Machine',
    prompt: 'A name for the machine',
    value: freeName(suggestedName(file), tools.known),
    validateInput: (text) =>
      tools.known.of(text)
        ? `There is a machine "${text}" already.`
        : actionProblem({ kind: 'create', file, name: text }, uri, tools),
  });
  if (name === undefined) return;
  const action = { kind: 'create', file, name } as const;
  const flags = withFlags
    ? await flagsFor('create', `Create Machine "${name}" with Flags`, uri, tools, lineOf(flagsOf(action)))
    : [];
  if (!flags) return;
  const call = { ...action, flags };
  if (!(await isFine(tools.client, uri, call, tools.installed))) return;
  // A machine that smolvm refused to make is none.
  if (await createQuietly(call, uri, tools))
    await tools.memory.rememberMachine(uri, name, keptLine(flags, uri, 'create', tools.memory));
}

/** Flags as the box kept them: a line with a credential in it is left out. */
function keptLine(flags: readonly string[], uri: Uri, kind: FileActionKind, memory: Memory): string {
  const line = lineOf(flags);
  return memory.linesOf(uri, kind).some((each) => lineOf(wordsOf(each)) === line) ? line : '';
}

async function pack(uri: Uri, tools: Tools, withFlags = false): Promise<void> {
  const file = uri.fsPath;
  const at = (text: string): Extract<FileAction, { kind: 'pack' }> => ({
    kind: 'pack',
    file,
    output: resolvePath(dirname(file), text),
  });
  const typed = await window.showInputBox({
    title: 'Pack',
    prompt: 'The program to make, relative to the Smolfile; a file .smolmachine is put beside it',
    value: tools.memory.of(uri).output ?? suggestedName(file),
    validateInput: async (text) =>
      text === ''
        ? 'Give it a name.'
        : ((await outputProblem(at(text).output, file)) ?? actionProblem(at(text), uri, tools)),
  });
  if (typed === undefined) return;
  const action = at(typed);
  const flags = withFlags
    ? await flagsFor('pack', `Pack "${typed}" with Flags`, uri, tools, lineOf(flagsOf(action)))
    : [];
  if (!flags) return;
  if (!(await mayBeWritten(action.output, file))) return;
  if (!(await isFine(tools.client, uri, { ...action, flags }, tools.installed))) return;
  tools.refusals.forget(uri);
  const started = await startAndHear(tools.installed, { ...action, flags }, () => undefined);
  if (!started) return;
  await tools.memory.remember(uri, { output: typed });
  const { code, said } = await started.ended;
  if (code === 0) await sayPacked(action.output);
  else await tools.refusals.note(uri, said);
}

/** Says that a pack is there, and what one does with it. */
async function sayPacked(output: string): Promise<void> {
  const runIt = 'Run It';
  const reveal = 'Show in Folder';
  const choice = await showInformation(`Packed to ${output}.`, runIt, reveal);
  if (choice === runIt && canRun()) runProgram(output);
  if (choice === reveal) await commands.executeCommand('revealFileInOS', Uri.file(output));
}

/** The name, or with a number where there is such a machine already. */
function freeName(name: string, known: KnownMachines): string {
  if (!known.of(name)) return name;
  for (let number = 2; ; number++) if (!known.of(`${name}-${number}`)) return `${name}-${number}`;
}

/** Asks for flags, and keeps the line for the next time. */
async function flagsFor(
  kind: FileActionKind,
  title: string,
  uri: Uri,
  tools: Tools,
  own?: string,
): Promise<string[] | undefined> {
  const line = await askForFlags(kind, title, uri, tools, own);
  if (line === undefined) return undefined;
  const answer = await completeFlags(tools.client, uri, kind, line);
  if (answer?.credentials === false) await tools.memory.rememberLine(uri, kind, line);
  return wordsOf(line);
}

function wordsOf(line: string): string[] {
  return splitWords(line).words.map(({ value }) => value);
}

/** Start, stop and the like for the machine of a file: the one made from it, or the one that is picked for it. */
async function onMachine(kind: MachineAction, uri: Uri, tools: Tools): Promise<void> {
  const known = tools.memory.of(uri).machine;
  const name = known ?? (await pickMachine(tools.installed));
  if (name === undefined) return;
  if (known === undefined) await tools.memory.rememberMachine(uri, name, '');
  if (kind === 'start' || kind === 'stop') await doQuietly(kind, name, tools);
  else await start(tools.installed, { kind, name });
}

async function pickMachine(installed: Installed): Promise<string | undefined> {
  const { machines, problem } = readMachines(await installed.ask({ kind: 'list' }));
  if (problem !== undefined) throw new Error(problem);
  if (machines.length === 0) throw new Error('There are no machines yet: create one first.');
  const items = machines.map(({ name, state }) => ({ label: name, description: state }));
  const placeHolder = 'Which machine belongs to this file?';
  // A terminal that opens beside it takes the focus, and must not take the question along.
  const picked = await window.showQuickPick(items, { placeHolder, ignoreFocusOut: true });
  return picked?.label;
}

/** What is wrong with a name or an output, as the box shows it while one types. */
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
