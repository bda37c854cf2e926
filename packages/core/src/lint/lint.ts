import type { Call } from '../call/call.ts';
import type { SmolfileDocument } from '../document/document.ts';
import type { Release } from '../release/index.ts';
import { chooseTarget, type Target, type Wanted } from '../target/index.ts';
import { TOML_PROBLEMS, type TomlError } from '../toml/index.ts';
import { findings as validate } from '../validate/findings.ts';
import type { Command, Diagnostic, Severity } from '../model/diagnostic.ts';
import type { HostFileSystem } from '../model/host.ts';
import { asRefusalsOfRun, bakeOf, innerCall, refusedArguments, type Bake } from './bake.ts';
import { Limit, MOST_FINDINGS } from './limit.ts';
import { mergeDiagnostics } from './merge.ts';
import { joined } from './over-releases.ts';
import { Reading } from './reading.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { otherFormat } from './other-format.ts';
import otherFormatRule from './rules/other-format.ts';
import unusedSuppression from './rules/unused-suppression.ts';
import { suppress, type Suppressed } from './suppress.ts';
import { syntaxFixes } from './syntax-fixes.ts';

/** What to check a document for. */
export interface LintOptions {
  /** The commands of smolvm, over what `chooseTarget` would come to. */
  readonly commands?: readonly Command[];
  /** A release of smolvm or a range of releases, over what `chooseTarget` would come to. */
  readonly smolvm?: string;
  /** What a configuration says of releases and commands. */
  readonly config?: Wanted;
  /** The version of the installed smolvm. */
  readonly installed?: string;
  /** What `chooseTarget` came to already; nothing of the above is looked at then. */
  readonly target?: Target;
  /** The flags of a call of one command; then only that command is checked. */
  readonly call?: Call;
  /** The host's file system; without it, rules that look at it say nothing. */
  readonly host?: HostFileSystem;
  /** Other severities than the rules' own, by code; `off` silences a code. TOML's own errors stay as they are. */
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
  /** How many findings of one code there are at most; of what goes beyond, one says how many. Ten thousand when left out. */
  readonly most?: number;
}

/** The outcome of linting one document. */
export interface LintResult {
  /** What it was checked for. */
  readonly target: Target;
  /** The release that it was checked for; the newest one of a range. */
  readonly smolvm: string;
  /** The commands that it was checked for. */
  readonly commands: readonly Command[];
  /** In document order. */
  readonly diagnostics: readonly Diagnostic[];
  /** What comments of the document silence. */
  readonly suppressed: readonly Diagnostic[];
}

/**
 * Says everything that smolvm rejects, ignores or surprises with in a document: its syntax errors, what its
 * deserializer refuses, and what the rules find, for each command.
 *
 * @returns findings in document order; one rule's findings for several commands are one diagnostic.
 */
export function lint(document: SmolfileDocument, options: LintOptions = {}): LintResult {
  const chosen =
    options.target ??
    chooseTarget(document, { asked: options, config: options.config, installed: options.installed });
  const target = options.call
    ? { ...chosen, commands: [options.call.command], commandsChosen: true }
    : chosen;
  const results = target.releases.map((release) => lintFor(document, release, target, options));
  return { target, smolvm: target.release.version, commands: target.commands, ...joined(results, target) };
}

/**
 * What one release says.
 *
 * @param isAsked the rules that are wanted.
 */
function lintFor(
  document: SmolfileDocument,
  release: Release,
  target: Target,
  options: Omit<LintOptions, 'target'>,
  isAsked: (rule: Rule) => boolean = () => true,
): Pick<LintResult, 'diagnostics' | 'suppressed'> {
  const { most = MOST_FINDINGS } = options;
  const { commands } = target;
  const limit = limitFor(document, most);
  // what TOML makes of the lines of a Dockerfile is no help
  const isOther = otherFormat(document) !== undefined;
  if (!isOther) for (const error of document.errors) limit.add(syntaxError(error, document, commands));
  const reading = new Reading(document, {
    commands,
    chosen: target.commandsChosen,
    call: options.call,
    release,
    target,
    findings: validate(document, release),
    host: options.host,
  });
  const baking = isOther ? undefined : bakingOf(reading, target, options);
  for (const each of isOther ? [{ rule: otherFormatRule, commands }] : rulesOf(commands, release)) {
    if (isAsked(each.rule)) runRule(each, reading, limit, baking);
  }
  if (baking)
    for (const diagnostic of bakedRefusals(document, reading, target, options, baking)) limit.add(diagnostic);
  return concluded(document, limit, most, options.severities, (unused) => {
    const complaints = unused.filter(({ code }) => isMissed(code, document, commands, release, options));
    return complaints.flatMap(({ code, range }) => {
      const known = isSyntaxCode(code) || rules.some((rule) => rule.code === code);
      const message = known ? `There is no \`${code}\` here to ignore` : `There is no rule \`${code}\``;
      return commands.map((command) => toDiagnostic(unusedSuppression, { range, message }, [command]));
    });
  });
}

