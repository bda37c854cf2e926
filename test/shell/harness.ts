import { spawnSync } from 'node:child_process';
import { readShellcheck, type Dialect, type ShellComment } from '@smolfile/core';

/** Whether shellcheck is installed here: what needs the real one is skipped where it is not. */
export const hasShellcheck: boolean = spawnSync('shellcheck', ['--version']).status === 0;

/** What the real shellcheck says of a script. */
export function commentsOn(text: string, dialect: Dialect = 'sh'): readonly ShellComment[] {
  const { stdout } = spawnSync('shellcheck', ['--format=json1', '--norc', `--shell=${dialect}`, '-'], {
    input: text,
    encoding: 'utf8',
  });
  const comments = readShellcheck(stdout);
  if (!comments) throw new Error(`shellcheck printed ${stdout}`);
  return comments;
}

/** A place by UTF-16 units, as shellcheck counts: lines and characters. */
export function placeOf(
  text: string,
  start: number,
  end: number,
): Omit<ShellComment, 'code' | 'level' | 'message' | 'replacements'> {
  const [line, column] = at(text, start);
  const [endLine, endColumn] = at(text, end);
  return { line, column, endLine, endColumn };
}

function at(text: string, offset: number): [number, number] {
  const before = text.slice(0, offset).split('\n');
  return [before.length, Array.from(before.at(-1)!).length + 1];
}
