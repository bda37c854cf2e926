import { rules, type Diagnostic, type Severity } from '@smolfile/core';
import type { LintRequest } from './options.ts';

/**
 * Findings as the user wants them: chosen, silenced, moved to another severity. Findings that come from no rule
 * (the file is no TOML, or no text) pass `--select`: without a sound file, the chosen rules have seen nothing.
 */
export function applyChoices(
  diagnostics: readonly Diagnostic[],
  { select, ignore, severities }: Pick<LintRequest, 'select' | 'ignore' | 'severities'>,
): readonly Diagnostic[] {
  if (select.size + ignore.size + severities.size === 0) return diagnostics;
  const isRule = new Set(rules.map(({ code }) => code));
  return diagnostics
    .filter(({ code }) => !ignore.has(code) && (select.size === 0 || select.has(code) || !isRule.has(code)))
    .map((diagnostic) => withSeverity(diagnostic, severities.get(diagnostic.code)));
}

function withSeverity(diagnostic: Diagnostic, severity: Severity | undefined): Diagnostic {
  return severity === undefined ? diagnostic : { ...diagnostic, severity };
}
