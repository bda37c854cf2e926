import type { Io } from '../io.ts';
import { discoverBy, type Discovery } from './find.ts';
import { expandGlob, isGlob } from './glob.ts';

export type { Discovery, Source } from './find.ts';

/**
 * Turns path arguments into files, as `discoverBy` does, patterns included.
 *
 * @throws UsageError for an empty argument.
 */
export function discover(paths: readonly string[], io: Io, stdinName: string): Discovery {
  return discoverBy(paths, io, stdinName, {
    isGlob,
    expandGlob: (pattern, warn) => expandGlob(pattern, io, warn),
  });
}
