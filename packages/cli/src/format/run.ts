import { format, applyEdits, parseSmolfile } from '@smolfile/core';
import type { Arguments } from '../arguments/spec.ts';
import { discover, type Source } from '../discover/discover.ts';
import { FileError, isSystemError, reasonOf } from '../failure.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { configLookup, notIgnored } from '../lint/settings.ts';
import { internalError, warn } from '../output/messages.ts';
import { clearing, progressOf } from '../output/progress.ts';
import { styleFor } from '../output/style.ts';
import { unifiedDiff } from '../output/unified-diff.ts';
import { writeDiff } from '../output/workflow-commands.ts';
import { rewrite } from '../output/write-file.ts';
import { readSmolfile } from '../read/read-smolfile.ts';
import { count } from '../reporters/summary.ts';
import { visible } from '../reporters/visible.ts';
import { formatRequest, type FormatRequest } from './options.ts';

/** Runs `smolfile fmt`: what happens to one file stops none of the others. */
export function runFormat(args: Arguments, io: Io): ExitCode {
  const request = formatRequest(args);
  const discovery = discover(args.positionals, io, request.stdinName);
  const sources = notIgnored(discovery.sources, configLookup(request, io), request.forceExclude);
  for (const message of [...discovery.warnings, ...discovery.failures]) warn(io, message);
  if (request.forceExclude && sources.length === 0 && discovery.sources.length > 0) return EXIT.clean;
  if (sources.length === 0 && discovery.failures.length === 0) return nothing(discovery.empty, request, io);

  let failed = discovery.failures.length > 0;
  let changed = 0;
  const progress = progressOf(sources.length, 'files', io);
  const quiet = { ...io, stderr: clearing(io.stderr, progress), stdout: clearing(io.stdout, progress) };
  for (const source of sources) {
    try {
      if (formatFile(source, request, quiet)) changed++;
    } catch (error) {
      complain(error, source, quiet);
      failed = true;
    }
    progress.step();
  }
  progress.clear();
  if (!failed || changed > 0) summarize(sources, changed, request, io);
  if (failed) return EXIT.failure;
  return changed > 0 && request.mode !== 'write' ? EXIT.findings : EXIT.clean;
}

function nothing(empty: readonly string[], { allowEmpty }: FormatRequest, io: Io): ExitCode {
  if (allowEmpty) return EXIT.clean;
  for (const given of empty) {
    warn(io, `no Smolfile ${given === '.' ? 'in or below the working directory' : `matches ${given}`}`);
  }
  if (empty.length === 0) warn(io, 'the configuration ignores every Smolfile that was found');
  return EXIT.usage;
}

/** @returns whether the file was not formatted. */
function formatFile(source: Source, { mode, sortKeys, color }: FormatRequest, io: Io): boolean {
  const { file, path } = source;
  const { text, bytes, problem } = readSmolfile(source, [], io);
  if (problem || !bytes)
    throw new FileError(`cannot format ${path}: ${problem?.message ?? 'it cannot be read'}`);
  const document = parseSmolfile(text);
  const after = applyEdits(text, format(document, { sortKeys }));
  const { length } = document.errors;
  if (length > 0)
    warn(
      io,
      `${path} has ${count(length, 'syntax error')}; ${length === 1 ? 'its statement stays' : 'their statements stay'} as written`,
    );
  if (mode === 'write') {
    if (file === undefined) io.stdout.write(after);
    else if (after !== text) rewrite(file, path, bytes, after, io, 'format');
  } else if (after !== text) {
    if (mode === 'check') io.stdout.write(`${visible(path)}\n`);
    else {
      const style = styleFor(io.stdout, color, io.env);
      writeDiff(io.stdout, unifiedDiff(path, { before: text, after }, style, io.stdout.isTerminal()));
    }
  }
  return after !== text;
}

function complain(error: unknown, { path }: Source, io: Io): void {
  if (error instanceof FileError && error.message.startsWith('cannot ')) warn(io, error.message);
  else if (error instanceof FileError || isSystemError(error))
    warn(io, `cannot read ${path}: ${reasonOf(error)}`);
  else internalError(io, error, `formatting ${path}`);
}

function summarize(sources: readonly Source[], changed: number, { mode }: FormatRequest, io: Io): void {
  if (sources.every(({ file }) => file === undefined)) return;
  if (changed > 0) warn(io, `${mode === 'write' ? 'formatted' : 'would format'} ${count(changed, 'file')}`);
  else warn(io, mode === 'write' ? 'nothing to format' : 'everything is formatted');
}
