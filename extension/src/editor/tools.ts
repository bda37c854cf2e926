import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Installed } from './installed.ts';
import type { KnownMachines } from './known-machines.ts';
import type { Memory } from './memory.ts';

/** What the commands work with. */
export interface Tools {
  readonly client: BaseLanguageClient;
  readonly installed: Installed;
  readonly memory: Memory;
  readonly known: KnownMachines;
}
