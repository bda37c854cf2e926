import { markdownCode, markdownText, PLAIN_COLORS, ruleUrl, type Diagnostic } from '@smolfile/core';
import { withoutCommands } from '../output/workflow-commands.ts';
import type { FileReport, LintReport, Style } from './report.ts';
import { count, summary } from './summary.ts';

/** More rows than this nobody reads, and a job summary of GitHub has at most a mebibyte. */
const MOST_ROWS = 500;

/** A table for a job summary or a comment: the worst first, each with its place. */
export function renderMarkdown(report: LintReport, { width }: Style): string {
  const rows = report.files.flatMap((file) =>
    file.diagnostics.map((diagnostic) => ({ diagnostic, row: rowOf(diagnostic, file) })),
  );
  const inOrder = SEVERITIES.flatMap((severity) =>
    rows.filter(({ diagnostic }) => diagnostic.severity === severity).map(({ row }) => row),
  );
  const left = inOrder.length - MOST_ROWS;
  const lines = [
    '### Smolfiles',
    '',
    markdownText(summary(report, { colors: PLAIN_COLORS as Style['colors'], width })),
    '',
    ...(inOrder.length === 0
      ? []
      : [
          '| | Place | Finding | What to do |',
          '| --- | --- | --- | --- |',
          ...inOrder.slice(0, MOST_ROWS),
          '',
          ...(left > 0 ? [`${count(left, 'more finding')} in the log.`, ''] : []),
        ]),
  ];
  // in a log, it is read by the runner as well
  return lines.map(withoutCommands).join('\n');
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

function rowOf(
  { severity, code, message, help, range }: Diagnostic,
  { path, repositoryPath = path, lines }: FileReport,
): string {
  const { line, column } = lines.positionAt(range.start);
  const cells = [
    severity,
    markdownCode(`${repositoryPath}:${line}:${column}`),
    `${markdownText(message)} ([${code}](${ruleUrl(code)}))`,
    markdownText(help ?? ''),
  ];
  // A bar ends a cell, even in code.
  return `| ${cells.map((cell) => cell.replaceAll(/(?<!\\)\|/g, String.raw`\|`)).join(' | ')} |`;
}
