import type { RuleContext } from './context.ts';
import type { CheckName, Command, Severity, Stage } from '../model/diagnostic.ts';
import type { BehaviourName } from '../release/index.ts';

/**
 * A document that shows a rule, executed by the tests and printed in RULES.md with its real output.
 *
 * Each comment `# error: code`, `# warning: code` or `# info: code` at the end of a line says that exactly this
 * finding starts on that line; for a finding whose line cannot carry a comment, `expect` names line and code.
 */
export interface Example {
  readonly toml: string;
  /** Why this is an example, where that is not plain. */
  readonly note?: string;
  /** The flags of a call; without them, nothing is known of how the file is used. */
  readonly flags?: string;
  /** The command to check for; `create` when the rule holds for it, else the rule's first. */
  readonly command?: Command;
  /** The release or range of releases to check for; the newest known when left out. */
  readonly smolvm?: string;
  /** What the host's file system holds; the host is unknown when left out. */
  readonly host?: Readonly<Record<string, 'directory' | 'file'>>;
  /** Findings whose line cannot carry a comment, as `line: severity: code`; in the flags, as `flags: severity: code`. */
  readonly expect?: readonly string[];
}

/** Everything about one thing that smolvm rejects, ignores or surprises with. One file, one rule. */
export interface Rule {
  /** Stable, in kebab-case, equal to the file's name; reads well after "ignore". */
  readonly code: string;
  /** One line for lists, without a full stop. */
  readonly summary: string;
  /** What smolvm does and why that matters, in a few sentences of Markdown. */
  readonly why: string;
  /** What to do about it. */
  readonly help: string;
  /** Where the fact comes from: sections of the collected facts, or lines of smolvm's source. */
  readonly evidence: string;
  /** First version of this toolkit that has the rule. */
  readonly since: string;
  /** Of its most severe finding in a file; what a call lacks may be an error, where the rule is about a check. */
  readonly severity: Severity;
  readonly stage: Stage | null;
  /** The check of smolvm that it is about, where its findings are about one; see `checks` in `schemas/commands.json`. */
  readonly of?: CheckName;
  /** The commands it is checked for; all when left out. */
  readonly commands?: readonly Command[];
  /** It is checked for releases that have this behaviour; for all when left out. */
  readonly during?: BehaviourName;
  /** Whether it says nothing where the host's file system is not known. */
  readonly needsHost?: true;
  /** Whether it can offer a fix, and of which kind. */
  readonly fixable?: 'safe' | 'unsafe';
  /** Documents that show it, at least one that has the finding and one that has it not. */
  readonly examples: { readonly invalid: readonly Example[]; readonly valid: readonly Example[] };
  /** Reports what it finds; called once for each command that reads the file otherwise than another. */
  check(context: RuleContext): void;
}

/** Declares a rule; exists so that a rule file is checked against the contract where it stands. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
