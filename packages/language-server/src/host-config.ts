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

/** As the CLI has it. In bytes. */
const LARGEST = 1024 * 1024;

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
    const stats = statSync(file);
    const { mtimeMs, size } = stats;
    const stamp = `${mtimeMs}:${size}`;
    const last = known.get(file);
    if (last?.stamp === stamp) return last;
    // a pipe or a device would be read for ever, and a link to one comes with a repository as easily as a file
    if (!stats.isFile() || size > LARGEST) {
      const problem = stats.isFile() ? 'it is too large' : 'it is no regular file';
      return { stamp, parsed: { config: undefined, problems: [] }, problems: [problem] };
    }
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
