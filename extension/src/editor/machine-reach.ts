/** What one reaches for once a machine runs: its ports, its output, a command in it, files of it. */
import { basename, posix } from 'node:path';
import { commands, env, Uri, window, workspace, type Disposable } from 'vscode';
import { splitWords } from '@smolfile/core';
import { isRunning } from '../smolvm/machines.ts';
import { webPorts } from '../smolvm/ports.ts';
import { uriOf } from './actions.ts';
import type { Tools } from './tools.ts';
import { doQuietly, machineCommand, recreateAfterQuestion, withNotice } from './machine-actions.ts';
import { showInformation, showWarning } from './notify.ts';
import { resolve } from './server.ts';
import { start } from './tasks.ts';

/** The commands on a machine of the view, on the file that one was made from, and on all. */
export function registerMachineReach(tools: Tools): Disposable[] {
  return [
    machineCommand('openPort', async ({ file, machine }) => openPort(tools, file, machine.name)),
    machineCommand('logs', ({ machine: { name } }) => logs(tools, name)),
    machineCommand('restart', async ({ machine: { name } }) => {
      if (await doQuietly('stop', name, tools)) await doQuietly('start', name, tools);
    }),
    machineCommand('exec', ({ machine: { name } }) => exec(tools, name)),
    machineCommand('recreate', ({ machine: { name } }) => recreateAfterQuestion(name, tools)),
    machineCommand('prune', ({ machine: { name } }) => prune(tools, name)),
    machineCommand('copyTo', ({ machine: { name } }) => copyTo(tools, name)),
    machineCommand('copyFrom', ({ machine: { name } }) => copyFrom(tools, name)),
    commands.registerCommand('smolfile.machines.stopAll', () => stopAll(tools)),
    commands.registerCommand('smolfile.openPort', async (given?: unknown) => {
      const uri = uriOf(given);
      if (uri) await openPort(tools, uri, tools.memory.of(uri).machine);
    }),
  ];
}

/** Opens a published port in the browser: the only one, or the one that is picked. */
async function openPort({ client, memory }: Tools, file: Uri | undefined, name?: string): Promise<void> {
  if (!file) {
    void showInformation(
      `Which ports ${name === undefined ? 'it' : `"${name}"`} publishes is known of machines that were made here.`,
    );
    return;
  }
  const { command, flags } = memory.callOf(file);
  const resolved = await resolve(client, file, command, flags);
  const ports = webPorts(resolved?.config);
  if (ports.length === 0) {
    void showInformation('No port is published: add one to "ports" in the Smolfile.');
    return;
  }
  const picked =
    ports.length === 1
      ? String(ports[0])
      : await window.showQuickPick(ports.map(String), { placeHolder: 'Which port of this machine?' });
  // In a remote window, VS Code forwards the port first.
  if (picked !== undefined) await env.openExternal(Uri.parse(`http://localhost:${picked}/`));
}

/** Releases that keep no output have no such command: its refusal would be a page of usage. */
async function logs({ installed }: Tools, name: string): Promise<void> {
  if (await installed.has('logs')) await start(installed, { kind: 'logs', name });
  else
    void showInformation(
      `smolvm ${installed.version ?? ''} keeps no output of machines; a newer release does. A shell in the machine shows what runs there.`,
    );
}

/** Frees what no image of a machine needs any more, after a look at what that is. */
async function prune({ installed }: Tools, name: string): Promise<void> {
  const found = await withNotice(`Looking what "${name}" can do without`, (signal) =>
    installed.ask({ kind: 'prune', name, dryRun: true }, signal),
  );
  const detail = found.trim();
  if (/^No unreferenced layers/m.test(detail)) {
    void showInformation(`The machine "${name}" has no image layers that it can do without.`);
    return;
  }
  const choice = await showWarning(`Free the disk space of "${name}"?`, { modal: true, detail }, 'Free');
  if (choice !== 'Free') return;
  const done = await withNotice(`Freeing the disk space of "${name}"`, (signal) =>
    installed.ask({ kind: 'prune', name, dryRun: false }, signal),
  );
  void showInformation(done.trim().split('\n').at(-1) ?? '');
}

async function exec({ installed }: Tools, name: string): Promise<void> {
  const line = await window.showInputBox({
    title: `Run a Command in "${name}"`,
    prompt: 'The program and its arguments; quotes as in a shell',
    validateInput: (text) => {
      const { words, problem } = splitWords(text);
      return problem?.message ?? (words.length === 0 ? 'Give a command.' : undefined);
    },
  });
  if (line === undefined) return;
  const words = splitWords(line).words.map(({ value }) => value);
  await start(installed, { kind: 'exec', name, words });
}

async function copyTo(tools: Tools, name: string): Promise<void> {
  const files = await window.showOpenDialog({ title: `Copy to "${name}"`, openLabel: 'Copy' });
  const file = files?.find(({ scheme }) => scheme === 'file')?.fsPath;
  if (file === undefined) return;
  const to = await askForPath(`Copy ${basename(file)} to "${name}"`, `/tmp/${basename(file)}`);
  if (to !== undefined) await copy(tools, file, `${name}:${to}`, `to "${name}"`);
}

async function copyFrom(tools: Tools, name: string): Promise<void> {
  const from = await askForPath(`Copy from "${name}"`, '/');
  if (from === undefined) return;
  // It asks by itself before it overwrites.
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const to = await window.showSaveDialog({
    title: `Copy ${from} to`,
    saveLabel: 'Copy',
    ...(folder && { defaultUri: Uri.joinPath(folder, posix.basename(from)) }),
  });
  if (to?.scheme === 'file') await copy(tools, `${name}:${from}`, to.fsPath, `from "${name}"`);
}

function askForPath(title: string, value: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: 'The path of a file in the machine',
    value,
    validateInput: (text) =>
      posix.isAbsolute(text) && !text.endsWith('/') ? undefined : 'Give the absolute path of a file.',
  });
}

async function copy({ installed }: Tools, from: string, to: string, where: string): Promise<void> {
  await withNotice(`Copying ${where}`, (signal) => installed.ask({ kind: 'copy', from, to }, signal));
  void showInformation(`Copied to ${to}.`);
}

/** Stops every machine that runs, after a question. */
async function stopAll(tools: Tools): Promise<void> {
  const { known } = tools;
  await known.refresh();
  const names = known.machines.filter(({ machine }) => isRunning(machine)).map(({ machine }) => machine.name);
  if (names.length === 0) {
    void showInformation('No machine is running.');
    return;
  }
  const what = names.length === 1 ? 'the machine that runs' : `the ${names.length} machines that run`;
  const choice = await showWarning(
    `Stop ${what}?`,
    { modal: true, detail: names.map((name) => `• ${name}`).join('\n') },
    'Stop',
  );
  if (choice === 'Stop') await Promise.all(names.map((name) => doQuietly('stop', name, tools)));
}
