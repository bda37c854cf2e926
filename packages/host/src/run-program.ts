import { spawn } from 'node:child_process';

/** What a program is given besides its arguments. */
export interface Input {
  /** What it reads. */
  readonly text: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How long it may take, in milliseconds. */
  readonly patience: number;
  /** How much it may print, in UTF-16 units. */
  readonly most: number;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** How a program ended, and what it said. */
export interface Output {
  /** Undefined where it did not end by itself: see `reason`. */
  readonly code?: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Why it was ended, could not be started, or ended without a code. */
  readonly reason?: string;
}

/**
 * Starts a program without a shell, and has it read a text and end. One that takes too long or says too much is killed,
 * since it may not heed a polite request either.
 */
export function outputOf(program: string, args: readonly string[], input: Input): Promise<Output> {
  const { text, cwd, env, patience, most, signal } = input;
  return new Promise((resolve) => {
    const texts = { stdout: '', stderr: '' };
    if (signal.aborted) {
      resolve({ ...texts, reason: 'was cancelled' });
      return;
    }
    const child = spawn(program, [...args], { cwd, env, stdio: 'pipe', windowsHide: true });
    const end = (how: Pick<Output, 'code' | 'reason'>): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      resolve({ ...texts, ...how });
    };
    const kill = (reason: string): void => {
      child.kill('SIGKILL');
      end({ reason });
    };
    const abort = (): void => kill('was cancelled');
    const timer = setTimeout(() => kill(`did not answer within ${patience / 1000} seconds`), patience);
    signal.addEventListener('abort', abort);
    child.once('error', ({ message }) => end({ reason: `could not be started: ${message}` }));
    child.once('close', (code, killer) =>
      end(code === null ? { reason: `was ended by ${killer ?? 'something'}` } : { code }),
    );
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (chunk: string) => {
        texts[name] += chunk;
        if (texts[name].length > most) kill('printed more than can be read');
      });
    }
    // It need not read what it is given.
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
}
