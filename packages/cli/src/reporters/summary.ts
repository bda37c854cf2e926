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

/** The last line of a report for people. */
export function summary({ files, counts, hidden, baselined = 0 }: LintReport, { colors }: Style): string {
  const versions = [...new Set(files.map(({ smolvm }) => smolvm))];
  const target = colors.dim(`(smolvm ${versions.join(', ')})`);
  const quiet = hidden > 0 ? `, ${hidden} more hidden by --quiet` : '';
  const rest = baselined > 0 ? `${quiet}, ${baselined} in the baseline` : quiet;
  const total = counted(counts);
  if (total === '') {
    const clean = hidden > 0 ? 'no errors' : baselined > 0 ? 'no new problems' : 'no problems';
    return `${colors.green('✓')} ${count(files.length, 'Smolfile')}, ${clean}${rest} ${target}`;
  }
  const affected = files.filter(({ diagnostics }) => diagnostics.length > 0).length;
  const where = files.length === 1 ? '1 file' : `${affected} of ${files.length} files`;
  const paint = counts.error > 0 ? colors.red : counts.warning > 0 ? colors.yellow : colors.cyan;
  const fixable = files
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ fix, source }) => fix?.safe === true && !source).length;
  const hint = fixable > 0 ? `, ${fixable} fixable with --fix` : '';
  return `${colors.bold(paint(total))} in ${where}${rest}${hint} ${target}`;
}
