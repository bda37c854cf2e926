import {
  commands,
  EventEmitter,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  tasks,
  window,
  type Disposable,
  type TreeDataProvider,
} from 'vscode';
import type { MachineAction } from '../smolvm/argv.ts';
import { isRunning } from '../smolvm/machines.ts';
import type { Tools } from './actions.ts';
import { KnownMachines, type KnownMachine } from './known-machines.ts';
import { start, TASK_TYPE } from './tasks.ts';
import { showWarning } from './notify.ts';

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

/** The view of smolvm's machines. It asks smolvm while it is seen, and after every task of ours. */
export function registerMachines(tools: Tools): Disposable[] {
  const known = new KnownMachines(tools);
  const provider = new Machines(known);
  const view = window.createTreeView('smolfile.machines', { treeDataProvider: provider });
  const refresh = (): void => {
    if (view.visible) void known.refresh();
  };
  const act = (kind: MachineAction) => async (node?: Node) => {
    if (node?.kind === 'machine') await start(tools.installed, { kind, name: node.machine.name });
  };
  return [
    known,
    provider,
    view,
    view.onDidChangeVisibility(refresh),
    tasks.onDidEndTaskProcess(({ execution: { task } }) => {
      if (task.definition.type === TASK_TYPE) refresh();
    }),
    // Somebody may have been at a terminal meanwhile.
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) refresh();
    }),
    tools.installed.onDidChange(refresh),
    tools.memory.onDidChange(refresh),
    commands.registerCommand('smolfile.machines.refresh', refresh),
    commands.registerCommand('smolfile.machines.start', act('start')),
    commands.registerCommand('smolfile.machines.stop', act('stop')),
    commands.registerCommand('smolfile.machines.shell', act('shell')),
    commands.registerCommand('smolfile.machines.status', act('status')),
    commands.registerCommand('smolfile.machines.delete', async (given?: Node) => {
      // A key gives none: then it is the one that is selected.
      const node = given ?? view.selection[0];
      if (node?.kind === 'machine') await deleteMachine(node.machine.name, tools);
    }),
    commands.registerCommand('smolfile.machines.openFile', async (node?: Node) => {
      if (node?.kind === 'machine' && node.file) await window.showTextDocument(node.file);
    }),
  ];
}

async function deleteMachine(name: string, { installed, memory }: Tools): Promise<void> {
  const choice = await showWarning(
    `Delete the machine "${name}"?`,
    { modal: true, detail: 'Its disks are deleted with it. The Smolfile stays.' },
    'Delete',
  );
  if (choice !== 'Delete') return;
  const started = await start(installed, { kind: 'delete', name });
  if ((await started?.ended) === 0) await memory.forgetMachine(name);
}

/** Shows what is known at once, so that an entry is never away while one clicks it. */
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
    await commands.executeCommand('setContext', 'smolfile.isMissing', !isThere);
    return problem === undefined ? [...machines] : [{ kind: 'problem', text: problem }];
  }
}

function machineItem({ machine, file, drift }: KnownMachine): TreeItem {
  const item = new TreeItem(machine.name, TreeItemCollapsibleState.Collapsed);
  const running = isRunning(machine);
  const differs = drift.length > 0;
  item.id = machine.name;
  const count = drift.length === 1 ? '1 difference' : `${drift.length} differences`;
  item.description = differs ? `${machine.state}, ${count}` : machine.state;
  item.accessibilityInformation = {
    label: `${machine.name}, ${machine.state}${differs ? `, ${count} from its Smolfile` : ''}`,
  };
  item.iconPath = new ThemeIcon(differs ? 'diff-modified' : running ? 'vm-running' : 'vm-outline');
  item.contextValue = `machine ${running ? 'running' : 'stopped'}${file ? ' file' : ''}`;
  item.tooltip = differs
    ? `${machine.name}: ${machine.state}, and not as its Smolfile has it:\n${drift.map(({ key, machine: now, file: then }) => `${key}: ${now}, in the file ${then}`).join('\n')}\nDelete it and create it again to apply the file.`
    : `${machine.name}: ${machine.state}`;
  return item;
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
