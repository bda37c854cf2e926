import type { SmolfileDocument } from '../document/document.ts';
import type { LocatedString, Settings } from '../document/settings.ts';
import { isAtLeast } from '../schema/index.ts';
import type { Finding } from '../validate/findings.ts';
import type { Command } from './diagnostic.ts';
import type { HostFileSystem } from './host.ts';
import type { Report } from './rule.ts';

/** What a rule sees: one document, as one command of one version of smolvm reads it. */
export interface RuleContext {
  readonly document: SmolfileDocument;
  /** What the document sets. */
  readonly settings: Settings;
  readonly command: Command;
  readonly smolvm: string;
  /** Whether somebody chose the version, in the file, a flag or a configuration. */
  readonly pinned: boolean;
  /** What smolvm's deserializer refuses. */
  readonly findings: readonly Finding[];
  /** The host's file system, when the caller lets rules see it. */
  readonly host: HostFileSystem | undefined;
  /** Whether the version is this one or newer. */
  since(version: string): boolean;
  report(report: Report): void;
}

/** The list of ports, volumes or init commands that smolvm takes: `[dev]`'s when it is not empty (facts 2.2). */
export function effectiveList(
  settings: Settings,
  name: 'ports' | 'volumes' | 'init',
): { path: string; items: LocatedString[] } | undefined {
  return settings.firstNonEmpty([`dev.${name}`, name]);
}

/** Makes the version test of a context. */
export function sinceVersion(smolvm: string): (version: string) => boolean {
  return (version) => isAtLeast(smolvm, version);
}
