import { CALL_PROBLEMS, readCall, type Call, type CallOptions, type CallProblem } from '../call/index.ts';
import type { SmolfileDocument } from '../document/document.ts';
import type { CheckName, Command, Diagnostic, Rank, Stage } from '../model/diagnostic.ts';
import type { HostFileSystem } from '../model/host.ts';
import { lint, type LintResult } from '../lint/lint.ts';
import type { Release } from '../release/index.ts';
import { checksOf, placeIn } from '../schema/index.ts';
import { chooseTarget, type Target, type Wanted } from '../target/index.ts';
import { compareRanks } from './ranks.ts';
import { configurationOf } from './configuration.ts';
import type { Surroundings } from './elements.ts';
import { ignoredKeys } from './ignored.ts';
import { mergeAll } from './merge.ts';
import { manifestOf } from './manifest.ts';
import { maskedDiagnostics } from './masked-diagnostics.ts';
import { redactionFor } from './redact.ts';
import type { Accepted, Config, HostEnvironment, Refused, Resolution } from './resolution.ts';
import { runsOf } from './runs.ts';

/** What a Smolfile is used with. */
export interface ResolveOptions extends CallOptions {
  readonly command: Command;
  /** As in `lint`: a release, or a range of which the newest is taken. */
  readonly smolvm?: string;
  /** What a configuration says of releases. */
  readonly config?: Wanted;
  /** The version of the installed smolvm. */
  readonly installed?: string;
  /** What `chooseTarget` came to already; nothing of the above is looked at then. */
  readonly target?: Target;
  /**
   * The flags of the call: a string to split like a shell does, arguments, or a call that was read with the same
   * command and version. `given` and `assumed` say what else is on the command line; `given` is `['smolfile']` when
   * left out.
   */
  readonly flags?: string | readonly string[] | Call;
  /** The host's file system; without it nothing is said of it, and host paths stay as they are written. */
  readonly host?: HostFileSystem;
  /** Which variables the host has; without it, each is taken to be set. */
  readonly environment?: HostEnvironment;
  /** Show what looks like a credential instead of masking it. Values of the host are never read, so never shown. */
  readonly showValues?: boolean;
}

/**
 * What smolvm would make of a Smolfile and flags, without running anything: the merged configuration with the origin
 * of every value, or the refusal (facts 2).
 */
export function resolve(document: SmolfileDocument, options: ResolveOptions): Resolution {
  const { command, host, environment, showValues = false } = options;
  const { smolvm, config, installed } = options;
  const chosen = options.target ?? chooseTarget(document, { asked: { smolvm }, config, installed });
  const { release } = chosen;
  const target: Target = { ...chosen, releases: [release], commands: [command], commandsChosen: true };
  const redaction = redactionFor({ masked: !showValues });
  const call = callOf(options, release);
  const around: Surroundings = {
    settings: document.settingsAt(release),
    call,
    command,
    release,
    redaction,
    host,
    environment,
  };
  const linted = lint(document, {
    call,
    target,
    ...(host && { host }),
  });
  const all = [...call.problems.map((problem) => diagnosticOf(problem, command)), ...withRefusals(linted)];
  const diagnostics = showValues ? all : maskedDiagnostics(document, all);
  const common = {
    target,
    release,
    smolvm: release.version,
    command,
    call,
    masked: !showValues,
    diagnostics,
    ignored: ignoredKeys(around),
  };
  const error = refusal(diagnostics, command, release);
  if (error) return { ...common, accepted: false, error };
  const configured = configurationOf(mergeAll(around), redaction, release);
  return { ...common, accepted: true, ...configured, ...endOf(configured.config, around) };
}

/** What it all comes to: in the guest, or in a pack. */
function endOf(config: Config, around: Surroundings): Pick<Accepted, 'runs' | 'manifest'> {
  if (around.command !== 'pack') return { runs: runsOf(config, around) };
  const manifest = manifestOf(config, around);
  return manifest ? { manifest } : {};
}

/** What a comment silences is not said; smolvm refuses it all the same. */
function withRefusals({ diagnostics, suppressed }: LintResult): readonly Diagnostic[] {
  const refusals = suppressed.filter(({ severity, stage }) => severity === 'error' && REFUSING.has(stage));
  if (refusals.length === 0) return diagnostics;
  return [...diagnostics, ...refusals].toSorted((a, b) => a.range.start - b.range.start);
}

function callOf(
  { command, flags = [], given = ['smolfile'], assumed = [] }: ResolveOptions,
  release: Release,
): Call {
  return isCall(flags) ? flags : readCall(command, release, flags, { given, assumed });
}

function isCall(flags: string | readonly string[] | Call): flags is Call {
  return typeof flags === 'object' && 'uses' in flags;
}

/** The stages at which smolvm refuses; what fails at boot is accepted first. */
const REFUSING: ReadonlySet<Stage | null> = new Set(['args', 'parse', 'config']);

/** smolvm reads its arguments, then makes its checks in an order of its own; it stops at the first mistake. */
function refusal(
  diagnostics: readonly Diagnostic[],
  command: Command,
  release: Release,
): Refused['error'] | undefined {
  const checks = checksOf(command, release);
  const errors = diagnostics.filter(({ severity, stage }) => severity === 'error' && REFUSING.has(stage));
  const placed = errors.map((error) => ({ error, rank: firstRank(error, checks) }));
  // of one check, what stands in the file comes before the flags
  const [first] = placed.toSorted(
    (one, other) =>
      compareRanks(one.rank, other.rank) ||
      Number(one.error.source === 'flags') - Number(other.error.source === 'flags'),
  );
  return first?.error as Refused['error'] | undefined;
}

/** How far smolvm gets until it comes to a refusal. */
function firstRank({ stage, refusing = [] }: Diagnostic, checks: readonly CheckName[]): Rank {
  if (stage === 'args') return [-1];
  const ranks = refusing.map(({ check, rank = [] }): Rank => [placeIn(checks, check), ...rank]);
  return ranks.toSorted(compareRanks)[0] ?? [checks.length];
}

function diagnosticOf(problem: CallProblem, command: Command): Diagnostic {
  const { code, message, help, range, related = [] } = problem;
  return {
    code,
    severity: 'error',
    stage: 'args',
    message,
    why: CALL_PROBLEMS[code].why,
    help: help ?? CALL_PROBLEMS[code].help,
    commands: [command],
    range,
    source: 'flags',
    related,
  };
}
