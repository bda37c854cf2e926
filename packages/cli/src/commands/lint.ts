import { NEWEST_RELEASE, type Diagnostic } from '@smolfile/core';
import { SMOLFILE_WORDS } from '@smolfile/host';
import { announceBeyond } from '../arguments/smolvm.ts';
import type { Arguments, CommandSpec } from '../arguments/spec.ts';
import type { Origin } from '../cache/reports.ts';
import { discover, type Discovery, type Source } from '../discover/discover.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { checkApi } from '../lint/api.ts';
import { applyChoices } from '../lint/filter.ts';
import { LINT_OPTIONS, SEVERITIES } from '../lint/option-table.ts';
import { changedOf } from '../lint/changed.ts';
import { readBaseline, withoutBaseline, writeBaseline } from '../lint/baseline.ts';
import { keeperOf } from '../lint/keep.ts';
import { lintRequest, type LintRequest } from '../lint/options.ts';
import { keepInputs, publish } from '../lint/publish.ts';
import { repositoryPath } from '../lint/repository-path.ts';
import { runAll } from '../lint/run-all.ts';
import { configLookup, notIgnored } from '../lint/settings.ts';
import { warn } from '../output/messages.ts';
import { fails, reaches, type FileReport, type LintReport } from '../reporters/report.ts';
import { count, countSeverities } from '../reporters/summary.ts';

/** `smolfile lint`. */
export const lintCommand: CommandSpec = {
  name: 'lint',
  summary: 'Find what smolvm refuses in Smolfiles, and what it does otherwise than written',
  positionals: '[PATH…]',
  maximumPositionals: Number.POSITIVE_INFINITY,
  options: LINT_OPTIONS,
  notes: [
    'PATH is a file, a folder to search, a glob, or `-` for standard input. Without one, the working directory is searched. A file that is named is always linted, whatever its name. After `--`, everything is a PATH.',
    `A search finds files ${SMOLFILE_WORDS}. It leaves out what .gitignore files and the configuration say, .git and node_modules, and does not follow links.`,
    'Flags beat the comment in a file, the comment beats the configuration, and that the defaults.',
  ],
  run: runLint,
};

function runLint(args: Arguments, io: Io): ExitCode {
  const request = lintRequest(args, io.env);
  if (request.api !== undefined) return lintApi(request.api, args.positionals, request, io);
  const discovery = discover(args.positionals, io, request.stdinName);
  const keeper = keeperOf(args.positionals, discovery, request, io);
  const code = lintFiles(discovery, request, keeper?.io ?? io, keeper?.origin);
  keeper?.done(code);
  return code;
}

function lintFiles(discovery: Discovery, request: LintRequest, io: Io, origin: Origin | undefined): ExitCode {
  const configOf = configLookup(request, io);
  const wanted = notIgnored(discovery.sources, configOf, request.forceExclude);
  const sources = request.changed === undefined ? wanted : changedOf(wanted, request.changed, io);
  const baseline = request.baseline && readBaseline(request.baseline.file, request.baseline.update, io);
  keepInputs(sources, request, io);
  announce(discovery, wanted, request, io);
  if (sources.length === 0 && wanted.length > 0) warn(io, 'no Smolfile is changed');
  const done = runAll(sources, request, configOf, io, origin);
  const failed = done.failed || discovery.failures.length > 0;
  const isExcluded =
    sources.length === 0 && discovery.sources.length > 0 && (request.forceExclude || wanted.length > 0);
  if (done.files.length === 0 && !failed && !request.allowEmpty && !isExcluded) return EXIT.usage;

  const all = done.files.map((file) => asAsked(file, request, io));
  if (baseline && request.baseline?.update) writeBaseline(all, baseline, io);
  const compared =
    baseline &&
    withoutBaseline(all, request.baseline?.update ? readBaseline(baseline.shown, false, io) : baseline, io);
  const files = compared?.files ?? all;
  // After nothing but failures, a report would say that all is well.
  if (files.length > 0 || !failed) {
    const report = { ...reportOf(files, request), baselined: compared?.hidden ?? 0 };
    publish(report, request, done.output, io);
  }
  if (compared && compared.gone > 0) sayWhatIsGone(compared.gone, io);
  announceBeyond(
    files.flatMap(({ target }) => target ?? []),
    io,
  );
  if (!failed || done.changed > 0) sayWhatWasFixed(done, files, request, io);
  if (failed) return EXIT.failure;
  if (request.fix === 'diff') return done.changed > 0 ? EXIT.findings : EXIT.clean;
  return files.some(fails) ? EXIT.findings : EXIT.clean;
}

