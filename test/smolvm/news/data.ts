import {
  allKeys,
  flagsFor,
  releaseAt,
  schemaFor,
  type Command,
  type FlagSchema,
  type KeySchema,
} from '@smolfile/core';

/** The flags that the toolkit's data have for a command at a release. */
export function dataFlags(command: Command, release: string): readonly FlagSchema[] {
  return flagsFor(command, releaseAt(release)!);
}

/** The keys that the toolkit's data have at a release, sections before what is in them. */
export function dataKeys(release: string): readonly KeySchema[] {
  return [...allKeys(schemaFor(releaseAt(release)!))];
}
