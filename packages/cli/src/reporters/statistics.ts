import { explainCode, type Diagnostic, type Severity } from '@smolfile/core';
import { fileCodeInfo } from '../read/file-findings.ts';
import type { LintReport, Style } from './report.ts';
import { summary } from './summary.ts';

interface Row {
  readonly code: string;
  readonly severity: Severity;
  count: number;
  safe: number;
  unsafe: number;
}

/** How often each code occurs, the most frequent first, in place of the findings themselves. */
export function renderStatistics(report: LintReport, style: Style): string {
  const rows = new Map<string, Row>();
  for (const { code, severity, fix } of report.files.flatMap(
    ({ diagnostics }): readonly Diagnostic[] => diagnostics,
  )) {
    const id = `${severity} ${code}`;
    const row = rows.get(id) ?? { code, severity, count: 0, safe: 0, unsafe: 0 };
    rows.set(id, row);
    row.count++;
    if (fix) row[fix.safe ? 'safe' : 'unsafe']++;
  }
  const sorted = Array.from(rows.values()).toSorted(
    (a, b) => b.count - a.count || (`${a.code} ${a.severity}` < `${b.code} ${b.severity}` ? -1 : 1),
  );
  const digits = Math.max(0, ...sorted.map(({ count }) => String(count).length));
  const width = Math.max(0, ...sorted.map(({ severity, code }) => severity.length + code.length + 2));
  const lines = sorted.map((row) => line(row, digits, width, style));
  return [...lines, ...(lines.length > 0 ? [''] : []), summary(report, style)]
    .map((each) => `${each}\n`)
    .join('');
}

function line(
  { code, severity, count, safe, unsafe }: Row,
  digits: number,
  width: number,
  style: Style,
): string {
  const { colors } = style;
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
  const name = `${severity}[${code}]`;
  const fixes = [
    ...(safe > 0 ? [`${safe === count ? 'all' : safe} fixable`] : []),
    ...(unsafe > 0 ? [`${unsafe === count ? 'all' : unsafe} fixable with --unsafe-fixes`] : []),
  ];
  const notes = fixes.length > 0 ? colors.dim(` (${fixes.join(', ')})`) : '';
  const about = (explainCode(code) ?? fileCodeInfo(code))?.summary ?? '';
  return `${String(count).padStart(digits)}  ${paint(name)}${' '.repeat(width - name.length)}  ${about}${notes}`.trimEnd();
}
