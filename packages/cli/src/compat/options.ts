import { COMMANDS, type Command } from '@smolfile/core';
import type { Arguments, OptionSpec } from '../arguments/spec.ts';
import { UsageError } from '../failure.ts';
import { COLOR_CHOICES, type ColorChoice } from '../output/style.ts';

/** The options of `smolfile compat`. */
export const COMPAT_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'for',
    value: 'COMMAND',
    choices: COMMANDS,
    repeatable: true,
    list: true,
    help: 'Ask about this command of smolvm: create, run or pack. Default: create and run, and pack where the file has [artifact] or [pack].',
  },
  {
    name: 'format',
    value: 'FORMAT',
    choices: ['table', 'json'],
    help: 'table: releases and reasons, for people; json: the same for programs. Default: table.',
  },
  { name: 'min', help: 'Print nothing but the lowest release from which on every known one accepts it.' },
  {
    name: 'stdin-filename',
    value: 'NAME',
    needsStdin: true,
    help: 'What to call standard input. Default: <stdin>.',
  },
  {
    name: 'color',
    value: 'WHEN',
    choices: COLOR_CHOICES,
    help: 'Colour the table. auto: where it goes to a terminal, unless NO_COLOR is set, or where FORCE_COLOR is.',
  },
];

/** What `smolfile compat` was asked for. */
export interface CompatRequest {
  /** Empty: the file decides. */
  readonly commands: readonly Command[];
  readonly format: 'table' | 'json';
  readonly min: boolean;
  readonly stdinName: string;
  readonly color: ColorChoice;
}

/** Checks what the table of options cannot. */
export function compatRequest(args: Arguments): CompatRequest {
  if (args.has('min') && args.has('format'))
    throw new UsageError('`--min` and `--format` do not go together', 'Use one of the two.');
  return {
    commands: args.values('for') as readonly Command[],
    format: (args.value('format') ?? 'table') as CompatRequest['format'],
    min: args.has('min'),
    stdinName: args.value('stdin-filename') ?? '<stdin>',
    color: (args.value('color') ?? 'auto') as ColorChoice,
  };
}
