import {
  commands,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  tasks,
  window,
  workspace,
  type Disposable,
  type TreeDataProvider,
} from 'vscode';
import type { MachineAction } from '../smolvm/argv.ts';
import { isRunning } from '../smolvm/machines.ts';
import type { Tools } from './tools.ts';
import type { Doing, KnownMachine, KnownMachines } from './known-machines.ts';
import { deleteAfterQuestion, doQuietly, machineCommand, type QuietAction } from './machine-actions.ts';
import { start, TASK_TYPE } from './tasks.ts';

/** A machine with the file it came from, or something to say about one. */
type Node =
  | KnownMachine
  | { readonly kind: 'detail'; readonly label: string; readonly text: string; readonly drifted: boolean }
  | { readonly kind: 'problem'; readonly text: string };

/** What is said about a machine, by smolvm's names. */
const DETAILS: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  image: (value) => (typeof value === 'string' ? value : undefined),
  cpus: (value) => numberText(value),
  memory_mib: (value) => numberText(value, ' MiB'),
  ports: (value) => numberText(value),
  mounts: (value) => numberText(value),
  network: (value) => (value === true ? 'yes' : value === false ? 'no' : undefined),
  restart_policy: (value) => (typeof value === 'string' ? value : undefined),
  health_cmd: (value) => (typeof value === 'string' ? value : undefined),
  pid: (value) => numberText(value),
};

const LABELS: Readonly<Record<string, string>> = {
  memory_mib: 'memory',
  mounts: 'volumes',
  restart_policy: 'restart',
  health_cmd: 'health check',
};

/** How long smolvm takes to clean up behind a program, or to start a machine. Milliseconds. */
const AFTERWARDS = 2000;

/** The view of smolvm's machines. It asks smolvm while it is seen, and after every task of ours. */
export function registerMachines(tools: Tools): Disposable[] {
  const { known } = tools;
  const provider = new Machines(known);
  const view = window.createTreeView('smolfile.machines', { treeDataProvider: provider });
  const refresh = (): void => {
    if (view.visible || tools.memory.machines.length > 0) void known.refresh();
  };
  const quietly = (kind: QuietAction) =>
    machineCommand(kind, ({ machine: { name } }) => doQuietly(kind, name, tools));
  const act = (kind: MachineAction) =>
    machineCommand(kind, ({ machine: { name } }) => start(tools.installed, { kind, name }));
  return [
    provider,
    view,
    view.onDidChangeVisibility(refresh),
    tasks.onDidEndTaskProcess(({ execution: { task } }) => {
      if (task.definition.type !== TASK_TYPE) return;
      refresh();
      // What ran in it is gone a moment after its program.
      setTimeout(refresh, AFTERWARDS);
    }),
    tasks.onDidStartTaskProcess(({ execution: { task } }) => {
      if (task.definition.type === TASK_TYPE) setTimeout(refresh, AFTERWARDS);
    }),
    tools.runs.onDidChange(() => setTimeout(refresh, AFTERWARDS)),
    // Somebody may have been at a terminal meanwhile, or have put another smolvm in place.
    window.onDidChangeWindowState(({ focused }) => {
      if (!focused) return;
      refresh();
      void tools.installed.refresh();
    }),
    // What differs from the file is another thing now.
    workspace.onDidSaveTextDocument(({ languageId }) => {
      if (languageId === 'smolfile') refresh();
    }),
    workspace.onDidRenameFiles(async ({ files }) => {
      for (const { oldUri, newUri } of files) {
        // One after the other: the storage takes them in order.
        // oxlint-disable-next-line no-await-in-loop
        await tools.memory.rename(oldUri, newUri);
      }
    }),
    tools.installed.onDidChange(refresh),
    tools.memory.onDidChange(refresh),
    commands.registerCommand('smolfile.machines.refresh', async () => {
      await Promise.all([tools.installed.refresh(), known.refresh()]);
    }),
    quietly('start'),
    quietly('stop'),
    act('shell'),
    act('status'),
    machineCommand(
      'delete',
      ({ machine: { name } }) => deleteAfterQuestion(name, tools),
      () => view.selection[0],
    ),
    machineCommand('openFile', async ({ file }) => file && window.showTextDocument(file)),
  ];
}

