import type { FlagSchema } from '../schema/index.ts';
import type { TextRange } from '../text/range.ts';
import type { Command } from '../model/diagnostic.ts';
import type { CallProblem } from './problems.ts';
import type { Release } from '../release/index.ts';

/** One argument after the command's own words. */
export interface Word {
  readonly value: string;
  /** In `Call.text`, quotes included. */
  readonly range: TextRange;
  /** Where each UTF-16 unit of the value stands in `Call.text`: quotes and backslashes come between them. */
  readonly offsets?: readonly number[];
}

/** One flag as it was given. */
export interface FlagUse {
  readonly flag: FlagSchema;
  /** Absent for a flag that takes none. */
  readonly value?: string;
  /** The flag with its value, in `Call.text`. */
  readonly range: TextRange;
  /** The value alone. */
  readonly valueRange?: TextRange;
}

/**
 * One call of a smolvm command: its flags, read with that command's and version's real flag table. The Smolfile
 * itself (`-s FILE`), and for the recorded vectors the name or output, are not part of it.
 */
export interface Call {
  readonly command: Command;
  /** The release whose flag table was used. */
  readonly release: Release;
  /** The flags as one string; ranges are offsets in it. */
  readonly text: string;
  readonly words: readonly Word[];
  /** In the order in which they were given. */
  readonly uses: readonly FlagUse[];
  /** The command for the machine (`COMMAND…`), empty when none was given. */
  readonly trailing: readonly Word[];
  /** The first is the one that smolvm names. */
  readonly problems: readonly CallProblem[];
}

/** Whether a flag was given, by its long name. */
export function hasFlag(call: Call | undefined, long: string): boolean {
  return call?.uses.some(({ flag }) => flag.long === long) ?? false;
}

/** Every use of a flag, by its long name, in order. */
export function usesOf(call: Call | undefined, long: string): FlagUse[] {
  return call?.uses.filter(({ flag }) => flag.long === long) ?? [];
}
