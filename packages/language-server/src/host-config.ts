import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import {
  CONFIG_FILE_NAMES,
  isIgnored,
  LineIndex,
  parseConfig,
  settingsFor,
  type ParsedConfig,
} from '@smolfile/core';
import type { FoundConfig } from './world.ts';

interface Read extends Pick<FoundConfig, 'problems'> {
  readonly stamp: string;
  readonly parsed: ParsedConfig;
}

const known = new Map<string, Read>();

/**
 * What the nearest configuration file says of a file: the first folder upwards that has one counts, as for
 * `smolfile lint`. It is read again only when it changed.
 *
 * @param path absolute.
 */
export function configOf(path: string): FoundConfig | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    for (const name of CONFIG_FILE_NAMES) {
      const file = join(folder, name);
      const read = readConfig(file, name);
      if (!read) continue;
      const { problems, parsed } = read;
      if (!parsed.config) return { file, problems, ignored: false };
      const own = relative(folder, path).replaceAll(sep, '/');
      return {
        file,
        problems,
        settings: settingsFor(parsed.config, own),
        ignored: isIgnored(parsed.config, own),
      };
    }
    if (folder === dirname(folder)) return undefined;
  }
}

function readConfig(file: string, name: string): Read | undefined {
  try {
    const { mtimeMs, size } = statSync(file);
    const stamp = `${mtimeMs}:${size}`;
    const last = known.get(file);
    if (last?.stamp === stamp) return last;
    const text = readFileSync(file, 'utf8');
    const parsed = parseConfig(text, name);
    const lines = new LineIndex(text);
    const problems = parsed.problems.map(({ range, message }) => {
      return `line ${lines.positionAt(range.start).line}: ${message}`;
    });
    const read = { stamp, parsed, problems };
    known.set(file, read);
    return read;
  } catch {
    known.delete(file);
    return undefined; // not there, or not to be read: then it says nothing
  }
}
