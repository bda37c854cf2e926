import { diagnosticJson, jsonText } from '@smolfile/core';
import type { FileReport, LintReport, Reporter } from './report.ts';

/** For other programs; described by `schemas/lint-output.schema.json`. */
export const json: Reporter = {
  name: 'json',
  summary: 'one JSON document, with every detail',
  isDocument: true,
  render: (report) => `${jsonText(documentOf(report), 2)}\n`,
};

/** Every key is always there, `null` where there is nothing to say: readers need no second case for "absent". */
function documentOf({ smolvm, files, counts }: LintReport): object {
  const suppressed = files.reduce((sum, file) => sum + (file.suppressed?.length ?? 0), 0);
  const fixed = files.reduce((sum, file) => sum + (file.fixed ?? 0), 0);
  return {
    formatVersion: 1,
    smolvm,
    files: files.map(fileOf),
    summary: { errors: counts.error, warnings: counts.warning, infos: counts.info, suppressed, fixed },
  };
}

function fileOf({ path, lines, smolvm, diagnostics }: FileReport): object {
  return {
    path,
    smolvm,
    diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, () => lines)),
  };
}
