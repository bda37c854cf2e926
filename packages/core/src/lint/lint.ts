import type { Call } from '../call/call.ts';
import type { SmolfileDocument } from '../document/document.ts';
import { COMMAND_NAMES, NEWEST, isAtLeast } from '../schema/index.ts';
import { TOML_PROBLEMS } from '../toml/index.ts';
import { findings as validate } from '../validate/findings.ts';
import type { RuleContext } from './context.ts';
import type { Command, Diagnostic, Severity, Stage } from './diagnostic.ts';
import type { HostFileSystem } from './host.ts';
import type { Report, Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { isSupportedVersion } from './version.ts';

/** What to check a document for. */
export interface LintOptions {
  /** The commands of smolvm; `create` and `run` when left out, and `pack` where the file has `[artifact]` or `[pack]`. */
  readonly commands?: readonly Command[];
  /**
   * The version of smolvm, 1.2.0 or newer. When left out, or when not a version that is known, the file's own
   * `# smolfile: smolvm = "…"`, else the newest that is known exactly.
   */
  readonly smolvm?: string;
  /** The flags of a call of one command; then only that command is checked. */
  readonly call?: Call;
  /** The host's file system; without it, rules that look at it say nothing. */
  readonly host?: HostFileSystem;
}

/** The outcome of linting one document. */
export interface LintResult {
  /** The version that it was checked for. */
  readonly smolvm: string;
  /** The commands that it was checked for. */
  readonly commands: readonly Command[];
  /** In document order. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Says everything that smolvm rejects, ignores or surprises with in a document: its syntax errors, what its
 * deserializer refuses, and what the rules find, for each command.
 *
 * @returns findings in document order; one rule's findings for several commands are one diagnostic.
 */
export function lint(document: SmolfileDocument, options: LintOptions = {}): LintResult {
  const target = chooseVersion(document, options.smolvm);
  const commands = options.call
    ? [options.call.command]
    : options.commands?.length
      ? inOrder(options.commands)
      : defaultCommands(document);
  const found = validate(document, target.smolvm);
  const diagnostics = syntaxErrors(document, commands);
  for (const command of commands) {
    const context: Omit<RuleContext, 'report'> = {
      document,
      settings: document.settings,
      command,
      chosen: options.commands !== undefined || options.call !== undefined,
      call: options.call,
      ...target,
      findings: found,
      host: options.host,
      since: (version) => isAtLeast(target.smolvm, version),
    };
    for (const rule of rules) {
      if (applies(rule, context))
        rule.check({ ...context, report: (report) => diagnostics.push(toDiagnostic(rule, report, command)) });
    }
  }
  return { smolvm: target.smolvm, commands, diagnostics: merge(diagnostics) };
}

function chooseVersion(
  document: SmolfileDocument,
  asked: string | undefined,
): { smolvm: string; pinned: boolean } {
  for (const version of [asked, document.pin?.version]) {
    if (version !== undefined && isSupportedVersion(version)) return { smolvm: version, pinned: true };
  }
  return { smolvm: NEWEST, pinned: false };
}

function inOrder(commands: readonly Command[]): Command[] {
  return COMMAND_NAMES.filter((command) => commands.includes(command));
}

function defaultCommands({ settings }: SmolfileDocument): Command[] {
  const packs = settings.has('artifact') || settings.has('pack');
  return packs ? [...COMMAND_NAMES] : COMMAND_NAMES.filter((command) => command !== 'pack');
}

function applies(rule: Rule, { command, since }: Omit<RuleContext, 'report'>): boolean {
  if (rule.commands && !rule.commands.includes(command)) return false;
  const { from, before } = rule.smolvm ?? {};
  return (from === undefined || since(from)) && (before === undefined || !since(before));
}

function syntaxErrors(document: SmolfileDocument, commands: readonly Command[]): Diagnostic[] {
  return document.errors.map(({ code, start, end, message, help, related }) => ({
    code,
    severity: 'error',
    stage: 'parse',
    message,
    why: TOML_PROBLEMS[code].why,
    help: help ?? TOML_PROBLEMS[code].help,
    commands,
    range: { start, end },
    related: (related ?? []).map((place) => ({
      range: { start: place.start, end: place.end },
      message: place.message,
    })),
  }));
}

function toDiagnostic(rule: Rule, report: Report, command: Command): Diagnostic {
  const { range, message, source, fix, tags } = report;
  return {
    code: rule.code,
    severity: report.severity ?? rule.severity,
    stage: report.stage === undefined ? rule.stage : report.stage,
    message,
    why: report.why ?? rule.why,
    help: report.help ?? rule.help,
    commands: [command],
    range: { start: range.start, end: range.end },
    ...(source && { source }),
    related: report.related ?? [],
    ...(fix && { fix }),
    ...(tags && { tags }),
  };
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const STAGES: readonly (Stage | null)[] = ['args', 'parse', 'config', 'launch', null];

/**
 * Makes one diagnostic of what a rule says about one place for several commands. Where they differ, the most
 * severe is kept, with the commands it holds for: two reports of one mistake would only be noise.
 */
function merge(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const merged = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const id = `${diagnostic.source ?? ''}:${diagnostic.range.start}:${diagnostic.range.end}:${diagnostic.code}`;
    const other = merged.get(id);
    merged.set(id, other ? joined(other, diagnostic) : diagnostic);
  }
  return Array.from(merged.values()).toSorted(
    (a, b) =>
      a.range.start - b.range.start ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      a.range.end - b.range.end ||
      (a.code < b.code ? -1 : 1),
  );
}

function joined(one: Diagnostic, other: Diagnostic): Diagnostic {
  const bySeverity = SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);
  if (bySeverity !== 0) return bySeverity < 0 ? one : other;
  const first = STAGES.indexOf(one.stage) <= STAGES.indexOf(other.stage) ? one : other;
  return { ...first, commands: inOrder([...one.commands, ...other.commands]) };
}
