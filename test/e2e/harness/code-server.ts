import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CODE_SERVER, VSIX } from './paths.ts';

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'terminal.integrated.gpuAcceleration': 'off',
  // Node copies without end what is cut short while it copies: a saved file that the next test begins empty.
  'workbench.localHistory.enabled': false,
};

/** Closes everything that a test may have left open. */
export const RESET_KEY = 'Control+Alt+Shift+F9';

/** Dirty editors are asked about when all are closed, so that each is reverted first. */
const REVERTS = Array.from({ length: 5 }, () => 'workbench.action.revertAndCloseActiveEditor');

const KEYS = [
  {
    key: RESET_KEY.replace('Control', 'ctrl').toLowerCase(),
    command: 'runCommands',
    args: {
      commands: [
        ...REVERTS,
        'workbench.action.closeAllEditors',
        'notifications.clearAll',
        'workbench.files.action.focusFilesExplorer',
        'workbench.action.closePanel',
        'workbench.action.terminal.killAll',
      ],
    },
  },
];

/** A running VS Code with the extension in it, and nothing of this machine's own configuration. */
export interface CodeServer {
  /** Where its workbench shows a folder. */
  urlOf(folder: string): string;
  /** What it and the extension last logged, by file. */
  logs(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** What differs from one VS Code to another. */
export interface CodeServerOptions {
  /** Folders before those of the PATH. */
  readonly path?: readonly string[];
  /** Whether it asks before it trusts a folder, and trusts none until then; off when left out. */
  readonly restricted?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Those of the machine, where VS Code looks for what no workspace and no other machine may say. */
  readonly machineSettings?: Readonly<Record<string, unknown>>;
}

/** Installs the vsix into a fresh VS Code and starts that on a free port of this machine. */
export async function startCodeServer(options: CodeServerOptions = {}): Promise<CodeServer> {
  const { path = [], restricted = false, settings = {}, machineSettings = {} } = options;
  const home = await mkdtemp(join(tmpdir(), 'smolfile-e2e-'));
  const data = join(home, 'data');
  const common = ['--config', join(home, 'config.yaml'), '--user-data-dir', data];
  common.push('--extensions-dir', join(home, 'extensions'));
  await mkdir(join(data, 'User'), { recursive: true });
  await mkdir(join(data, 'Machine'), { recursive: true });
  await writeFile(join(data, 'User', 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  await writeFile(join(data, 'User', 'keybindings.json'), JSON.stringify(KEYS));
  await writeFile(join(data, 'Machine', 'settings.json'), JSON.stringify(machineSettings));
  const PATH = [...path, process.env['PATH']].join(delimiter);
  await finished(run([...common, '--install-extension', VSIX], home, PATH), 'installing the vsix', 180_000);

  // Port 0: the system picks one that is free, and the log says which.
  const editor = run(
    [
      ...common,
      '--auth=none',
      '--bind-addr=127.0.0.1:0',
      ...(restricted ? [] : ['--disable-workspace-trust']),
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-getting-started-override',
    ],
    home,
    PATH,
  );
  const stop = async () => {
    await kill(editor);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const logs = () => readLogs(home);
  try {
    const origin = await listening(editor, 120_000);
    return { urlOf: (folder) => `${origin}/?folder=${encodeURIComponent(folder)}`, logs, stop };
  } catch (error) {
    const logged = await logs();
    await stop();
    throw new Error(`code-server did not start\n${logged.join('\n')}`, { cause: error });
  }
}

/** Its own process group, so that the processes it starts can be ended with it. */
function run(args: readonly string[], home: string, PATH: string): ChildProcess {
  const log = createWriteStream(join(home, 'code-server.log'), { flags: 'a' });
  // HOME: code-server keeps state there whatever its arguments say. VSCODE_CLI: it takes the environment from here
  // instead of asking a login shell, which would make a PATH of its own.
  const env = {
    ...process.env,
    VSCODE_CLI: '1',
    PATH,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
  };
  const child = spawn(process.execPath, [CODE_SERVER, ...args], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const killNow = () => signal(child, 'SIGKILL');
  process.once('exit', killNow);
  child.once('exit', () => process.off('exit', killNow));
  return child;
}

async function finished(child: ChildProcess, what: string, limit: number): Promise<void> {
  const timer = setTimeout(() => signal(child, 'SIGKILL'), limit);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  if (code !== 0) throw new Error(`${what} failed with ${code ?? `a time-out after ${limit} ms`}`);
}

/** Where it says that it listens. */
function listening(editor: ChildProcess, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not listening after ${limit} ms`)), limit);
    let output = '';
    editor.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const origin = /listening on (http:\/\/[\d.:]+)/.exec(output)?.[1];
      if (origin !== undefined) resolve(origin);
    });
    editor.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
    // Settling twice is harmless; a timer left running is not.
    editor.stdout?.once('close', () => clearTimeout(timer));
  });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  signal(child, 'SIGTERM');
  await Promise.race([ended, wait(5000)]);
  signal(child, 'SIGKILL');
  await ended;
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // The group is gone already.
  }
}

/** Of windows, only what the last one left: VS Code numbers them. */
async function readLogs(home: string): Promise<string[]> {
  const files = (await readdir(home, { recursive: true })).filter((name) => name.endsWith('.log'));
  const windowOf = (name: string): number =>
    Number(/exthost(\d+)/.exec(name)?.[1] ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...files.map(windowOf).filter(Number.isFinite));
  const kept = files.filter((name) => windowOf(name) >= last && !name.includes('coder-logs'));
  const texts = await Promise.all(kept.map((name) => readFile(join(home, name), 'utf8')));
  return kept.flatMap((name, index) => (texts[index] ? [`--- ${name}\n${texts[index].slice(-8000)}`] : []));
}
