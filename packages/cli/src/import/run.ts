import { wordsFromArgv, jsonText } from '@smolfile/core';
import { importSource, type ImportedFile, type ImportResult } from '@smolfile/core/import';
import { repositoryOf } from '@smolfile/host';
import { join, relative, resolve } from 'node:path';
import type { Arguments } from '../arguments/spec.ts';
import { FileError, reasonOf, UsageError } from '../failure.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { warn } from '../output/messages.ts';
import { styleFor } from '../output/style.ts';
import { writeFile, writeNewFile } from '../output/write-file.ts';
import { differencesOf } from './check.ts';
import { importRequest, type ImportRequest } from './options.ts';
import { renderReport } from './report.ts';
import { findSource, readerOf, type FoundSource } from './source.ts';

/** Does what `smolfile import` was asked for. */
export function runImport(args: Arguments, io: Io): ExitCode {
  const request = importRequest(args);
  const source = sourceOf(request, io);
  const result = importSource(source.text, {
    path: source.path,
    reader: readerOf(source.folder, repositoryOf(source.folder, io.fs) ?? source.folder, io),
    variables: (name) => (name === 'HOME' ? io.env['HOME'] : undefined),
    init: request.init,
    ...(request.commandLine ? { from: 'docker-run' } : request.from && { from: request.from }),
    ...(request.service !== undefined && { service: request.service }),
    ...(request.target !== undefined && { target: request.target }),
    ...(request.smolvm !== undefined && { smolvm: request.smolvm }),
  });
  const code =
    result.problems.length > 0 ? refuse(result, request, io) : deliver(result, request, source, io);
  return code;
}

function sourceOf({ commandLine, source }: ImportRequest, io: Io): FoundSource {
  if (!commandLine) return findSource(source, io);
  return { text: wordsFromArgv(commandLine).text, path: '', folder: io.cwd };
}

function refuse(result: ImportResult, { format }: ImportRequest, io: Io): ExitCode {
  if (format === 'json') io.stdout.write(json(result, () => ''));
  for (const { source, message, help } of result.problems) {
    const place = `${source.path === '' ? 'docker run' : source.path}:${source.start.line}:${source.start.column}`;
    warn(io, `${place}: ${message}`);
    if (help !== undefined) io.stderr.write(`  ${help}\n`);
  }
  return EXIT.findings;
}

function deliver(result: ImportResult, request: ImportRequest, source: FoundSource, io: Io): ExitCode {
  const { files } = result;
  const { output } = request;
  if (output !== undefined && files.length > 1) {
    const names = files.map(({ service }) => service ?? '').join(', ');
    throw new UsageError(
      '`--output` is one file, and there are several services',
      `Choose one with \`--service\`: ${names}.`,
    );
  }
  const pathOf = (file: ImportedFile) =>
    output === undefined || output === '-' ? join(source.folder, file.name) : resolve(io.cwd, output);
  const shownOf = (file: ImportedFile) =>
    output === '-' ? '-' : relative(io.cwd, pathOf(file)) || file.name;
  if (request.check) return check(files, pathOf, shownOf, io);
  if (output === '-') {
    if (request.format === 'text') io.stdout.write(files[0]?.text ?? '');
  } else {
    write(files, pathOf, shownOf, request, io);
  }
  report(result, request, shownOf, source, io);
  return EXIT.clean;
}

type OfFile = (file: ImportedFile) => string;

function check(files: readonly ImportedFile[], pathOf: OfFile, shownOf: OfFile, io: Io): ExitCode {
  const lines = files.flatMap((file) => differencesOf(file, pathOf(file), shownOf(file), io));
  for (const line of lines) io.stdout.write(`${line}\n`);
  warn(
    io,
    lines.length === 0
      ? `${files.map(shownOf).join(', ')}: up to date`
      : 'import again, or change it by hand',
  );
  return lines.length === 0 ? EXIT.clean : EXIT.findings;
}

/** All of them or none: what is in the way of one is found before any is written. */
function write(
  files: readonly ImportedFile[],
  pathOf: OfFile,
  shownOf: OfFile,
  { output }: ImportRequest,
  io: Io,
): void {
  if (output !== undefined) {
    for (const file of files) writeFile(output, file.text, io);
    return;
  }
  const taken = files.filter((file) => io.fs.lstatSync(pathOf(file), { throwIfNoEntry: false }));
  if (taken.length > 0) throw existing(taken.map(shownOf));
  for (const file of files) {
    try {
      writeNewFile(pathOf(file), file.text, io.fs);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw existing([shownOf(file)]);
      throw new FileError(`cannot write ${shownOf(file)}: ${reasonOf(error)}`);
    }
  }
}

function existing(names: readonly string[]): UsageError {
  const [first = ''] = names;
  return new UsageError(
    `${names.join(', ')} exist${names.length === 1 ? 's' : ''} already, and stay${names.length === 1 ? 's' : ''} as ${names.length === 1 ? 'it is' : 'they are'}`,
    names.length === 1
      ? `\`--output ${first}\` replaces it, \`--output -\` prints, \`--check\` compares.`
      : '`--check` compares; with `--service NAME --output FILE` one of them is replaced.',
  );
}

function report(
  result: ImportResult,
  { format, output, color }: ImportRequest,
  shownOf: OfFile,
  source: FoundSource,
  io: Io,
): void {
  if (format === 'json') {
    io.stdout.write(json(result, shownOf));
    return;
  }
  // what goes to standard output must be a Smolfile and nothing else
  const to = output === '-' ? io.stderr : io.stdout;
  const style = styleFor(to, color, io.env);
  const texts = result.files.map((file) => {
    const from = source.path === '' ? '`docker run`' : source.path;
    const what = file.service === undefined ? from : `service ${file.service} of ${from}`;
    return renderReport(file, output === '-' ? what : `${shownOf(file)}, from ${what}`, style);
  });
  to.write(texts.join('\n'));
}

function json({ from, files, problems }: ImportResult, shownOf: OfFile): string {
  const written = files.map((file) => ({
    path: shownOf(file),
    ...(file.service !== undefined && { service: file.service }),
    text: file.text,
    report: file.report,
  }));
  return `${jsonText({ formatVersion: 1, from: from ?? null, files: written, problems }, 2)}\n`;
}
