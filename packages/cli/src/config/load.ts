import {
  isIgnored,
  LineIndex,
  parseConfig,
  settingsFor,
  type Config,
  type ConfigSettings,
} from '@smolfile/core';
import { basename, dirname, relative, sep } from 'node:path';
import { displayPath } from '../discover/names.ts';
import { ConfigError, FileError, reasonOf, UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { styleFor, type ColorChoice } from '../output/style.ts';
import { readRegularFile } from '../read/read-file.ts';
import { decode } from '../read/utf8.ts';
import { frame } from '../reporters/frame.ts';
import type { Style } from '../reporters/report.ts';
import { visible } from '../reporters/visible.ts';

const LARGEST = 1024 * 1024;
const known = new WeakMap<Io, Map<string, Config>>();

/** What a configuration says of one file. */
export interface FileConfig {
  readonly settings: ConfigSettings;
  /** Whether a search leaves the file out. */
  readonly ignored: boolean;
}

/**
 * Reads a configuration, once, and asks it about a file.
 *
 * @param path of the configuration; absolute, as is `file`.
 * @throws ConfigError with the places that are wrong; FileError when it cannot be read.
 */
export function configOf(path: string, file: string, color: ColorChoice, io: Io): FileConfig {
  const configs = known.get(io) ?? new Map<string, Config>();
  known.set(io, configs);
  const config = configs.get(path) ?? load(path, color, io);
  configs.set(path, config);
  const below = relative(dirname(path), file).split(sep).join('/');
  return { settings: settingsFor(config, below), ignored: isIgnored(config, below) };
}

function load(path: string, color: ColorChoice, io: Io): Config {
  const shown = displayPath(path, path, io.cwd);
  const text = read(path, shown, io);
  const { config, problems } = parseConfig(text, basename(path));
  if (config) return config;
  const style = styleFor(io.stderr, color, io.env);
  const lines = new LineIndex(text);
  const blocks = problems.map((problem) => finding(problem, shown, lines, style));
  throw new ConfigError(
    `${blocks.join('\n')}\nsmolfile: ${visible(shown)} cannot be used; nothing was checked\n`,
  );
}

function read(path: string, shown: string, { fs }: Io): string {
  let bytes;
  try {
    bytes = readRegularFile(fs, path, LARGEST);
  } catch (error) {
    throw new FileError(`cannot read ${shown}: ${reasonOf(error)}`);
  }
  if (!bytes)
    throw new UsageError(`${shown} is larger than ${LARGEST / 1024 / 1024} MiB, the most that is read`);
  const { text, invalid } = decode(bytes);
  if (invalid)
    throw new UsageError(`${shown} is not valid UTF-8 (byte ${invalid.byte})`, 'Save it as UTF-8.');
  return text;
}

function finding(
  { range, message, help }: ReturnType<typeof parseConfig>['problems'][number],
  path: string,
  lines: LineIndex,
  style: Style,
): string {
  const { bold, red, dim } = style.colors;
  const { line, column } = lines.positionAt(range.start);
  const gutter = String(line).length;
  const edge = ' '.repeat(gutter);
  return [
    `${bold(red('error'))}${bold(`: ${visible(message)}`)}`,
    `${edge}${dim('-->')} ${visible(path)}:${line}:${column}`,
    ...frame(lines, [{ range, label: '', line: '^', paint: red }], gutter, style),
    ...(help === undefined
      ? []
      : [dim(`${edge} |`), `${edge} ${dim('=')} ${bold('help:')} ${visible(help)}`]),
    '',
  ].join('\n');
}
