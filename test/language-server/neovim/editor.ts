import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pathWithServer, setUpBelow } from '../harness/set-up.ts';

const init = fileURLToPath(new URL('init.lua', import.meta.url));

/** Whether a version is 0.11 or newer. */
export function isNew(version: string): boolean {
  const [, major = '', minor = ''] = /^NVIM v(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) > 0 || Number(minor) >= 11;
}

/** What the page says for a version. */
function setupOf(version: string): string {
  return setUpBelow(isNew(version) ? '### Neovim 0.11 and newer' : 'Before 0.11');
}

/** The first line of `nvim --version`; undefined where there is no such program. */
export function neovimVersion(program: string): string | undefined {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n', 1)[0] : undefined;
}

/** A Neovim without a screen, driven by keys and read by expressions, as a person and their eyes would. */
export class Editor {
  readonly #program: string;
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #socket: string;
  /** What was done and seen, for whoever reads the test's output. */
  readonly transcript: string[] = [];

  private constructor(program: string, process: ChildProcess, folder: string, socket: string) {
    this.#program = program;
    this.#process = process;
    this.#folder = folder;
    this.#socket = socket;
  }

  /**
   * @param program a Neovim.
   * @param server path of the language server's bundle.
   * @param text of the Smolfile that is opened.
   */
  static async open(program: string, server: string, text: string): Promise<Editor> {
    const folder = await mkdtemp(join(tmpdir(), 'smolfile-nvim-'));
    const socket = join(folder, 'socket');
    await writeFile(join(folder, 'Smolfile'), text);
    const environment = {
      ...process.env,
      SMOLFILE_SETUP: setupOf(neovimVersion(program) ?? ''),
      PATH: pathWithServer(folder, server),
      XDG_STATE_HOME: folder,
      XDG_DATA_HOME: folder,
    };
    const args = ['--headless', '--clean', '-n', '-u', init, '--listen', socket, 'Smolfile'];
    const child = spawn(program, args, { cwd: folder, env: environment, stdio: 'ignore' });
    return new Editor(program, child, folder, socket);
  }

  /** Types keys, in Neovim's notation. */
  type(keys: string): void {
    this.transcript.push(`keys  ${keys}`);
    this.#remote('--remote-send', keys);
  }

  /**
   * Waits for what one of the functions of `init.lua` sees.
   *
   * @throws Error after ten seconds, with what was seen last.
   */
  async see(what: string, enough: (lines: readonly string[]) => boolean): Promise<readonly string[]> {
    let seen: readonly string[] = [];
    for (const end = Date.now() + 10_000; Date.now() < end;) {
      const { status, stdout, stderr } = this.#remote('--remote-expr', `luaeval('Seen(${what})')`);
      // Older versions answer on the one stream, newer ones on the other; before it listens, on neither.
      const answer = stdout.trim() || stderr.trim();
      if (status === 0 && answer.startsWith('[')) {
        seen = JSON.parse(answer) as readonly string[];
        if (enough(seen)) {
          this.transcript.push(`${what}\n${seen.map((line) => `      ${line}`).join('\n')}`);
          return seen;
        }
      }
      // It is a person's patience that is simulated here.
      // oxlint-disable-next-line no-await-in-loop
      await pause(50);
    }
    throw new Error(`${what} never showed what was expected, but ${JSON.stringify(seen, undefined, 2)}`);
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#remote('--remote-send', '<C-\\><C-n>:qall!<CR>');
    await Promise.race([ended, pause(2000)]);
    this.#process.kill('SIGKILL');
    await rm(this.#folder, { recursive: true, force: true });
  }

  #remote(kind: '--remote-send' | '--remote-expr', text: string) {
    return spawnSync(this.#program, ['--server', this.#socket, kind, text], { encoding: 'utf8' });
  }
}
