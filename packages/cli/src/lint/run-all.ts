import type { ConfigSettings } from '@smolfile/core';
import { hostFileSystem, rememberingHost } from '@smolfile/host';
import { dirname } from 'node:path';
import type { Origin } from '../cache/reports.ts';
import type { Circumstances } from '../cache/results.ts';
import type { ConfigOfFile } from '../config/load.ts';
import type { Source } from '../discover/discover.ts';
import { FileError, isSystemError, reasonOf } from '../failure.ts';
import { inLittleMemory } from '../garbage.ts';
import type { Io, Output } from '../io.ts';
import { internalError, warn } from '../output/messages.ts';
import { clearing, progressOf } from '../output/progress.ts';
import { styleFor } from '../output/style.ts';
import { unifiedDiff } from '../output/unified-diff.ts';
import { writeDiff } from '../output/workflow-commands.ts';
import type { FileReport } from '../reporters/report.ts';
import { check, cleanReport, type CheckOptions } from './check.ts';
import { fixFile } from './fix.ts';
import type { LintRequest } from './options.ts';

/** What became of all files. */
export interface Done {
  readonly files: readonly FileReport[];
  /** Whether a file could not be read or written. */
  readonly failed: boolean;
  /** How many findings were fixed, or would be. */
  readonly fixed: number;
  /** How many files changed, or would. */
  readonly changed: number;
  /** Where the report goes that has no file. */
  readonly output: Output | undefined;
}

/**
 * Checks, fixes or compares each file; what happens to one of them stops none of the others.
 *
 * @param origin told what the reports come from.
 */
export function runAll(
  sources: readonly Source[],
  request: LintRequest,
  configFor: (source: Source) => ConfigOfFile | undefined,
  io: Io,
  origin?: Origin,
): Done {
  const options = optionsFor(request, configFor, io, origin);
  const files: FileReport[] = [];
  const totals = { fixed: 0, changed: 0, unwritten: 0 };
  let failed = false;
  const progress = progressOf(sources.length, 'files', io);
  const quiet = { ...io, stderr: clearing(io.stderr, progress), stdout: clearing(io.stdout, progress) };
  for (const source of inLittleMemory(sources)) {
    try {
      const own = options(source);
      const report =
        request.fix === 'no' ? check(source, own, quiet) : fix(source, own, request, totals, quiet);
      const { failOn } = own.settings ?? {};
      files.push(failOn === undefined ? spare(report) : { failOn, ...spare(report) });
    } catch (error) {
      complain(error, source, quiet);
      failed = true;
    }
    progress.step();
  }
  progress.clear();
  const { fixed, changed, unwritten } = totals;
  return { files, failed: failed || unwritten > 0, fixed, changed, output: outputFor(sources, request, io) };
}

/** What is left of a file in which nothing was found: with all there is of each, memory would grow with their number. */
function spare(report: FileReport): FileReport {
  const { path, smolvm, target, fixed, diagnostics, suppressed = [], hidden = 0 } = report;
  if (diagnostics.length + suppressed.length > 0) return report;
  return cleanReport(path, smolvm, {
    ...(fixed !== undefined && { fixed }),
    ...(target?.release.isBeyond === true && { target }),
    ...(hidden > 0 && { hidden }),
  });
}

/** Standard output belongs to a diff, or to standard input's fixed text. */
function outputFor(sources: readonly Source[], { fix: mode }: LintRequest, io: Io): Output | undefined {
  if (mode === 'diff') return undefined;
  return mode === 'write' && sources.some(({ file }) => file === undefined) ? io.stderr : io.stdout;
}

function complain(error: unknown, { path }: Source, io: Io): void {
  if (error instanceof FileError && error.message.startsWith('cannot ')) warn(io, error.message);
  else if (error instanceof FileError || isSystemError(error))
    warn(io, `cannot read ${path}: ${reasonOf(error)}`);
  else internalError(io, error, `checking ${path}`);
}

function optionsFor(
  request: LintRequest,
  configFor: (source: Source) => ConfigOfFile | undefined,
  io: Io,
  origin: Origin | undefined,
): (source: Source) => CheckOptions {
  const { commands, smolvm, useHost, useResults, overrides, select } = request;
  const host = useHost ? rememberingHost(hostFileSystem(io.cwd, io)) : undefined;
  const guessed = host && { ...host, isGuess: true };
  const results = useResults && request.fix === 'no' ? io.results : undefined;
  const asked = askedBy(request);
  const onlyFailing = isOnlyFailing(request);
  return (source) => {
    const config = configFor(source);
    const settings = config?.settings;
    // Relative paths start where smolvm is called: where the file lies elsewhere, that is only a guess.
    const guess = source.file !== undefined && dirname(source.file) !== io.cwd;
    const circumstances: Circumstances = {
      host: !useHost ? 'nothing' : guess ? 'guess' : 'here',
      asked,
      ...(config && { config: { text: config.text, below: config.below, searched: source.searched } }),
    };
    return {
      commands,
      smolvm,
      severities: overrides,
      host: settings?.hostChecks === false ? undefined : guess ? guessed : host,
      settings: settings && selected(settings, select),
      ...(results && { results, circumstances }),
      ...(origin && { origin }),
      onlyFailing,
    };
  };
}

/** Whether `--quiet` hides what no other option asks for. */
function isOnlyFailing(request: LintRequest): boolean {
  const { quiet, failOn, baseline, select, ignore, severities } = request;
  const asksForMore = request.fix !== 'no' || failOn !== undefined || baseline !== undefined;
  return quiet && !asksForMore && select.size + ignore.size + severities.size === 0;
}

/** Who selects a code by a flag wants to see it, whatever the configuration silences. */
function selected(settings: ConfigSettings, select: ReadonlySet<string>): ConfigSettings {
  if (select.size === 0) return settings;
  const severities = [...settings.severities].filter(([code, level]) => level !== 'off' || !select.has(code));
  return { ...settings, severities: new Map(severities) };
}

/** What options ask for that changes what is found; empty without any. */
function askedBy({ commands, smolvm, overrides, select }: LintRequest): string {
  const asked = [commands, smolvm ?? [], [...overrides], [...select]];
  return asked.every(({ length }) => length === 0) ? '' : JSON.stringify(asked);
}

function fix(
  source: Source,
  options: CheckOptions,
  { fix: mode, unsafeFixes, color }: LintRequest,
  totals: { fixed: number; changed: number; unwritten: number },
  io: Io,
): FileReport {
  const fixed = fixFile(source, options, unsafeFixes, mode === 'write', io);
  const { report, count, change, text, failure } = fixed;
  if (failure) {
    complain(failure, source, io);
    totals.unwritten++;
  }
  if (change) {
    totals.fixed += count;
    totals.changed++;
  }
  if (mode === 'diff') {
    const style = styleFor(io.stdout, color, io.env);
    if (change) writeDiff(io.stdout, unifiedDiff(source.path, change, style, io.stdout.isTerminal()));
  } else if (source.file === undefined && text !== undefined) {
    io.stdout.write(text);
  }
  return report;
}
