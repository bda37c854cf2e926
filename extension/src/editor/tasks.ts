import { SMOLFILE_GLOB } from '@smolfile/host/names';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import {
  CustomExecution,
  ProcessExecution,
  Task,
  TaskPanelKind,
  TaskRevealKind,
  tasks,
  TaskScope,
  Uri,
  window,
  workspace,
  type Disposable,
  type TaskDefinition,
  type WorkspaceFolder,
} from 'vscode';
import { editorVariable, isInteractive, type Action } from '../smolvm/argv.ts';
import type { End } from '../smolvm/conversation.ts';
import { suggestedName } from '../smolvm/names.ts';
import { actionOf, type SmolfileTask } from '../smolvm/task-definition.ts';
import { canRun } from './context.ts';
import { openSetting, type Installed } from './installed.ts';
import { ListeningTerminal } from './run-terminal.ts';
import { showError } from './notify.ts';

export const TASK_TYPE = 'smolfile';

/** How many Smolfiles tasks are offered for at most. */
const MOST_FILES = 50;

/** Where a task is shown, and what it is called there. */
interface Shown {
  readonly scope: WorkspaceFolder | TaskScope.Workspace;
  readonly name: string;
  readonly definition: TaskDefinition;
}

/**
 * The task of an action: a program with its arguments, without a shell.
 *
 * @returns undefined, after saying why, when it cannot be started.
 */
export function taskOf(installed: Installed, action: Action, shown?: Shown): Task | undefined {
  const line = installed.commandLine(action);
  if (!line) {
    void installed.sayMissing();
    return undefined;
  }
  if (installed.runner === 'pilot' && isInteractive(action)) {
    void sayNoKeyboard();
    return undefined;
  }
  // Relative paths in a Smolfile are looked up from where smolvm is started (facts 8).
  const cwd = cwdOf(action);
  const variable = editorVariable([cwd, line.program, ...line.args]);
  if (variable !== undefined) {
    void showError(
      `VS Code would replace "${variable}…" in this task with something else, so it is not started.`,
    );
    return undefined;
  }
  const { scope, name, definition } = shown ?? shownFor(installed, action);
  const execution = new ProcessExecution(line.program, [...line.args], { cwd });
  const task = new Task(definition, scope, name, TASK_TYPE, execution, '$smolvm');
  task.presentationOptions = {
    reveal: TaskRevealKind.Always,
    panel: TaskPanelKind.Dedicated,
    focus: isInteractive(action),
    clear: true,
    showReuseMessage: false,
  };
  return task;
}

function cwdOf(action: Action): string {
  return 'file' in action ? dirname(action.file) : (folderOfThisMachine()?.uri.fsPath ?? homedir());
}

async function sayNoKeyboard(): Promise<void> {
  const choice = await showError(
    'smolvm in the Pilot app store has no terminal to type in. Leave out -i and -t, or set smolfile.runner to smolvm.',
    'Open Settings',
  );
  if (choice) await openSetting('smolfile.runner');
}

/** The first folder that a program can be started in: one of another file system is none. */
function folderOfThisMachine(): WorkspaceFolder | undefined {
  return workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
}

function shownFor({ runner }: Installed, action: Action): Shown {
  const { kind, ...rest } = action;
  const definition = { type: TASK_TYPE, action: kind, ...rest };
  // The terminal has this for its title: whoever looks for a prompt there reads why there is none.
  const note = runner === 'pilot' ? ' (Pilot: no keyboard)' : '';
  if (!('file' in action)) {
    const scope = folderOfThisMachine() ?? TaskScope.Workspace;
    return { scope, name: `${'name' in action ? `${kind} ${action.name}` : kind}${note}`, definition };
  }
  const folder = workspace.getWorkspaceFolder(Uri.file(action.file));
  const file = folder ? workspace.asRelativePath(action.file, false) : basename(action.file);
  return { scope: folder ?? TaskScope.Workspace, name: `${kind} ${file}${note}`, definition };
}