/**
 * Shows what is known at once: until VS Code has the entries again that it asked for, none of them can be clicked, so
 * nothing that VS Code would have to answer first is waited for here.
 */
class Machines implements TreeDataProvider<Node> {
  readonly #known: KnownMachines;
  readonly #changed = new EventEmitter<Node | undefined>();
  readonly #following: Disposable;
  #first: Promise<void> | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(known: KnownMachines) {
    this.#known = known;
    this.#following = known.onDidChange((machine) => this.#changed.fire(machine));
  }

  dispose(): void {
    this.#following.dispose();
    this.#changed.dispose();
  }

  getTreeItem(node: Node): TreeItem {
    if (node.kind === 'machine') return machineItem(node);
    if (node.kind === 'problem') {
      const item = new TreeItem(node.text);
      item.iconPath = new ThemeIcon('warning');
      item.tooltip = node.text;
      return item;
    }
    const item = new TreeItem(node.label);
    item.description = node.text;
    item.tooltip = `${node.label}: ${node.text}`;
    if (node.drifted) item.iconPath = new ThemeIcon('diff-modified');
    return item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return node.kind === 'machine' ? detailsOf(node) : [];
    this.#first ??= this.#known.refresh();
    await this.#first;
    const { machines, problem, isThere } = this.#known;
    void commands.executeCommand('setContext', 'smolfile.isMissing', !isThere);
    return problem === undefined ? [...machines] : [{ kind: 'problem', text: problem }];
  }
}

function machineItem({ machine, file, drift, doing, failure }: KnownMachine): TreeItem {
  const item = new TreeItem(machine.name, TreeItemCollapsibleState.Collapsed);
  const running = isRunning(machine);
  const state = doing ?? machine.state;
  item.id = machine.name;
  const count = drift.length === 1 ? '1 difference' : `${drift.length} differences`;
  const notes = [
    state,
    ...(machine.facts['ephemeral'] === true ? ['ephemeral'] : []),
    ...(failure === undefined ? [] : ['failed']),
    ...(drift.length > 0 ? [count] : []),
  ];
  item.description = notes.join(', ');
  item.accessibilityInformation = {
    label: `${machine.name}, ${notes.join(', ')}${drift.length > 0 ? ' from its Smolfile' : ''}`,
  };
  item.iconPath = iconOf(running, doing, failure !== undefined || state === 'failed');
  const marks = [...(drift.length > 0 ? ['drifted'] : []), ...(file ? ['file'] : [])];
  item.contextValue = ['machine', doing ? 'busy' : running ? 'running' : 'stopped', ...marks].join(' ');
  item.tooltip = [
    `${machine.name}: ${state}`,
    ...(failure === undefined ? [] : [`smolvm said: ${failure}`]),
    ...(drift.length === 0
      ? []
      : [
          'Not as its Smolfile has it:',
          ...drift.map(({ key, machine: now, file: then }) => `${key}: ${now}, in the file ${then}`),
          'Recreate it to apply the file.',
        ]),
  ].join('\n');
  return item;
}

/** A machine keeps its own icon whatever differs from its file, so that one sees whether it runs. */
function iconOf(running: boolean, doing: Doing | undefined, failed: boolean): ThemeIcon {
  if (doing) return new ThemeIcon('loading~spin');
  if (failed) return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  return new ThemeIcon(running ? 'vm-running' : 'vm-outline');
}

function detailsOf({ machine, file, drift }: KnownMachine): Node[] {
  const differences = drift.map(({ key, machine: now, file: then }): Node => ({
    kind: 'detail',
    label: key,
    text: `${now} → ${then} in the file`,
    drifted: true,
  }));
  const details = Object.entries(DETAILS).flatMap(([name, text]): Node[] => {
    const shown = text(machine.facts[name]);
    return shown === undefined
      ? []
      : [{ kind: 'detail', label: LABELS[name] ?? name, text: shown, drifted: false }];
  });
  const origin: Node[] = file
    ? [{ kind: 'detail', label: 'Smolfile', text: file.fsPath, drifted: false }]
    : [];
  return [...differences, ...details, ...origin];
}

function numberText(value: unknown, unit = ''): string | undefined {
  return typeof value === 'number' ? `${value}${unit}` : undefined;
}
