import {
  lint,
  LineIndex,
  NEWEST,
  parseSmolfile,
  type Command,
  type HostFileSystem,
  type Severity,
} from '@smolfile/core';
import { dirname } from 'node:path';
import type { Source } from '../discover/discover.ts';
import type { Io } from '../io.ts';
import { readSmolfile } from '../read/read-smolfile.ts';
import type { FileReport } from '../reporters/report.ts';

/** What a file is checked for. */
export interface CheckOptions {
  /** Empty: core chooses by the file. */
  readonly commands: readonly Command[];
  readonly smolvm: string | undefined;
  readonly host: HostFileSystem | undefined;
  /** By code; core must know them to tell which comments silence nothing. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}

/**
 * Reads and lints one file. What stops it from being read as text is a finding like others, since smolvm refuses
 * it, too.
 *
 * @throws the file system's error, or FileError, when there is nothing to read.
 */
export function check(
  source: Source,
  { commands, smolvm, host, severities }: CheckOptions,
  io: Io,
): FileReport {
  const { path, file } = source;
  const { text, problem } = readSmolfile(source, commands, io);
  if (problem) {
    return {
      path,
      lines: new LineIndex(text),
      smolvm: smolvm ?? NEWEST,
      commands: problem.commands,
      diagnostics: [problem],
    };
  }
  const document = parseSmolfile(text);
  const result = lint(document, {
    ...(commands.length > 0 && { commands }),
    ...(smolvm !== undefined && { smolvm }),
    ...(host && { host: file === undefined || dirname(file) === io.cwd ? host : { ...host, isGuess: true } }),
    severities,
  });
  return {
    path,
    lines: document.lines,
    smolvm: result.smolvm,
    commands: result.commands,
    diagnostics: result.diagnostics,
    suppressed: result.suppressed.length,
  };
}
