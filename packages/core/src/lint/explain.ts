import { TOML_PROBLEMS, type TomlErrorCode } from '../toml/index.ts';
import type { Severity, Stage } from './diagnostic.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** Where the rules are documented, one heading a code. */
const DOCUMENTATION = 'https://github.com/smolfile/toolkit/blob/main/RULES.md';

/** What is known about a code, whether it comes from a rule or from TOML itself. */
export interface CodeExplanation {
  readonly code: string;
  readonly summary: string;
  readonly why: string;
  readonly help: string;
  readonly severity: Severity;
  readonly stage: Stage | null;
  /** The rule behind it; absent for TOML's own errors. */
  readonly rule?: Rule;
}

/** The page that explains a code. */
export function ruleUrl(code: string): string {
  return `${DOCUMENTATION}#${code}`;
}

/**
 * Everything about one code.
 *
 * @returns `undefined` when there is no such code.
 */
export function explainCode(code: string): CodeExplanation | undefined {
  const rule = rules.find((candidate) => candidate.code === code);
  if (rule) {
    const { summary, why, help, severity, stage } = rule;
    return { code, summary, why, help, severity, stage, rule };
  }
  if (!Object.hasOwn(TOML_PROBLEMS, code)) return undefined;
  const { summary, why, help } = TOML_PROBLEMS[code as TomlErrorCode];
  return { code, summary, why, help, severity: 'error', stage: 'parse' };
}

/** Every code that a finding can carry: TOML's own, then the rules', each in alphabetical order. */
export function allCodes(): string[] {
  return [...Object.keys(TOML_PROBLEMS).toSorted(), ...rules.map(({ code }) => code)];
}
