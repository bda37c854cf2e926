/** Having a program talk to somebody while it runs. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { CommandLine } from './argv.ts';

/** How much of what a program said last is kept. Characters. */
const MOST_KEPT = 64 * 1024;

/** How long what a program printed may take to arrive once it has ended. Milliseconds. */
const LAST_WORDS = 250;

/** How long a program is given to end before it is killed. Milliseconds. */
const GRACE = 5000;

/** How a program ended. */
export interface End {
  /** Undefined where it was killed, or could not be started. */
  readonly code: number | undefined;
  /** What it said last on its standard error; why it could not be started. */
  readonly said: string;
}

/** A program that runs. */
export interface Conversation {
  /** Comes once everything that it printed has. */
  readonly ended: Promise<End>;
  /** As Ctrl+C does in a terminal. */
  interrupt(): void;
  /** As a terminal does that is closed; what does not end is killed. */
  hangUp(): void;
}

/**
 * Starts a program without a shell and without a keyboard, and passes on what it prints.
 *
 * @param hear gets it piece by piece.
 */
export function converse(line: CommandLine, cwd: string, hear: (text: string) => void): Conversation {
  // What it starts hears the keys of a terminal as well: they are one group.
  const isGroup = process.platform !== 'win32';
  const child = spawn(line.program, [...line.args], {
    cwd,
    detached: isGroup,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let said = '';
  let lastWords: ReturnType<typeof setTimeout> | undefined;
  let killing: ReturnType<typeof setTimeout> | undefined;
  const ended = new Promise<End>((done) => {
    const end = (code: number | null, reason?: string): void => {
      clearTimeout(lastWords);
      clearTimeout(killing);
      child.stdout.destroy();
      child.stderr.destroy();
      done({ code: code ?? undefined, said: reason ?? said });
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-MOST_KEPT);
      hear(text);
    });
    child.once('error', ({ message }) => {
      hear(`${message}\n`);
      end(null, message);
    });
    child.once('close', end);
    child.once('exit', (code) => {
      // What it leaves running may hold on to its output.
      lastWords = setTimeout(end, LAST_WORDS, code);
    });
  });
  return {
    ended,
    interrupt: () => void signal(child, isGroup, 'SIGINT'),
    hangUp: () => {
      if (!signal(child, isGroup, 'SIGHUP')) return;
      killing = setTimeout(() => signal(child, isGroup, 'SIGKILL'), GRACE);
    },
  };
}

/** Returns whether there was somebody to hear it. */
function signal(child: ChildProcess, isGroup: boolean, name: NodeJS.Signals): boolean {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
  try {
    return isGroup ? process.kill(-child.pid, name) : child.kill(name);
  } catch {
    // It has just ended.
    return false;
  }
}
