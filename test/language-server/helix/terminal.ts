import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

/** A program in a terminal of 160 columns, which is typed into and read from as by a person. */
export class Terminal {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  #written = '';
  #seen = 0;

  /** @param command for a shell. */
  constructor(command: string, cwd: string, env: NodeJS.ProcessEnv) {
    const inside = `stty rows 50 cols 160; exec ${command}`;
    this.#process = spawn('script', ['-qfec', inside, '/dev/null'], {
      cwd,
      env: { ...env, TERM: 'xterm-256color' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#process.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#written += text;
    });
  }

  type(keys: string): void {
    this.#process.stdin.write(keys);
  }

  /**
   * Waits until something is written that was not there when this was called last.
   *
   * @throws Error after half a minute, with what was written since.
   */
  async see(pattern: RegExp): Promise<void> {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const found = pattern.exec(stripVTControlCharacters(this.#written.slice(this.#seen)));
      if (found) {
        this.#seen = this.#written.length;
        return;
      }
      // oxlint-disable-next-line no-await-in-loop -- as somebody who looks now and then
      await pause(50);
    }
    throw new Error(
      `never seen: ${pattern}, but ${stripVTControlCharacters(this.#written.slice(this.#seen))}`,
    );
  }

  /** Ends the program by keys. */
  async close(keys: string): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.type(keys);
    await Promise.race([ended, pause(5000)]);
    this.#process.kill('SIGKILL');
  }
}
