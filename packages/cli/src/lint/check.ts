import {
  COMMANDS,
  lint,
  LineIndex,
  NEWEST,
  parseSmolfile,
  type Command,
  type Diagnostic,
  type HostFileSystem,
  type Severity,
} from '@smolfile/core';
import type { Source } from '../discover/discover.ts';
import type { Io } from '../io.ts';
import { invalidUtf8, LARGEST_FILE, tooLarge } from '../read/file-findings.ts';
import { readDescriptor, readRegularFile } from '../read/read-file.ts';
import { decode } from '../read/utf8.ts';
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
  const bytes =
    file === undefined
      ? readDescriptor(io.fs, io.stdin, LARGEST_FILE, 0)
      : readRegularFile(io.fs, file, LARGEST_FILE);
  const asked = commands.length > 0 ? commands : COMMANDS.filter((command) => command !== 'pack');
  const unread = (text: string, diagnostic: Diagnostic): FileReport => ({
    path,
    lines: new LineIndex(text),
    smolvm: smolvm ?? NEWEST,
    commands: asked,
    diagnostics: [diagnostic],
  });
  if (!bytes) return unread('', tooLarge(asked));
  const { text, invalid } = decode(bytes);
  if (invalid) return unread(text, invalidUtf8(invalid, bytes, asked));

  const document = parseSmolfile(text);
  const result = lint(document, {
    ...(commands.length > 0 && { commands }),
    ...(smolvm !== undefined && { smolvm }),
    ...(host && { host }),
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
