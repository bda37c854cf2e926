/** Having a program answer something, unseen. */
import { spawn } from 'node:child_process';
import type { CommandLine } from './argv.ts';

/** More output than any list of machines has. Bytes. */
const MOST_OUTPUT = 16 * 1024 * 1024;

/** How long what a program printed may take to arrive once it has ended. Milliseconds. */
const LAST_WORDS = 250;

/** What a program is given besides its arguments. */
export interface Occasion {
  readonly cwd: string;
  /** How long it may take, in milliseconds; for ever when left out. */
  readonly patience?: number;
  /** Ends it. */
  readonly signal?: AbortSignal;
}

/** What smolvm said when it failed. */
export class Failure extends Error {
  /** All of it. */
  readonly said: string;
  /** Where it gives one: `NOT_FOUND`. */
  readonly code: string | undefined;

  constructor(message: string, said: string, code?: string) {
    super(message);
    this.said = said;
    this.code = code;
  }
}

/**
 * Starts a program without a shell and without a keyboard, and waits for it to end. What it leaves running, a machine,
 * may hold on to its output: that is not waited for. One that takes too long is killed, since a program that hangs may
 * not heed a polite request either.
 *
 * @returns what it printed.
 * @throws Failure with the first thing that it said when it failed; Error where it took too long or could not be
 * started.
 */
export function answerOf(line: CommandLine, { cwd, patience, signal }: Occasion): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(line.program, [...line.args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const texts = { stdout: '', stderr: '' };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastWords: ReturnType<typeof setTimeout> | undefined;
    const end = (error?: Error): void => {
      clearTimeout(timer);
      clearTimeout(lastWords);
      signal?.removeEventListener('abort', abort);
      child.stdout.destroy();
      child.stderr.destroy();
      if (error) reject(error);
      else resolve(texts.stdout);
    };
    const kill = (message: string): void => {
      child.kill('SIGKILL');
      end(new Error(message));
    };
    const abort = (): void => kill('It was cancelled.');
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    if (patience !== undefined) {
      timer = setTimeout(() => kill(`smolvm did not answer within ${patience / 1000} seconds.`), patience);
    }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        texts[name] += text;
        if (texts[name].length > MOST_OUTPUT) kill('smolvm printed more than can be read.');
      });
    }
    child.once('error', end);
    const finish = (code: number | null, killer: NodeJS.Signals | null): void =>
      end(code === 0 ? undefined : failureOf(texts.stderr, code, killer));
    // Everything has arrived; or, where somebody else holds on to the output, what has arrived by then is all.
    child.once('close', finish);
    child.once('exit', (...how) => {
      lastWords = setTimeout(finish, LAST_WORDS, ...how);
    });
  });
}

/** smolvm says `Error: …` and then, at times, what that comes from; a program that says nothing has ended all the same. */
function failureOf(stderr: string, code: number | null, killer: NodeJS.Signals | null): Failure {
  const lines = stderr.split('\n').map((line) => line.trim());
  // As it is asked to with `--error-format json`, on the last line.
  const json = lines.map(errorIn).findLast((error) => error !== undefined);
  if (json) return new Failure(json.message.split('\n')[0] ?? '', `Error: ${json.message}\n`, json.code);
  const said = lines.find((line) => /^error\b/i.test(line)) ?? lines.find((line) => line !== '');
  const reason =
    said?.replace(/^error:\s*/i, '') ?? `smolvm ended with ${code ?? killer ?? 'an error'} and said nothing.`;
  return new Failure(reason, stderr);
}

function errorIn(line: string): { readonly message: string; readonly code: string | undefined } | undefined {
  if (!line.startsWith('{"error":')) return undefined;
  try {
    const { error } = JSON.parse(line) as { error?: { code?: unknown; message?: unknown } | null };
    if (typeof error?.message !== 'string' || error.message === '') return undefined;
    return { message: error.message, code: typeof error.code === 'string' ? error.code : undefined };
  } catch {
    return undefined;
  }
}
