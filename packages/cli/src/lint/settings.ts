import { dirname, resolve } from 'node:path';
import { configFinder } from '../config/find.ts';
import { configOf, type ConfigOfFile } from '../config/load.ts';
import type { Source } from '../discover/discover.ts';
import type { Io } from '../io.ts';
import type { LintRequest } from './options.ts';

/**
 * The files that are to be looked at: a configuration ignores what a search found, and what is named only if asked.
 *
 * @throws as `configOf` does, before anything is done.
 */
export function notIgnored(
  sources: readonly Source[],
  lookup: (source: Source) => ConfigOfFile | undefined,
  forceExclude: boolean,
): readonly Source[] {
  // All of them first: with a broken configuration nothing is done.
  const ignored = new Set(sources.filter((source) => lookup(source)?.ignored));
  return sources.filter((source) => !((source.searched || forceExclude) && ignored.has(source)));
}

/**
 * What configurations say of each file; `undefined` where there is none.
 *
 * Standard input counts as a file of the name that it is given, in the working directory.
 */
export function configLookup(
  { config, color }: Pick<LintRequest, 'config' | 'color'>,
  io: Io,
): (source: Source) => ConfigOfFile | undefined {
  if (config === 'none') return () => undefined;
  const find = config === 'nearest' ? configFinder(io) : () => resolve(io.cwd, config.file);
  return ({ file, path }) => {
    const absolute = file ?? resolve(io.cwd, path);
    const found = find(dirname(absolute));
    return found === undefined ? undefined : configOf(found, absolute, color, io);
  };
}
