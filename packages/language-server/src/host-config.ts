import { LineIndex } from '@smolfile/core';
import { FILE_SYSTEM, fileConfigOf, findConfig, readConfig, reasonOf, type ConfigFile } from '@smolfile/host';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FoundConfig } from './world.ts';

const known = new Map<string, { readonly stamp: string; readonly read: ConfigFile }>();

/**
 * What the nearest configuration file says of a file, as for `smolfile lint`. It is read again only when it changed.
 *
 * @param path absolute.
 */
export function configOf(path: string): FoundConfig | undefined {
  const place = findConfig(dirname(path), FILE_SYSTEM);
  if (!place) return undefined;
  const { path: file, problem } = place;
  if (problem) return { file, problems: [problem.message], ignored: false };
  try {
    const read = readOnce(file);
    if (read.config) return { file, problems: [], ...fileConfigOf(read.config, file, path) };
    return { file, problems: problemsOf(read), ignored: false };
  } catch (error) {
    return { file, problems: [`it cannot be read: ${reasonOf(error)}`], ignored: false };
  }
}

function readOnce(file: string): ConfigFile {
  const { mtimeMs, size } = statSync(file);
  const stamp = `${mtimeMs}:${size}`;
  const last = known.get(file);
  if (last?.stamp === stamp) return last.read;
  const read = readConfig(file, FILE_SYSTEM);
  known.set(file, { stamp, read });
  return read;
}

function problemsOf({ text, problems, refused }: ConfigFile): string[] {
  if (refused) return [`it ${refused.message}`];
  const lines = new LineIndex(text);
  return problems.map(({ range, message }) => `line ${lines.positionAt(range.start).line}: ${message}`);
}
