import type { Command } from '../model/diagnostic.ts';

/** One step back in the history of an entry: what held before a release. */
export interface Change<Entry> {
  /** The first release that no longer has the older state. */
  readonly before: string;
  /** Whether the entry did not exist then; `false` for one that has gone since. */
  readonly absent?: boolean;
  /** JSON Merge Patch from the state after the change to the state before it. */
  readonly patch?: Readonly<Record<keyof Entry & string, unknown>> | Readonly<Record<string, unknown>>;
}

/** An entry that describes its newest state, with the way back to older ones, newest first. */
export interface Changes<Entry> {
  /** Whether the newest release no longer has it. */
  readonly absent?: boolean;
  readonly changes?: readonly Change<Entry>[];
}

/** A behaviour of smolvm that belongs to no key. */
export interface BehaviourEntry {
  /** First release that has it; from the beginning when left out. */
  readonly since?: string;
  /** First release that no longer has it; it lasts when left out. */
  readonly until?: string;
  /** The commands that have it; all when left out. */
  readonly commands?: readonly Command[];
}

/** What differs between releases in how a value is read. */
export interface GrammarEntry extends Changes<GrammarEntry> {
  readonly options: Readonly<Record<string, unknown>>;
}
