import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a process ended, and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Ended by force since it took too long. */
  readonly late: boolean;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeout: number;
  /** A folder for what it writes: a pipe would be held open by a machine that stays. */
  readonly scratch: string;
}

let runs = 0;

/** Runs a program with nothing but the given environment and without input. */
export function runProgram(
  file: string,
  args: readonly string[],
  { cwd, env, timeout, scratch }: RunOptions,
): Promise<Ended> {
  const paths = ['out', 'err'].map((name) => join(scratch, `${name}-${(runs += 1)}`));
  const files = paths.map((path) => openSync(path, 'a'));
  const { promise, resolve, reject } = withResolvers<Ended>();
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', ...files], detached: true });
  for (const one of files) closeSync(one);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    endGroup(child.pid);
  }, timeout);
  child.on('error', (error) => {
    clearTimeout(timer);
    reject(error);
  });
  child.on('exit', (code) => {
    clearTimeout(timer);
    const [stdout = '', stderr = ''] = paths.map((path) => readFileSync(path, 'utf8'));
    resolve({ code, stdout, stderr, late });
  });
  return promise;
}

/** Promise.withResolvers, which Node has from 22 on. */
function withResolvers<T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
} {
  let resolve!: (value: T) => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** Ends a process that we started, with all that it started. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}