/** Whether what comments silence does not count, so that how much there is is known only when all is found. */
function hasSilences({ text }: SmolfileDocument): boolean {
  return text.includes('smolfile-ignore');
}

function limitFor(document: SmolfileDocument, most: number): Limit {
  return new Limit(hasSilences(document) ? Number.POSITIVE_INFINITY : most);
}

/**
 * What is left of all that was found: severities as they are wanted, what comments silence apart, and no more than
 * `most` of each kind.
 *
 * @param complain what there is to say of the comments that silence nothing.
 */
function concluded(
  document: SmolfileDocument,
  limit: Limit,
  most: number,
  severities: LintOptions['severities'],
  complain: (unused: Suppressed['unused']) => readonly Diagnostic[],
): Pick<LintResult, 'diagnostics' | 'suppressed'> {
  const merged = mergeDiagnostics(withSeverities(limit.kept, severities));
  const { kept, suppressed, unused } = suppress(document, merged, isSyntaxCode);
  const added = withSeverities([...limit.rest(), ...complain(unused)], severities);
  const all = added.length === 0 ? kept : mergeDiagnostics([...kept, ...added]);
  return {
    diagnostics: limited(all, hasSilences(document) ? most : Number.POSITIVE_INFINITY),
    suppressed,
  };
}

function limited(diagnostics: readonly Diagnostic[], most: number): readonly Diagnostic[] {
  if (diagnostics.length <= most) return diagnostics;
  const limit = new Limit(most);
  for (const diagnostic of diagnostics) limit.add(diagnostic);
  const rest = limit.rest();
  return rest.length === 0 ? diagnostics : mergeDiagnostics([...limit.kept, ...rest]);
}

function isSyntaxCode(code: string): boolean {
  return Object.hasOwn(TOML_PROBLEMS, code);
}

/** Whether a code would have been found, had it been there: unless so, a comment that ignores it may be right. */
function isMissed(
  code: string,
  document: SmolfileDocument,
  commands: readonly Command[],
  release: Release,
  { severities }: LintOptions,
): boolean {
  if (document.damaged || severities?.get(code) === 'off') return false;
  const rule = rules.find((candidate) => candidate.code === code);
  if (!rule) return true;
  // what the host has not today, another one or tomorrow has
  if (rule.needsHost) return false;
  return commands.some((command) => applies(rule, command, release));
}

function withSeverities(
  diagnostics: readonly Diagnostic[],
  severities: LintOptions['severities'],
): readonly Diagnostic[] {
  if (!severities?.size) return diagnostics;
  return diagnostics.flatMap((diagnostic) => {
    const severity = isSyntaxCode(diagnostic.code) ? undefined : severities.get(diagnostic.code);
    if (severity === undefined) return [diagnostic];
    return severity === 'off' ? [] : [{ ...diagnostic, severity }];
  });
}

/** Whether a rule may find what smolvm refuses: of what a call lacks, that is more than of a file alone. */
function mayRefuse({ severity, of }: Rule): boolean {
  return severity === 'error' || of !== undefined;
}

/** A bake that a checked run makes, and what the create inside it refuses, as far as that is found on the way. */
interface Baking {
  readonly bake: Bake;
  /**
   * What rules find for a create of this file: the errors among them are those of the create inside, too. Undefined
   * where that one is another one, and is looked at by itself.
   */
  ofCreate: Limit | undefined;
}

function bakingOf(reading: Reading, target: Target, { call }: LintOptions): Baking | undefined {
  if (!target.commands.includes('run')) return undefined;
  reading.turnTo('run');
  const bake = bakeOf(reading);
  // the create inside has flags of its own as soon as anything is known of flags
  const isSame = target.commands.includes('create') && call === undefined;
  return bake && { bake, ofCreate: isSame ? limitFor(reading.document, MOST_FINDINGS) : undefined };
}

