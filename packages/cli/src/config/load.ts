import { LineIndex, type Config, type ConfigProblem } from '@smolfile/core';
import { fileConfigOf, readConfig, reasonOf, type ConfigFile, type FileConfig } from '@smolfile/host';
import { dirname, relative } from 'node:path';
import { displayPath } from '../discover/display-path.ts';
import { ConfigError, FileError, UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { styleFor, type ColorChoice } from '../output/style.ts';
import { frame } from '../reporters/frame.ts';
import type { Style } from '../reporters/report.ts';
import { visible } from '../reporters/visible.ts';

/** A configuration as it was read. */
interface Loaded {
  readonly config: Config;
  readonly text: string;
}

/** What a configuration says of a file, and its text. */
export type ConfigOfFile = FileConfig & {
  readonly text: string;
  /** The file, seen from the folder of the configuration. */
  readonly below: string;
};

const known = new WeakMap<Io, Map<string, Loaded>>();

/**
 * Reads a configuration, once, and asks it about a file.
 *
 * @param path of the configuration; absolute, as is `file`.
 * @throws ConfigError with the places that are wrong; FileError when it cannot be read.
 */
export function configOf(path: string, file: string, color: ColorChoice, io: Io): ConfigOfFile {
  const configs = known.get(io) ?? new Map<string, Loaded>();
  known.set(io, configs);
  const loaded = configs.get(path) ?? load(path, color, io);
  configs.set(path, loaded);
  const { config, text } = loaded;
  return { text, below: relative(dirname(path), file), ...fileConfigOf(config, path, file) };
}

function load(path: string, color: ColorChoice, io: Io): Loaded {
  const shown = displayPath(path, path, io.cwd);
  const { text, config, problems, refused } = read(path, shown, io);
  if (config) return { config, text };
  if (refused) throw new UsageError(`${shown} ${refused.message}`, refused.help);
  const style = styleFor(io.stderr, color, io.env);
  const lines = new LineIndex(text);
  const blocks = problems.map((problem) => finding(problem, shown, lines, style));
  throw new ConfigError(
    `${blocks.join('\n')}\nsmolfile: ${visible(shown)} cannot be used; nothing was checked\n`,
  );
}

function read(path: string, shown: string, { fs }: Io): ConfigFile {
  try {
    return readConfig(path, fs);
  } catch (error) {
    throw new FileError(`cannot read ${shown}: ${reasonOf(error)}`);
  }
}

function finding(
  { range, message, help }: ConfigProblem,
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
    ...frame({ lines }, [{ range, label: '', line: '^', paint: red }], gutter, style),
    ...(help === undefined
      ? []
      : [dim(`${edge} |`), `${edge} ${dim('=')} ${bold('help:')} ${visible(help)}`]),
    '',
  ].join('\n');
}
