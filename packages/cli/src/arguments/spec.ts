import type { ExitCode, Io } from '../io.ts';

/** One option of a command: how it is written and what help says of it. */
export interface OptionSpec {
  /** Without the two hyphens. */
  readonly name: string;
  /** One letter, without the hyphen. */
  readonly short?: string;
  /** Name of its value in help (`FILE`); absent for an option without value. */
  readonly value?: string;
  /** The value may be left out, and stands after `=` where it is given. */
  readonly optionalValue?: true;
  /** The only values it takes, where the list is closed. */
  readonly choices?: readonly string[];
  /** Its value may begin with a hyphen: it is flags of another program. */
  readonly hyphenated?: true;
  /** May be given more than once. */
  readonly repeatable?: true;
  /** Says something of standard input, and is wrong where that is not read. */
  readonly needsStdin?: true;
  /** Each value may be a list with commas. */
  readonly list?: true;
  /** Values that something after `=` may follow. */
  readonly prefixes?: readonly string[];
  /** What shells offer for its value where the list is not closed; nothing but files when left out. */
  readonly completes?: 'code' | 'key' | 'version' | 'call' | 'nothing';
  readonly help: string;
}

/** The arguments of one command, taken apart and checked against its table. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** What stands after the first `--`, where the command keeps that apart. */
  readonly rest: readonly string[] | undefined;
  /** Whether an option is there. */
  has(name: string): boolean;
  /** The value of an option. */
  value(name: string): string | undefined;
  /** All values of an option, those with commas taken apart where the table says so. */
  values(name: string): readonly string[];
}

/** A command: its place in help, its options, and what it does. */
export interface CommandSpec {
  readonly name: string;
  /** One line, without a full stop. */
  readonly summary: string;
  /** What stands after `smolfile NAME`, options aside. */
  readonly positionals: string;
  /** What shells offer for them; files when left out. */
  readonly completes?: readonly string[] | 'code-or-key' | 'directory' | 'nothing';
  /** How many positional arguments it takes at most. */
  readonly maximumPositionals: number;
  readonly options: readonly OptionSpec[];
  /** What stands after the first `--` is another program's, and no positional arguments. */
  readonly takesRest?: true;
  /** What shells offer for it: the flags of the command of smolvm that `--for` names. */
  readonly restCompletes?: 'smolvm-flags';
  /** Paragraphs of help after the options. */
  readonly notes: readonly string[];
  /**
   * @param all every command there is.
   * @returns nothing where the program is to live on.
   */
  run(args: Arguments, io: Io, all: readonly CommandSpec[]): ExitCode | undefined;
}

/** Options that every command has. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [{ name: 'help', short: 'h', help: 'Print this help.' }];
