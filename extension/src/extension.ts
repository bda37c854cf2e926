import { workspace, type ExtensionContext, type Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { followEditor, registerActions } from './editor/actions.ts';
import type { Tools } from './editor/tools.ts';
import {
  ANNOUNCED,
  clientOptions,
  LensRefresh,
  registerServerCommands,
  settingsChanged,
  type InstalledVersion,
} from './editor/client.ts';
import { announceMachine } from './editor/context.ts';
import { registerImport } from './editor/import.ts';
import { Installed } from './editor/installed.ts';
import { registerMachineReach } from './editor/machine-reach.ts';
import { registerMachines } from './editor/machines-view.ts';
import { KnownMachines } from './editor/known-machines.ts';
import type { FileMachine, FileMachines, MachinesOf } from './editor/lenses.ts';
import { Memory } from './editor/memory.ts';
import { registerNewFile } from './editor/new-file.ts';
import { Refusals } from './editor/refusals.ts';
import { endTerminals } from './editor/run-terminal.ts';
import { Runs } from './editor/runs.ts';
import { registerPreview } from './editor/preview.ts';
import { registerStatusBar } from './editor/status-bar.ts';
import { registerTasks } from './editor/tasks.ts';
import { isRunning } from './smolvm/machines.ts';

/**
 * Called by the editor when the first Smolfile is opened, or the first of our views, tasks and commands is used; and
 * where there is something that a Smolfile can be made of.
 */
export async function activate(context: ExtensionContext): Promise<void> {
  const installed = new Installed();
  const memory = new Memory(context.workspaceState);
  const client: LanguageClient = createClient(
    context.asAbsolutePath('dist/server.cjs'),
    () => installed.version,
    (uri) => machinesOf(uri, tools),
  );
  const known = new KnownMachines({ client, installed, memory });
  const refusals = new Refusals();
  const runs = new Runs();
  const tools = { client, installed, memory, known, refusals, runs };
  const lenses = new LensRefresh(client, (uri) => machinesOf(uri, tools));
  const status = registerStatusBar(client, () => installed.version);
  context.subscriptions.push(
    installed,
    known,
    refusals,
    runs,
    { dispose: endTerminals },
    lenses,
    client,
    status,
    announceMachine(() => {
      lenses.now();
      settingsChanged(client);
      void installed.refresh();
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('smolfile.codeLens') || change.affectsConfiguration('smolfile.runner'))
        lenses.now();
    }),
    installed.onDidChange(() => settingsChanged(client)),
    memory.onDidChange(() => lenses.now()),
    known.onDidChange(() => lenses.now()),
    runs.onDidChange(() => lenses.now()),
    runs.onDidChange(() => void known.refresh()),
    followEditor(memory),
    registerTasks(installed),
    registerNewFile(client),
    ...registerImport(client),
    ...registerServerCommands(client),
    ...registerPreview(
      client,
      {
        of: (uri, command) => memory.linesOf(uri, command)[0] ?? '',
        onDidChange: memory.onDidChange,
      },
      context.extensionUri,
    ),
    ...registerActions(tools),
    ...registerMachines(tools),
    ...registerMachineReach(tools),
  );
  // Both at once: the server need not wait for smolvm to say its version.
  await Promise.all([client.start(), installed.refresh()]);
  status.refresh();
  // The lenses of its file say what one can do with a machine as it is.
  if (memory.machines.length > 0) void known.refresh();
}

/** What there is of a file. */
function machinesOf(uri: Uri, tools: Pick<Tools, 'memory' | 'known' | 'runs'>): FileMachines {
  return { machine: machineOf(uri, tools), isRun: tools.runs.of(uri) !== undefined };
}

/** The machine that was made from a file, and how it is as far as smolvm has said. */
function machineOf(uri: Uri, { memory, known }: Pick<Tools, 'memory' | 'known'>): FileMachine | undefined {
  const name = memory.of(uri).machine;
  if (name === undefined) return undefined;
  const machine = known.of(name);
  return { name, doing: machine?.doing, running: machine && isRunning(machine.machine) };
}

/**
 * @param module path of the bundled server. It runs in the editor's own Node, and starts nothing but a shellcheck that is
 * installed, once it is told that the workspace is trusted: so a workspace needs no trust to be checked.
 */
function createClient(module: string, installed: InstalledVersion, machines: MachinesOf): LanguageClient {
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6091'] } };
  const client = new LanguageClient(
    'smolfile',
    'Smolfile',
    { run, debug },
    clientOptions(installed, machines),
  );
  client.registerFeature(ANNOUNCED);
  return client;
}
