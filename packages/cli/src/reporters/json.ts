import { ruleUrl, type Diagnostic, type LineIndex, type TextRange } from '@smolfile/core';
import type { FileReport, LintReport, Reporter } from './report.ts';

/** For other programs; described by `schemas/lint-output.schema.json`. */
export const json: Reporter = {
  name: 'json',
  summary: 'one JSON document, with every detail',
  isDocument: true,
  render: (report) => `${JSON.stringify(documentOf(report), undefined, 2)}\n`,
};

/** Every key is always there, `null` where there is nothing to say: readers need no second case for "absent". */
function documentOf({ smolvm, files, counts }: LintReport): object {
  const suppressed = files.reduce((sum, file) => sum + (file.suppressed ?? 0), 0);
  return {
    formatVersion: 1,
    smolvm,
    files: files.map(fileOf),
    summary: { errors: counts.error, warnings: counts.warning, infos: counts.info, suppressed },
  };
}

function fileOf({ path, lines, smolvm, diagnostics }: FileReport): object {
  return { path, smolvm, diagnostics: diagnostics.map((diagnostic) => diagnosticOf(diagnostic, lines)) };
}

function diagnosticOf(diagnostic: Diagnostic, lines: LineIndex): object {
  const { code, severity, message, why, help, commands, stage, range, related, fix } = diagnostic;
  return {
    code,
    severity,
    message,
    why: why ?? null,
    help: help ?? null,
    url: ruleUrl(code),
    for: commands,
    stage,
    range: rangeOf(range, lines),
    related: related.map((place) => ({ range: rangeOf(place.range, lines), message: place.message })),
    fix: fix
      ? {
          title: fix.title,
          safe: fix.safe,
          edits: fix.edits.map((edit) => ({ range: rangeOf(edit.range, lines), text: edit.text })),
        }
      : null,
  };
}

function rangeOf({ start, end }: TextRange, lines: LineIndex): object {
  return { start: placeOf(start, lines), end: placeOf(end, lines) };
}

function placeOf(offset: number, lines: LineIndex): object {
  return { ...lines.positionAt(offset), offset };
}
