import { jsonText, ruleUrl, type Diagnostic, type Severity, type TextRange } from '@smolfile/core';
import type { FileReport, LintReport } from './report.ts';
import { visible } from './visible.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

/** The Reviewdog Diagnostic Format, whose columns are bytes of UTF-8. */
export function renderRdjson({ files }: LintReport): string {
  const document = {
    source: { name: 'smolfile', url: 'https://github.com/smolfile/toolkit' },
    diagnostics: files.flatMap((file) =>
      file.diagnostics.map((diagnostic) => diagnosticOf(diagnostic, file)),
    ),
  };
  return `${jsonText(document, 2)}\n`;
}

function diagnosticOf(
  { code, severity, message, help, range, fix, source }: Diagnostic,
  file: FileReport,
): object {
  const { path, repositoryPath = path } = file;
  return {
    message: visible(help === undefined ? message : `${message}\n${help}`),
    location: { path: repositoryPath, range: rangeOf(range, file) },
    severity: SEVERITIES[severity],
    code: { value: code, url: ruleUrl(code) },
    ...(fix &&
      !source && {
        suggestions: fix.edits.map((edit) => ({ range: rangeOf(edit.range, file), text: edit.text })),
      }),
  };
}

function rangeOf({ start, end }: TextRange, file: FileReport): object {
  return { start: placeOf(start, file), end: placeOf(end, file) };
}

function placeOf(offset: number, { lines }: FileReport): object {
  const { line } = lines.positionAt(offset);
  const before = lines.text.slice(lines.lineRange(lines.lineAt(offset)).start, offset);
  return { line, column: Buffer.byteLength(before) + 1 };
}
