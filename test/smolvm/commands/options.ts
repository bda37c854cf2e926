import { COMMANDS, type Command } from '@smolfile/core';
import { PROGRAMS } from '../program/fetch.ts';
import { byRelease } from '../releases.ts';

/** Wrong usage of a command; its text is all that is shown. */
export class UsageError extends Error {}

/** Turning points of smolvm's history, and both ends. */
const TURNING_POINTS = ['1.4.0', '1.9.1', '1.14.2', '1.18.2', '1.22.2', '1.24.0', '1.28.1', '1.31.5'];

/** `--releases all`, `1.9.1,1.32.2`, or the turning points and the newest. */
export function releasesOf(text: string | undefined): string[] {
  if (text === 'all') return [...PROGRAMS];
  if (text === undefined) return [...TURNING_POINTS, PROGRAMS.at(-1)!];
  const releases = text.split(',');
  const wrong = releases.find((release) => !/^\d+\.\d+\.\d+$/.test(release));
  if (wrong !== undefined) throw new UsageError(`--releases: ${wrong} is no release such as 1.32.2`);
  return releases.toSorted(byRelease);
}

export function commandsOf(text: string | undefined): Command[] {
  const commands = text?.split(',') ?? [...COMMANDS];
  const wrong = commands.find((command) => !(COMMANDS as readonly string[]).includes(command));
  if (wrong !== undefined) throw new UsageError(`--commands: ${wrong} is none of ${COMMANDS.join(', ')}`);
  return commands as Command[];
}

export function numberOf(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name}: ${text} is no whole number`);
  return Number(text);
}
