import { NEWEST, type Severity } from '@smolfile/core';
import type { Arguments } from '../arguments/parse.ts';
import type { CommandSpec } from '../arguments/spec.ts';
import { discover, type Discovery } from '../discover/discover.ts';
import { FileError, isSystemError, reasonOf } from '../failure.ts';
import { hostFileSystem } from '../host-file-system.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { check } from '../lint/check.ts';
import { applyChoices } from '../lint/filter.ts';
import { LINT_OPTIONS, lintRequest, type LintRequest } from '../lint/options.ts';
import { internalError, warn } from '../output/messages.ts';
import { styleFor } from '../output/style.ts';
import { writeFile } from '../output/write-file.ts';
import type { FileReport, LintReport } from '../reporters/report.ts';
import { countSeverities } from '../reporters/summary.ts';

/** `smolfile lint`. */
export const lintCommand: CommandSpec = {
  name: 'lint',
  summary: 'Find what smolvm refuses in Smolfiles, and what it does otherwise than written',
  positionals: '[PATH…]',
  maximumPositionals: Number.POSITIVE_INFINITY,
  options: LINT_OPTIONS,
  notes: [
    'PATH is a file, a folder to search, a glob, or `-` for standard input. Without one, the working directory is searched. A file that is named is always linted, whatever its name. After `--`, everything is a PATH.',
    'A search finds files named Smolfile, Smolfile.NAME, .Smolfile, NAME.smolfile and NAME.Smolfile, and those whose names have something before it that ends with `-`, `_` or `.`, such as web-Smolfile and owner__Smolfile.kotlin. It leaves out what .gitignore files say, .git and node_modules, and does not follow links to folders.',
  ],
  run: runLint,
};

function runLint(args: Arguments, io: Io): ExitCode {
  const request = lintRequest(args);
  const discovery = discover(args.positionals, io, request.stdinName);
  announce(discovery, request, io);
  const { files, failed } = checkAll(discovery, request, io);
  if (files.length === 0 && !failed && !request.allowEmpty) return EXIT.usage;

  const chosen = files.map((file) => ({ ...file, diagnostics: applyChoices(file.diagnostics, request) }));
  const found = countSeverities(chosen.flatMap(({ diagnostics }) => diagnostics));
  // After nothing but failures, a report would say that all is well.
  if (files.length > 0 || !failed) publish(reportOf(chosen, found, request), request, io);
  if (failed) return EXIT.failure;
  return reaches(found, request.failOn) ? EXIT.findings : EXIT.clean;
}

interface Checked {
  readonly files: FileReport[];
  readonly failed: boolean;
}

function checkAll(discovery: Discovery, request: LintRequest, io: Io): Checked {
  const { commands, smolvm, useHost, severities, ignore } = request;
  const off = [...ignore].map((code) => [code, 'off'] as const);
  const options = {
    commands,
    smolvm,
    host: useHost ? hostFileSystem(io) : undefined,
    severities: new Map<string, Severity | 'off'>([...severities, ...off]),
  };
  const files: FileReport[] = [];
  let failed = discovery.failures.length > 0;
  for (const source of discovery.sources) {
    try {
      files.push(check(source, options, io));
    } catch (error) {
      const isTheFiles = error instanceof FileError || isSystemError(error);
      if (isTheFiles) warn(io, `cannot read ${source.path}: ${reasonOf(error)}`);
      else internalError(io, error, `checking ${source.path}`);
      failed = true;
    }
  }
  return { files, failed };
}

function announce({ warnings, failures, empty }: Discovery, request: LintRequest, io: Io): void {
  for (const message of [...warnings, ...failures]) warn(io, message);
  if (request.allowEmpty) return;
  for (const given of empty) {
    warn(io, `no Smolfile ${given === '.' ? 'in or below the working directory' : `matches ${given}`}`);
  }
}

function reportOf(
  files: readonly FileReport[],
  found: Record<Severity, number>,
  request: LintRequest,
): LintReport {
  const versions = new Set(files.map(({ smolvm }) => smolvm));
  const [only] = versions;
  const smolvm = versions.size === 1 && only !== undefined ? only : (request.smolvm ?? NEWEST);
  if (!request.quiet) return { smolvm, files, counts: found, hidden: 0 };
  return {
    smolvm,
    files: files.map((file) => ({
      ...file,
      diagnostics: file.diagnostics.filter(({ severity }) => severity === 'error'),
    })),
    counts: { error: found.error, warning: 0, info: 0 },
    hidden: found.warning + found.info,
  };
}

function publish(report: LintReport, { targets, color }: LintRequest, io: Io): void {
  for (const { reporter, file } of targets) {
    const style = styleFor(file === undefined ? io.stdout : undefined, color, io.env);
    const text = reporter.render(report, style);
    if (file === undefined) io.stdout.write(text);
    else writeFile(file, text, io);
  }
}

function reaches(found: Record<Severity, number>, threshold: LintRequest['failOn']): boolean {
  if (threshold === 'never') return false;
  if (found.error > 0) return true;
  if (threshold === 'error') return false;
  return found.warning > 0 || (threshold === 'info' && found.info > 0);
}
