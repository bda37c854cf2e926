import {
  credentialRanges,
  credentialsInText,
  LineIndex,
  lint,
  maskedDiagnostics,
  NEWEST_RELEASE,
  parseSmolfile,
  type Command,
  type ConfigSettings,
  type Diagnostic,
  type HostFileSystem,
  type LintOptions,
  type Severity,
  type TextRange,
} from '@smolfile/core';
import type { Origin } from '../cache/reports.ts';
import { answerOf, type Circumstances, type Results } from '../cache/results.ts';
import type { Source } from '../discover/discover.ts';
import type { Io } from '../io.ts';
import { readSmolfile } from '../read/read-smolfile.ts';
import { reaches, type FileReport } from '../reporters/report.ts';

/** What a file is checked for. */
export interface CheckOptions {
  /** Empty: the configuration chooses, else core by the file. */
  readonly commands: readonly Command[];
  readonly smolvm: string | undefined;
  readonly host: HostFileSystem | undefined;
  /** By code; core must know them to tell which comments silence nothing. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** What the configuration says; absent when there is none. */
  readonly settings?: ConfigSettings | undefined;
  /** What earlier runs found out, to be believed and added to; nothing when left out. */
  readonly results?: Results;
  /** What makes such a result hold. */
  readonly circumstances?: Circumstances;
  /** Told what the report comes from. */
  readonly origin?: Origin;
  /** Whether only the number is wanted of findings that fail no check. */
  readonly onlyFailing?: boolean;
}

/**
 * Reads and lints one file. What stops it from being read as text is a finding like others, since smolvm refuses
 * it, too.
 *
 * @throws the file system's error, or FileError, when there is nothing to read.
 */
export function check(source: Source, options: CheckOptions, io: Io): FileReport {
  const { results, circumstances, host, origin } = options;
  const { text, bytes, problem } = readSmolfile(source, commandsOf(options), io);
  if (origin && (problem || !bytes)) origin.isWhole = false;
  if (problem) return unreadable(source, text, problem, options);
  if (!results || !circumstances || !bytes) return checkText(source, text, options);
  const key = results.keyOf(bytes, circumstances);
  const known = results.outcomeOf(key, host);
  const { path } = source;
  if (known && known.findings + known.silenced === 0) {
    origin?.add({ path, key }, known.answers, 0);
    return cleanReport(path, known.smolvm);
  }
  const answers = new Map<string, string>();
  const report = checkText(source, text, options, host && listening(host, answers));
  const { smolvm, diagnostics, suppressed = [], target, hidden = 0 } = report;
  const isHarmless = !diagnostics.some((one) => isFailing(one, options));
  const findings = diagnostics.length + hidden;
  // Paths are kept, to be asked of again: those that hold a password are not.
  const isPublic = Array.from(answers.keys()).every((asked) => credentialsInText(asked).length === 0);
  // What is not known exactly may be known tomorrow, and is said each time.
  const isExact = target?.release.isBeyond === false;
  if (isExact) origin?.add({ path, key }, answers, findings);
  else if (origin) origin.isWhole = false;
  if (isHarmless && isPublic && isExact)
    results.add(key, { smolvm, findings, silenced: suppressed.length }, answers);
  return report;
}

const NO_LINES = new LineIndex('');
const NONE: readonly never[] = [];

/** The report of a file in which there is nothing to be shown. */
export function cleanReport(path: string, smolvm: string, more: Partial<FileReport> = {}): FileReport {
  return { path, lines: NO_LINES, smolvm, commands: NONE, diagnostics: NONE, ...more };
}

/** The same host; what it answers is put down. */
function listening(host: HostFileSystem, answers: Map<string, string>): HostFileSystem {
  return {
    ...host,
    inspect(path) {
      answers.set(path, answerOf(host, path));
      return host.inspect(path);
    },
  };
}

/** The report of a file that is no document. */
export function unreadable(
  { path }: Source,
  text: string,
  problem: Diagnostic,
  options: CheckOptions,
): FileReport {
  const { settings, smolvm = settings?.smolvm ?? NEWEST_RELEASE.version } = options;
  const document = parseSmolfile(text);
  return {
    path,
    lines: document.lines,
    smolvm,
    commands: problem.commands,
    diagnostics: [problem],
    masks: masksOf(text),
  };
}

/** The commands that were asked for; none when the file decides. */
export function commandsOf({ commands, settings }: CheckOptions): readonly Command[] {
  return commands.length > 0 ? commands : (settings?.commands ?? []);
}

/** Lints a text. */
export function checkText(
  { path }: Source,
  text: string,
  options: CheckOptions,
  host: HostFileSystem | undefined = options.host,
): FileReport {
  const document = parseSmolfile(text);
  const { smolvm, target, commands, diagnostics, suppressed } = lint(document, lintOptions(options, host));
  // what nobody is going to see need not be masked, which takes as long as half of the rules
  const wanted = options.onlyFailing ? diagnostics.filter((one) => isFailing(one, options)) : diagnostics;
  return {
    path,
    lines: document.lines,
    smolvm,
    target,
    commands,
    diagnostics: maskedDiagnostics(document, wanted),
    hidden: diagnostics.length - wanted.length,
    suppressed: maskedDiagnostics(document, suppressed),
    masks: masksOf(text),
  };
}

/** Whether a finding is an error, or fails the check as the configuration has it. */
function isFailing({ severity }: Diagnostic, { settings }: CheckOptions): boolean {
  return severity === 'error' || reaches(severity, settings?.failOn ?? 'error');
}

/** Keeps the text and not the document: a report has those of all files. */
function masksOf(text: string): () => readonly TextRange[] {
  let known: readonly TextRange[] | undefined;
  return () => (known ??= credentialRanges(parseSmolfile(text)));
}

/** What to ask of core. What was asked for beats the configuration. */
export function lintOptions(
  { commands, smolvm, severities, settings }: CheckOptions,
  host: HostFileSystem | undefined,
): LintOptions {
  return {
    ...(commands.length > 0 && { commands }),
    ...(smolvm !== undefined && { smolvm }),
    ...(settings && { config: settings }),
    ...(host && { host }),
    severities: new Map([...(settings?.severities ?? []), ...severities]),
  };
}
