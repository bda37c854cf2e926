import type { Command, Diagnostic, LineIndex, Severity, Target, TextRange } from '@smolfile/core';
import type { Colors } from 'picocolors/types';

/** The severity from which on a finding fails a check. */
export type Threshold = Severity | 'never';

/** What was found in one file. */
export interface FileReport {
  /** As output names it, with forward slashes. */
  readonly path: string;
  /** Relative to the repository that a CI service has checked out, where one runs this; else as `path`. */
  readonly repositoryPath?: string;
  readonly lines: LineIndex;
  /**
   * What of the text is not shown: what looks like a credential, in order; nothing when left out. A function, since
   * only what is shown is worth the search.
   */
  readonly masks?: () => readonly TextRange[];
  /** The release it was checked for; the newest one of a range. */
  readonly smolvm: string;
  /** What it was checked for; unknown of what is no document. */
  readonly target?: Target;
  /** The commands it was checked for. */
  readonly commands: readonly Command[];
  /** In document order. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings are not among them, since `--quiet` shows none of them; none when left out. */
  readonly hidden?: number;
  /** Findings that comments of the file silence; none when left out. */
  readonly suppressed?: readonly Diagnostic[];
  /** How many findings were fixed; none when left out. */
  readonly fixed?: number;
  /** `error` when left out. */
  readonly failOn?: Threshold;
}

/** What was found in all files. */
export interface LintReport {
  /** The version that all files were checked for, or, where some pin their own, the one for the others. */
  readonly smolvm: string;
  readonly files: readonly FileReport[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many findings `--quiet` left out. */
  readonly hidden: number;
  /** How many findings the baseline left out; none when left out. */
  readonly baselined?: number;
}

/** How a terminal wants its text. */
export interface Style {
  readonly colors: Pick<Colors, 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow'>;
  /** In columns. */
  readonly width: number;
  /** Whether it shows links to follow (OSC 8); not when left out. */
  readonly links?: boolean;
}

/** One output format. */
export interface Reporter {
  readonly name: string;
  /** For help, without a full stop. */
  readonly summary: string;
  /** Whether the output is one document, which nothing else may be mixed with. */
  readonly isDocument: boolean;
  /** Everything it writes, line break at the end included. */
  render(report: LintReport, style: Style): string;
}

/** Whether a file has findings at or above its threshold. */
export function fails({ diagnostics, failOn = 'error' }: FileReport): boolean {
  return diagnostics.some(({ severity }) => reaches(severity, failOn));
}

/** Whether a finding of this severity counts. */
export function reaches(severity: Severity, threshold: Threshold): boolean {
  return threshold !== 'never' && ORDER.indexOf(severity) >= ORDER.indexOf(threshold);
}

const ORDER: readonly Severity[] = ['info', 'warning', 'error'];
