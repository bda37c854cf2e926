import {
  allKeys,
  flagsFor,
  EVERY_KEY,
  NEWEST_RELEASE,
  schemaFor,
  type Command,
  type FlagSchema,
  type KeySchema,
} from '@smolfile/core';
import { release } from '../../harness/releases.ts';

/** Every key of the newest release, in whose sections and lists values may stand: no key is listed here. */
export function keysOf(table: KeySchema): readonly KeySchema[] {
  return table.children ?? [];
}

/** The newest release's keys. */
export const NEWEST_ROOT: KeySchema = schemaFor(NEWEST_RELEASE);

/** The keys that a release knows. */
export function rootOf(version: string): KeySchema {
  return schemaFor(release(version));
}

/** Names of all keys, for keys in wrong places. */
export const NAMES: readonly string[] = [...new Set([...allKeys(EVERY_KEY)].map(({ name }) => name))].filter(
  (name) => /^[a-z_]+$/.test(name),
);

/** The flags of a command at a release and those of the newest one. */
export function flagsOf(command: Command, version: string): readonly FlagSchema[] {
  const own = flagsFor(command, release(version));
  const known = new Set(own.map(({ long }) => long));
  return [...own, ...flagsFor(command, NEWEST_RELEASE).filter(({ long }) => !known.has(long))];
}
