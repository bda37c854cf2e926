import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Installed } from './installed.ts';
import type { KnownMachines } from './known-machines.ts';
import type { Memory } from './memory.ts';
import type { Refusals } from './refusals.ts';
import type { Runs } from './runs.ts';

/** What the commands work with. */
export interface Tools {
  readonly client: BaseLanguageClient;
  readonly installed: Installed;
  readonly memory: Memory;
  readonly known: KnownMachines;
  /** What smolvm had against files. */
  readonly refusals: Refusals;
  /** The runs that are under way. */
  readonly runs: Runs;
}
