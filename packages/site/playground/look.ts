/** What the page asks of its second worker, where it takes no time from typing. Types only. */
import type { Command } from '@smolfile/core';
import type { State } from './state.ts';

/** Releases that do the same with a file. */
export interface Span {
  readonly from: string;
  readonly to: string;
  /** How many releases it has. */
  readonly count: number;
  readonly accepted: boolean;
  /** Why they refuse it. */
  readonly reasons: readonly Reason[];
  /** What else they say that the releases before did not, or no longer say. */
  readonly changes: readonly string[];
}

export interface Reason {
  readonly code: string;
  readonly text: string;
}

/** The one call that does the same without a Smolfile. */
export interface CallAnswer {
  /** Absent when smolvm refuses file or flags. */
  readonly text?: string;
  /** Whether something that looks like a credential is left out of it. */
  readonly masked: boolean;
  /** What no flag can say: with any of these, the call is another machine. */
  readonly inexpressible: readonly string[];
  /** Lines of the file with what looks like a credential, from 1. */
  readonly credentialLines: readonly number[];
  readonly credentialInFlags: boolean;
}

/** Everything that can be asked, by name: what is sent, what comes back. */
export interface Looks {
  readonly start: readonly [undefined, { readonly releases: readonly string[] }];
  readonly releases: readonly [{ readonly text: string; readonly command: Command }, readonly Span[]];
  readonly call: readonly [State, CallAnswer];
  /** The same state without what looks like a credential. */
  readonly mask: readonly [State, State];
}
