import { ruleUrl, type Severity, jsonText } from '@smolfile/core';
import { fingerprintsOf } from './fingerprint.ts';
import type { LintReport } from './report.ts';
import { visible } from './visible.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** A Code Quality report, which GitLab shows in merge requests. */
export function renderGitlab({ files }: LintReport): string {
  const issues = files.flatMap((file) => {
    const { path, repositoryPath = path, lines, diagnostics } = file;
    const fingerprints = fingerprintsOf(diagnostics, file, repositoryPath);
    return diagnostics.map(({ code, severity, message, why, help, range }, index) => ({
      type: 'issue',
      check_name: code,
      description: visible(help === undefined ? message : `${message}. ${help}`),
      content: { body: visible([why, ruleUrl(code)].filter(Boolean).join(' ')) },
      categories: ['Bug Risk'],
      severity: SEVERITIES[severity],
      fingerprint: fingerprints[index],
      location: {
        path: repositoryPath,
        lines: {
          begin: lines.positionAt(range.start).line,
          end: lines.positionAt(Math.max(range.start, range.end - 1)).line,
        },
      },
    }));
  });
  return `${jsonText(issues, 2)}\n`;
}
