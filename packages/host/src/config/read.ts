import {
  isIgnored,
  parseConfig,
  settingsFor,
  type Config,
  type ConfigProblem,
  type ConfigSettings,
} from '@smolfile/core';
import { basename, dirname, relative, sep } from 'node:path';
import { FileError, reasonOf } from '../failure.ts';
import type { FileSystem } from '../file-system.ts';
import { readRegularFile } from '../read-file.ts';
import { decode } from '../utf8.ts';

/** In bytes; nobody writes one by hand that is larger. */
const LARGEST = 1024 * 1024;

/** A configuration file as it was read. */
export interface ConfigFile {
  readonly text: string;
  /** Absent when there is a problem: half of one is not used. */
  readonly config: Config | undefined;
  readonly problems: readonly ConfigProblem[];
  /** Why it is no text to speak of, after `FILE `, and what to do. */
  readonly refused?: { readonly message: string; readonly help?: string };
}

/** What a configuration says of one file. */
export interface FileConfig {
  readonly settings: ConfigSettings;
  /** Whether a search leaves the file out. */
  readonly ignored: boolean;
}

/**
 * Reads a configuration.
 *
 * @param path absolute.
 * @throws FileError, with the reason alone, for what cannot be read.
 */
export function readConfig(path: string, fs: FileSystem): ConfigFile {
  const nothing = { text: '', config: undefined, problems: [] };
  let bytes;
  try {
    bytes = readRegularFile(fs, path, LARGEST);
  } catch (error) {
    throw new FileError(reasonOf(error));
  }
  if (!bytes) {
    const message = `is larger than ${LARGEST / 1024 / 1024} MiB, the most that is read`;
    return { ...nothing, refused: { message } };
  }
  const { text, invalid } = decode(bytes);
  if (invalid) {
    const message = `is not valid UTF-8 (byte ${invalid.byte})`;
    return { ...nothing, refused: { message, help: 'Save it as UTF-8.' } };
  }
  return { text, ...parseConfig(text, basename(path)) };
}

/**
 * Asks a configuration about a file.
 *
 * @param path of the configuration; absolute, as is `file`.
 */
export function fileConfigOf(config: Config, path: string, file: string): FileConfig {
  const below = relative(dirname(path), file).split(sep).join('/');
  return { settings: settingsFor(config, below), ignored: isIgnored(config, below) };
}
