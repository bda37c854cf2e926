import { CALL_PROBLEMS, readCall, type Call, type CallOptions, type CallProblem } from '../call/index.ts';
import type { SmolfileDocument } from '../document/document.ts';
import type { Command, Diagnostic, Stage } from '../lint/diagnostic.ts';
import type { HostFileSystem } from '../lint/host.ts';
import { explainCode } from '../lint/explain.ts';
import { lint, type LintResult } from '../lint/lint.ts';
import { isSupportedVersion } from '../lint/version.ts';
import { NEWEST } from '../schema/index.ts';
import { configurationOf } from './configuration.ts';
import type { Surroundings } from './elements.ts';
import { ignoredKeys } from './ignored.ts';
import { mergeAll } from './merge.ts';
import { redactionFor, type Redaction } from './redact.ts';
import type { HostEnvironment, Refused, Resolution } from './resolution.ts';

/** What a Smolfile is used with. */
export interface ResolveOptions extends CallOptions {
  readonly command: Command;
  /** As in `lint`: when left out, the file's own version, else the newest known exactly. */
  readonly smolvm?: string;
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
  const asked = [options.smolvm, document.pin?.version];
  const smolvm = asked.find((version) => version !== undefined && isSupportedVersion(version)) ?? NEWEST;
  const redaction = redactionFor({ masked: !showValues });
  const call = callOf(options, smolvm);
  const around: Surroundings = {
    settings: document.settings,
    call,
    command,
    smolvm,
    redaction,
    host,
    environment,
  };
  const linted = lint(document, {
    call,
    ...(options.smolvm !== undefined && { smolvm: options.smolvm }),
    ...(host && { host }),
  });
  const diagnostics = [
    ...call.problems.map((problem) => diagnosticOf(problem, command)),
    ...withRefusals(linted),
  ].map((diagnostic) => maskedDiagnostic(diagnostic, redaction));
  const common = { smolvm, command, call, masked: !showValues, diagnostics, ignored: ignoredKeys(around) };
  const error = refusal(diagnostics);
  if (error) return { ...common, accepted: false, error };
  return { ...common, accepted: true, ...configurationOf(mergeAll(around), redaction) };
}

/** What a comment silences is not said; smolvm refuses it all the same. */
function withRefusals({ diagnostics, suppressed }: LintResult): readonly Diagnostic[] {
  const refusals = suppressed.filter(
    ({ severity, stage }) => severity === 'error' && REFUSING.some((each) => each === stage),
  );
  if (refusals.length === 0) return diagnostics;
  return [...diagnostics, ...refusals].toSorted((a, b) => a.range.start - b.range.start);
}

function callOf(
  { command, flags = [], given = ['smolfile'], assumed = [] }: ResolveOptions,
  smolvm: string,
): Call {
  return isCall(flags) ? flags : readCall(command, smolvm, flags, { given, assumed });
}

function isCall(flags: string | readonly string[] | Call): flags is Call {
  return typeof flags === 'object' && 'uses' in flags;
}

/** smolvm reads its arguments, then the file, then looks at what both come to; it stops at the first mistake. */
const REFUSING: readonly Stage[] = ['args', 'parse', 'config'];

function refusal(diagnostics: readonly Diagnostic[]): Refused['error'] | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  for (const stage of REFUSING) {
    const first = errors.find((error) => error.stage === stage);
    if (first) return first as Refused['error'];
  }
  return undefined;
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

/** A finding quotes what it is about; a fix that would spell a credential is left out. */
function maskedDiagnostic(diagnostic: Diagnostic, redaction: Redaction): Diagnostic {
  const { fix, why, help, ...rest } = diagnostic;
  const isPlain = fix?.edits.every(({ text }) => redaction.text(text) === text) ?? false;
  return {
    ...rest,
    message: redaction.text(diagnostic.message),
    ...(why !== undefined && { why }),
    // a rule's own words hold nothing of the file, and `KEY=VALUE` in them is no credential
    ...(help !== undefined && {
      help: help === explainCode(diagnostic.code)?.help ? help : redaction.text(help),
    }),
    related: diagnostic.related.map((place) => ({ ...place, message: redaction.text(place.message) })),
    ...(fix && isPlain && { fix }),
  };
}
