import type { Command, Diagnostic, LineIndex, Severity } from '@smolfile/core';
import type { Colors } from 'picocolors/types';

/** What was found in one file. */
export interface FileReport {
  /** As output names it, with forward slashes. */
  readonly path: string;
  readonly lines: LineIndex;
  /** The version it was checked for. */
  readonly smolvm: string;
  /** The commands it was checked for. */
  readonly commands: readonly Command[];
  /** In document order. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings comments of the file silence; none when left out. */
  readonly suppressed?: number;
}

/** What was found in all files. */
export interface LintReport {
  /** The version that all files were checked for, or, where some pin their own, the one for the others. */
  readonly smolvm: string;
  readonly files: readonly FileReport[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many findings `--quiet` left out. */
  readonly hidden: number;
}

/** How a terminal wants its text. */
export interface Style {
  readonly colors: Pick<Colors, 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow'>;
  /** In columns. */
  readonly width: number;
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
