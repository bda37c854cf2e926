import type { Severity } from '@smolfile/core';
import type { LintReport, Style } from './report.ts';

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `2 errors, 1 warning`; nothing that is zero. */
export function counted(counts: Readonly<Record<Severity, number>>): string {
  return (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => count(counts[severity], severity))
    .join(', ');
}

/** How many findings have each severity. */
export function countSeverities(
  findings: Iterable<{ readonly severity: Severity }>,
): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** What a report leaves out, in numbers of findings. */
type LeftOut = Pick<LintReport, 'hidden' | 'baselined'>;

/**
 * The last line of a report where nothing is to be said of any file.
 *
 * @param files how many.
 * @param versions of smolvm, each once.
 */
export function cleanSummary(
  files: number,
  versions: Iterable<string>,
  leftOut: LeftOut,
  { colors }: Style,
): string {
  const { hidden, baselined = 0 } = leftOut;
  const clean = hidden > 0 ? 'no errors' : baselined > 0 ? 'no new problems' : 'no problems';
  const said = `${count(files, 'Smolfile')}, ${clean}${leftOutText(leftOut)}`;
  return `${colors.green('✓')} ${said} ${targetText(versions, colors)}`;
}

function leftOutText({ hidden, baselined = 0 }: LeftOut): string {
  const quiet = hidden > 0 ? `, ${hidden} more hidden by --quiet` : '';
  return baselined > 0 ? `${quiet}, ${baselined} in the baseline` : quiet;
}

function targetText(versions: Iterable<string>, { dim }: Style['colors']): string {
  return dim(`(smolvm ${[...versions].join(', ')})`);
}

/** The last line of a report for people. */
export function summary(report: LintReport, style: Style): string {
  const { files, counts } = report;
  const { colors } = style;
  const versions = new Set(files.map(({ smolvm }) => smolvm));
  const total = counted(counts);
  if (total === '') return cleanSummary(files.length, versions, report, style);
  const affected = files.filter(({ diagnostics }) => diagnostics.length > 0).length;
  const where = files.length === 1 ? '1 file' : `${affected} of ${files.length} files`;
  const paint = counts.error > 0 ? colors.red : counts.warning > 0 ? colors.yellow : colors.cyan;
  const fixable = files
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ fix, source }) => fix?.safe === true && !source).length;
  const hint = fixable > 0 ? `, ${fixable} fixable with --fix` : '';
  return `${colors.bold(paint(total))} in ${where}${leftOutText(report)}${hint} ${targetText(versions, colors)}`;
}
