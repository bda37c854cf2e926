import {
  allKeys,
  flagsFor,
  NEWEST,
  SCHEMA,
  schemaFor,
  type Command,
  type FlagSchema,
  type KeySchema,
} from '@smolfile/core';

/** Every key of the newest release, in whose sections and lists values may stand: no key is listed here. */
export function keysOf(table: KeySchema): readonly KeySchema[] {
  return table.children ?? [];
}

/** The newest release's keys. */
export const NEWEST_ROOT: KeySchema = SCHEMA;

/** The keys that a release knows. */
export const rootOf = schemaFor;

/** Names of all keys, for keys in wrong places. */
export const NAMES: readonly string[] = [...new Set([...allKeys(SCHEMA)].map(({ name }) => name))].filter(
  (name) => /^[a-z_]+$/.test(name),
);

/** The flags of a command at a release and those of the newest one. */
export function flagsOf(command: Command, release: string): readonly FlagSchema[] {
  const own = flagsFor(command, release);
  const known = new Set(own.map(({ long }) => long));
  return [...own, ...flagsFor(command, NEWEST).filter(({ long }) => !known.has(long))];
}
