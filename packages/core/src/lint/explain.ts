import { CALL_PROBLEMS, type CallProblemCode } from '../call/problems.ts';
import { TOML_PROBLEMS, type TomlErrorCode } from '../toml/index.ts';
import type { Severity, Stage } from '../model/diagnostic.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** What is known about a code, whether it comes from a rule, from TOML itself or from the flags of a call. */
export interface CodeExplanation {
  readonly code: string;
  readonly summary: string;
  readonly why: string;
  readonly help: string;
  readonly severity: Severity;
  readonly stage: Stage | null;
  /** The rule behind it; absent for the errors of TOML and of flags. */
  readonly rule?: Rule;
}

/**
 * Everything about one code.
 *
 * @returns `undefined` when there is no such code.
 * @example
 * ```ts
 * explainCode('unknown-key')?.severity; // 'error'
 * ```
 */
export function explainCode(code: string): CodeExplanation | undefined {
  const rule = rules.find((candidate) => candidate.code === code);
  if (rule) {
    const { summary, why, help, severity, stage } = rule;
    return { code, summary, why, help, severity, stage, rule };
  }
  if (Object.hasOwn(CALL_PROBLEMS, code)) {
    const { summary, why, help } = CALL_PROBLEMS[code as CallProblemCode];
    return { code, summary, why, help, severity: 'error', stage: 'args' };
  }
  if (!Object.hasOwn(TOML_PROBLEMS, code)) return undefined;
  const { summary, why, help } = TOML_PROBLEMS[code as TomlErrorCode];
  return { code, summary, why, help, severity: 'error', stage: 'parse' };
}

/**
 * Every code that a finding in a file can carry: TOML's own, then the rules', each in alphabetical order.
 *
 * @example
 * ```ts
 * allCodes().includes('unknown-key'); // true
 * ```
 */
export function allCodes(): string[] {
  return [...Object.keys(TOML_PROBLEMS).toSorted(), ...rules.map(({ code }) => code)];
}
