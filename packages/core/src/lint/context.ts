import type { Call } from '../call/call.ts';
import type { SmolfileDocument } from '../document/document.ts';
import type { Settings } from '../document/settings.ts';
import type { MergedKey } from '../merge/index.ts';
import type { Finding } from '../validate/findings.ts';
import type { Command } from '../model/diagnostic.ts';
import type { HostFileSystem } from '../model/host.ts';
import type { Report } from './report.ts';
import type { Release } from '../release/index.ts';
import type { Target } from '../target/index.ts';

/** What a rule sees: one document, as one command of one release of smolvm reads it. */
export interface RuleContext {
  readonly document: SmolfileDocument;
  /** What the document sets. */
  readonly settings: Settings;
  readonly command: Command;
  /** Whether somebody chose the commands; otherwise the file is checked for those it may be meant for. */
  readonly chosen: boolean;
  /**
   * The flags that the command is called with, where they are known (`resolve`). Where they are not (`lint`), a
   * rule must not call out as an error what only the call decides.
   */
  readonly call: Call | undefined;
  /** The release of smolvm: what it does, it says itself. */
  readonly release: Release;
  readonly target: Target;
  /** What smolvm's deserializer refuses. */
  readonly findings: readonly Finding[];
  /** The host's file system, when the caller lets rules see it. */
  readonly host: HostFileSystem | undefined;
  /** What the command makes of a key, by the path that the schema gives it; nothing when it does not read it. */
  readonly merged: (path: string) => MergedKey;
  /**
   * What several rules need of a document, worked out when the first of them asks.
   *
   * @param id names it: the function that works it out, or a text that no other has.
   */
  readonly once: <T>(id: unknown, workOut: () => T) => T;
  /** Says that something is wrong. */
  readonly report: (report: Report) => void;
}
