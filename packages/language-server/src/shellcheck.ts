/** The shellcheck that is installed on this machine, for one script at a time. */
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, isAbsolute, relative } from 'node:path';
import { readShellcheck } from '@smolfile/core';
import { findProgram, isProgram, outputOf, type Output } from '@smolfile/host';
import type { ShellAnswer, ShellQuestion } from './shell-checks.ts';

const NAME = 'shellcheck';

/** A script takes a tenth of a second; the slowest ones of its own tests take one. Milliseconds. */
const PATIENCE = 10_000;

/** More than is ever said of one script. UTF-16 units. */
const MOST_OUTPUT = 4 * 1024 * 1024;

/**
 * Asks an installed shellcheck about a script, which it reads from its standard input: no part of the script is an argument. It is
 * told nothing of the workspace: no configuration and no other file is read for it.
 *
 * @param outside folders in which no program is taken for it.
 */
export async function askShellcheck(
  question: ShellQuestion,
  outside: readonly string[],
  signal: AbortSignal,
): Promise<ShellAnswer> {
  const program = programFor(question.path, outside);
  if (typeof program !== 'string') return program;
  const { SHELLCHECK_OPTS: _, ...env } = process.env;
  const args = ['--format=json1', '--norc', `--shell=${question.dialect}`, '-'];
  const output = await outputOf(program, args, {
    text: question.text,
    cwd: homedir(),
    env,
    patience: PATIENCE,
    most: MOST_OUTPUT,
    signal,
  });
  return readAnswer(output);
}

function readAnswer({ code, stdout, stderr, reason }: Output): ShellAnswer {
  if (code === undefined) return { kind: 'failed', reason: reason ?? 'did not end' };
  // 1 is that there is something to say.
  if (code > 1) {
    const said = stderr.split('\n', 1)[0]!.trim().slice(0, 200);
    return { kind: 'failed', reason: `ended with ${code}${said === '' ? '' : `: ${said}`}` };
  }
  const comments = readShellcheck(stdout);
  return comments ? { kind: 'comments', comments } : { kind: 'failed', reason: 'printed no findings' };
}

/** Where it is; never a file of the workspace, unless the client says that its user trusts that. */
function programFor(path: string, outside: readonly string[]): string | ShellAnswer {
  const wanted = path.trim();
  // A setting may come with a folder, and name whatever else is installed.
  if (wanted !== '' && !basename(wanted.replaceAll('\\', '/')).toLowerCase().includes(NAME))
    return { kind: 'missing', reason: `${wanted} is not used: its name is none of a ${NAME}` };
  const around = { path: process.env['PATH'], platform: process.platform, isProgram };
  const program = findProgram(NAME, wanted, around);
  if (program === undefined)
    return { kind: 'missing', reason: wanted === '' ? `${NAME} is not installed` : `${wanted} is not there` };
  const within = outside.find((folder) => isWithin(folder, program));
  return within === undefined
    ? program
    : { kind: 'missing', reason: `${program} is not used: it is a file of the workspace ${within}` };
}

/** Whether a path lies in a folder, or leads to what does. */
function isWithin(folder: string, path: string): boolean {
  return [folder, realPath(folder)].some((outer) =>
    [path, realPath(path)].some((inner) => {
      const from = relative(outer, inner);
      return !from.startsWith('..') && !isAbsolute(from);
    }),
  );
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