/** A report with the findings that are wanted; one without any as it is, of which there may be many. */
function asAsked(file: FileReport, request: LintRequest, io: Io): FileReport {
  const { failOn = file.failOn } = request;
  const place = repositoryPath(file.path, io);
  // not `{ ...file, ...place }`, for which V8 makes a shape of its own for each
  if (!hasFindings(file)) return place.repositoryPath === undefined ? file : Object.assign(place, file);
  return {
    ...file,
    ...(failOn !== undefined && { failOn }),
    ...place,
    diagnostics: applyChoices(file.diagnostics, request),
    suppressed: applyChoices(file.suppressed ?? [], request),
  };
}

function hasFindings({ diagnostics, suppressed = [] }: FileReport): boolean {
  return diagnostics.length + suppressed.length > 0;
}

/** The body of a request, in place of Smolfiles. */
function lintApi(body: string, smolfiles: readonly string[], request: LintRequest, io: Io): ExitCode {
  const { failOn } = request;
  const report = checkApi(body, smolfiles, request, io);
  const file: FileReport = {
    ...report,
    ...(failOn !== undefined && { failOn }),
    ...repositoryPath(report.path, io),
    diagnostics: applyChoices(report.diagnostics, request),
  };
  publish(reportOf([file], request), request, io.stdout, io);
  return fails(file) ? EXIT.findings : EXIT.clean;
}

function announce(
  { warnings, failures, empty, sources }: Discovery,
  left: readonly Source[],
  { allowEmpty, forceExclude }: LintRequest,
  io: Io,
): void {
  for (const message of [...warnings, ...failures]) warn(io, message);
  if (allowEmpty) return;
  for (const given of empty) {
    warn(io, `no Smolfile ${given === '.' ? 'in or below the working directory' : `matches ${given}`}`);
  }
  if (left.length === 0 && sources.length > 0 && !forceExclude)
    warn(io, 'the configuration ignores every Smolfile that was found');
}

function reportOf(files: readonly FileReport[], { smolvm, quiet }: LintRequest): LintReport {
  const found = countSeverities(files.flatMap(({ diagnostics }) => diagnostics));
  const versions = new Set(files.map((file) => file.smolvm));
  const [only] = versions;
  const target = versions.size === 1 && only !== undefined ? only : (smolvm ?? NEWEST_RELEASE.version);
  if (!quiet) return { smolvm: target, files, counts: found, hidden: 0 };
  const shown = files.map((file) => {
    if (!hasFindings(file)) return file;
    const { failOn = 'error' } = file;
    const isShown = ({ severity }: Diagnostic): boolean => severity === 'error' || reaches(severity, failOn);
    return { ...file, diagnostics: file.diagnostics.filter(isShown) };
  });
  const counts = countSeverities(shown.flatMap(({ diagnostics }) => diagnostics));
  const before = files.reduce((sum, { hidden = 0 }) => sum + hidden, 0);
  const hidden = SEVERITIES.reduce((sum, severity) => sum + found[severity] - counts[severity], before);
  return { smolvm: target, files: shown, counts, hidden };
}

function sayWhatIsGone(gone: number, io: Io): void {
  warn(
    io,
    `${count(gone, 'finding')} of the baseline ${gone === 1 ? 'is' : 'are'} gone: \`--update-baseline\` makes it smaller`,
  );
}

function sayWhatWasFixed(
  { fixed, changed }: { readonly fixed: number; readonly changed: number },
  files: readonly FileReport[],
  { fix, unsafeFixes }: LintRequest,
  io: Io,
): void {
  if (fix === 'no') return;
  const likely = files.flatMap(({ diagnostics }) => diagnostics.filter((one) => one.fix?.safe === false));
  const more =
    unsafeFixes || likely.length === 0
      ? ''
      : `; ${count(likely.length, 'more finding')} with \`--unsafe-fixes\``;
  if (changed === 0) warn(io, `${fix === 'diff' ? 'nothing to fix' : 'nothing was fixed'}${more}`);
  else
    warn(
      io,
      `${fix === 'diff' ? 'would fix' : 'fixed'} ${count(fixed, 'finding')} in ${count(changed, 'file')}${more}`,
    );
}
