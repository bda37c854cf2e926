import { diagnosticJson, jsonText } from '@smolfile/core';
import type { LintReport } from './report.ts';

/** One finding a line, each a JSON document of its own; described by `schemas/lint-line-output.schema.json`. */
export function renderJsonLines({ files }: LintReport): string {
  return files
    .flatMap(({ path, lines, smolvm, diagnostics }) =>
      diagnostics.map((diagnostic) => {
        const line = { formatVersion: 1, path, smolvm, ...diagnosticJson(diagnostic, () => lines) };
        return `${jsonText(line)}\n`;
      }),
    )
    .join('');
}
