import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { findProgram, isProgram } from '@smolfile/host/programs';
import { commands, env, EventEmitter, Uri, workspace } from 'vscode';
import { answerOf } from '../smolvm/answer.ts';
import {
  commandLine,
  PROGRAMS,
  saysJson,
  type Action,
  type CommandLine,
  type Runner,
} from '../smolvm/argv.ts';
import { Versions } from '../smolvm/version.ts';
import { canRun } from './context.ts';
import { showError } from './notify.ts';

const INSTALL = 'https://github.com/smol-machines/smolvm#install';

/** A question to smolvm that takes longer is given up. Milliseconds. */
const PATIENCE = 10_000;

/** The smolvm of this machine, through the runner that is set. */
export class Installed {
  readonly #versions = new Versions();
  readonly #changed = new EventEmitter<void>();
  readonly #watching = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('smolfile.smolvm') || change.affectsConfiguration('smolfile.runner')) {
      void this.refresh();
    }
  });
  #version: string | undefined;
  #message: Thenable<unknown> | undefined;

  /** After another version is known than before, or none. */
  readonly onDidChange = this.#changed.event;

  get runner(): Runner {
    return workspace.getConfiguration('smolfile').get<Runner>('runner') === 'pilot' ? 'pilot' : 'smolvm';
  }

  /** The version, as far as it is known by now. */
  get version(): string | undefined {
    return this.#version;
  }

  /** Where the runner is; undefined when it is not there, or nothing may be started. */
  locate(): string | undefined {
    if (!canRun()) return undefined;
    const { runner } = this;
    const configured =
      runner === 'smolvm' ? workspace.getConfiguration('smolfile').get('smolvm.path', '') : '';
    const { platform } = process;
    return findProgram(PROGRAMS[runner], configured, { path: process.env['PATH'], platform, isProgram });
  }

  /** The command line of an action; undefined when the runner is not there. */
  commandLine(action: Action): CommandLine | undefined {
    const program = this.locate();
    return program === undefined ? undefined : commandLine(this.runner, program, action);
  }

  /** Whether the smolvm that is there has a command on machines, by what it says of itself. */
  async has(command: string): Promise<boolean> {
    const help = await this.ask({ kind: 'commands' });
    return new RegExp(`^ +${command}(?: |$)`, 'm').test(help);
  }

  /** Looks again for the runner and its version. */
  async refresh(): Promise<void> {
    const program = this.locate();
    const before = this.#version;
    this.#version =
      program === undefined
        ? undefined
        : await this.#versions.of(stampOf(program), () => this.ask({ kind: 'version' }));
    if (this.#version !== before) this.#changed.fire();
  }

  /**
   * Has smolvm answer something, unseen.
   *
   * @param signal ends it; without one, it is a question and given up when it takes too long.
   * @returns what it printed.
   * @throws Failure with what it said when it failed; Error where it is not there or takes too long.
   */
  ask(action: Action, signal?: AbortSignal): Promise<string> {
    const { runner } = this;
    const program = this.locate();
    if (program === undefined) return Promise.reject(new Error(`${PROGRAMS[runner]} is not there.`));
    const line = commandLine(runner, program, action, saysJson(this.#version));
    // Not in the workspace, whose files are none of its business here, but for what is asked about one of them.
    const cwd = 'file' in action ? dirname(action.file) : homedir();
    return answerOf(line, { cwd, ...(signal ? { signal } : { patience: PATIENCE }) });
  }

  /** Says that the runner is missing, once at a time, and what one can do. */
  async sayMissing(): Promise<void> {
    if (this.#message) return;
    const { runner } = this;
    const setting = runner === 'smolvm' ? 'smolfile.smolvm.path' : 'smolfile.runner';
    const configured = workspace.getConfiguration('smolfile').get('smolvm.path', '').trim();
    const where = runner === 'smolvm' && configured !== '' ? `at ${configured}` : 'on the PATH';
    const message = showError(
      `${PROGRAMS[runner]} was not found ${where}. Running and packing need it; editing and previewing do not.`,
      ...(runner === 'smolvm' ? ['How to Install', 'Open Settings'] : ['Open Settings']),
    );
    this.#message = message;
    const choice = await message;
    this.#message = undefined;
    if (choice === 'Open Settings') await openSetting(setting);
    if (choice === 'How to Install') await env.openExternal(Uri.parse(INSTALL));
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }
}

/** Shows a setting of the machine: the remote one, where there is one. */
export async function openSetting(name: string): Promise<void> {
  const settings = env.remoteName === undefined ? 'openSettings' : 'openRemoteSettings';
  await commands.executeCommand(`workbench.action.${settings}`, { query: `@id:${name}` });
}

/** Another binary under the same name is another binary. */
function stampOf(path: string): string {
  try {
    const { size, mtimeMs } = statSync(path);
    return `${path}:${size}:${mtimeMs}`;
  } catch {
    return path;
  }
}
