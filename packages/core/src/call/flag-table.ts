import { COMMANDS, flagsFor, type Command, type FlagSchema } from '../schema/index.ts';
import type { Release } from '../release/index.ts';

/** The flags of one command and version, by their spellings. */
export interface FlagTable {
  readonly long: ReadonlyMap<string, FlagSchema>;
  /** `--smolfile` is here too: it has no short, but a visible alias of one letter (facts 3). */
  readonly short: ReadonlyMap<string, FlagSchema>;
}

const tables = new Map<string, FlagTable>();

/** The table that the argument parser of one command looks flags up in (facts 3). */
export function flagTable(command: Command, release: Release): FlagTable {
  const id = `${command} ${release.known}`;
  const known = tables.get(id);
  if (known) return known;
  const long = new Map<string, FlagSchema>();
  const short = new Map<string, FlagSchema>();
  for (const flag of flagsFor(command, release)) {
    const spellings = [flag.long, ...(flag.short === undefined ? [] : [flag.short]), ...flag.aliases];
    for (const spelling of spellings) (spelling.length === 1 ? short : long).set(spelling, flag);
  }
  const table = { long, short };
  tables.set(id, table);
  return table;
}

/** Whether a value has to follow the flag. */
export function takesValue(flag: FlagSchema): boolean {
  return flag.grammar !== 'flag';
}

/** A flag as smolvm's own messages name it: `--cpus <N>`. */
export function usageOf(flag: FlagSchema): string {
  return flag.value === undefined ? `--${flag.long}` : `--${flag.long} <${flag.value}>`;
}

/** `machine create`. */
export function titleOf(command: Command): string {
  return COMMANDS[command].argv.join(' ');
}