/** What `machine run` refuses because `machine create` inside it does. */
function bakedRefusals(
  document: SmolfileDocument,
  reading: Reading,
  target: Target,
  { host, call }: LintOptions,
  { bake, ofCreate }: Baking,
): Diagnostic[] {
  reading.turnTo('run');
  const inner = ofCreate
    ? concluded(document, ofCreate, MOST_FINDINGS, undefined, () => [])
    : lintFor(
        document,
        reading.release,
        { ...target, commands: ['create'], commandsChosen: true },
        { ...(call && { call: innerCall(reading, bake) }), ...(host && { host }) },
        mayRefuse,
      );
  return [...refusedArguments(reading, bake), ...asRefusalsOfRun(inner.diagnostics, bake, reading.release)];
}

/** A rule, and which of the commands it is about. */
interface RuleOfCommands {
  readonly rule: Rule;
  readonly commands: readonly Command[];
}

/** By release and commands. */
const rulesOfCommands = new Map<string, readonly RuleOfCommands[]>();

/** The rules that are about one of the commands, as a release has them. */
function rulesOf(commands: readonly Command[], release: Release): readonly RuleOfCommands[] {
  const id = `${release.known} ${commands.join(' ')}`;
  const known = rulesOfCommands.get(id);
  if (known) return known;
  const found = rules
    .map((rule) => ({ rule, commands: commands.filter((command) => applies(rule, command, release)) }))
    .filter((each) => each.commands.length > 0);
  rulesOfCommands.set(id, found);
  return found;
}

/** The command that a bake is. */
const INSIDE: readonly Command[] = ['create'];

/** Runs a rule for each command, or once for all of them where it asks for nothing in which they differ. */
function runRule(
  { rule, commands }: RuleOfCommands,
  reading: Reading,
  found: Limit,
  baking: Baking | undefined,
): void {
  let left = commands;
  for (let command = left[0]; command !== undefined; command = left[0]) {
    reading.turnTo(command);
    rule.check(reading);
    const holds = reading.differs ? [command] : left;
    const reports = reading.silenced ? [] : reading.reports;
    for (const report of reports) found.add(toDiagnostic(rule, report, holds));
    if (baking?.ofCreate && mayRefuse(rule) && holds.includes('create')) {
      // for the create inside, the choice is another one
      if (reading.dependsOnChoice) baking.ofCreate = undefined;
      else for (const report of reports) baking.ofCreate.add(toDiagnostic(rule, report, INSIDE));
    }
    left = left.slice(holds.length);
  }
}

function applies({ commands, during }: Rule, command: Command, release: Release): boolean {
  if (commands && !commands.includes(command)) return false;
  return during === undefined || release.has(during);
}

function syntaxError(error: TomlError, document: SmolfileDocument, commands: readonly Command[]): Diagnostic {
  const { code, start, end, message, help, related } = error;
  const fix = syntaxFixes(document).get(error);
  return {
    code,
    severity: 'error',
    stage: 'parse',
    refusing: [{ check: 'parse' }],
    message,
    why: TOML_PROBLEMS[code].why,
    help: help ?? TOML_PROBLEMS[code].help,
    commands,
    range: { start, end },
    related: (related ?? []).map((place) => ({
      range: { start: place.start, end: place.end },
      message: place.message,
    })),
    ...(fix && { fix }),
  };
}

function toDiagnostic(rule: Rule, report: Report, commands: readonly Command[]): Diagnostic {
  const { range, message, source, fix, tags, rank } = report;
  const { check = rule.stage === 'parse' ? 'parse' : rule.of } = report;
  return {
    code: rule.code,
    severity: report.severity ?? rule.severity,
    stage: report.stage === undefined ? rule.stage : report.stage,
    message,
    why: report.why ?? rule.why,
    help: report.help ?? rule.help,
    commands,
    range: { start: range.start, end: range.end },
    ...(check !== undefined && { refusing: [{ check, ...(rank && { rank }) }] }),
    ...(source && { source }),
    related: report.related ?? [],
    ...(fix && { fix }),
    ...(tags && { tags }),
  };
}