/** An action that is under way. */
export interface Started {
  /** The exit code of its program, once that has ended; undefined where it never began. */
  readonly ended: Promise<number | undefined>;
}

/** An action whose program is heard. */
export interface Heard {
  readonly ended: Promise<End>;
}

/**
 * Starts an action in a terminal of its own, and hears what its program says, as long as nobody is to type into it.
 *
 * @param hear gets what is printed, piece by piece; nothing of what is typed into.
 * @returns undefined, after saying why, when it cannot be started.
 */
export async function startAndHear(
  installed: Installed,
  action: Action,
  hear: (text: string) => void,
): Promise<Heard | undefined> {
  if (isInteractive(action) || installed.runner === 'pilot') {
    const started = await start(installed, action);
    return started && { ended: started.ended.then((code) => ({ code, said: '' })) };
  }
  const like = taskOf(installed, action);
  const line = installed.commandLine(action);
  if (!like?.scope || !line) return undefined;
  const cwd = cwdOf(action);
  let opened: ((terminal: ListeningTerminal) => void) | undefined;
  const first = new Promise<ListeningTerminal>((resolve) => {
    opened = resolve;
  });
  // Made anew when the task is repeated, which nobody waits for.
  const execution = new CustomExecution(() => {
    const terminal = new ListeningTerminal(line, cwd, hear);
    opened?.(terminal);
    return Promise.resolve(terminal);
  });
  const task = new Task(like.definition, like.scope, like.name, TASK_TYPE, execution);
  task.presentationOptions = like.presentationOptions;
  await tasks.executeTask(task);
  return { ended: first.then(({ ended }) => ended) };
}

/**
 * Starts an action in a terminal of its own.
 *
 * @returns undefined, after saying why, when it cannot be started.
 */
export async function start(installed: Installed, action: Action): Promise<Started | undefined> {
  const task = taskOf(installed, action);
  if (!task) return undefined;
  const execution = await tasks.executeTask(task);
  const ended = new Promise<number | undefined>((done) => {
    const watching = [
      tasks.onDidEndTaskProcess((end) => {
        if (end.execution === execution) done(end.exitCode);
      }),
      // Comes after the other, and alone where no process was started.
      tasks.onDidEndTask((end) => {
        if (end.execution !== execution) return;
        done(undefined);
        watching.forEach((each) => void each.dispose());
      }),
    ];
  });
  return { ended };
}

/** Runs a program that was packed, from its folder and without a shell. */
export function runProgram(program: string): void {
  window.createTerminal({ name: basename(program), shellPath: program, cwd: dirname(program) }).show();
}

/** Offers the Smolfiles of the workspace as tasks, and makes those that people wrote into tasks.json. */
export function registerTasks(installed: Installed): Disposable {
  return tasks.registerTaskProvider(TASK_TYPE, {
    async provideTasks() {
      if (installed.locate() === undefined) return [];
      const files = await workspace.findFiles(`**/${SMOLFILE_GLOB}`, '**/node_modules/**', MOST_FILES);
      const actions = files
        .filter(({ scheme }) => scheme === 'file')
        .flatMap(({ fsPath: file }): Action[] => [
          { kind: 'run', file },
          { kind: 'create', file, name: suggestedName(file) },
        ]);
      return actions.map((action) => taskOf(installed, action)).filter((task) => task !== undefined);
    },
    resolveTask({ definition, scope, name }) {
      if (!canRun()) return undefined;
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      const action = actionOf(definition as unknown as SmolfileTask, folder?.uri.fsPath);
      if (typeof action === 'string') {
        void showError(`The task "${name}" cannot be started: ${action}`);
        return undefined;
      }
      // VS Code only takes a task back whose definition is the very one that it gave.
      return taskOf(installed, action, {
        scope: folder ?? TaskScope.Workspace,
        name,
        definition,
      });
    },
  });
}
