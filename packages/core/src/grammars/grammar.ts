import type { Command } from '../model/diagnostic.ts';
import type { HostFileSystem } from '../model/host.ts';
import type { Release } from '../release/index.ts';
import type { Parsed } from './result.ts';

/** A value of the merged configuration. Integers beyond Number's exact range are bigints. */
export type ConfigValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly ConfigValue[]
  | { readonly [name: string]: ConfigValue };

/** Where and when a text is read. */
export interface ReadingAt {
  readonly release: Release;
  readonly command: Command;
  /** The flag that gives it, without hyphens; a key of the file when left out. */
  readonly flag?: string | undefined;
  /** The greatest number that the flag takes, where its grammar allows more. */
  readonly maximum?: number | undefined;
  /** Without it, host paths stay as they are written. */
  readonly host?: HostFileSystem | undefined;
  /** Which variables the host has; without it, each is taken to be set. */
  readonly environment?: { has(name: string): boolean } | undefined;
}

/** One value that a text stands for, as it could be written alone. */
export interface ReadValue {
  readonly value: ConfigValue;
  readonly written: string;
  /** The name of the list in the configuration that it belongs to, where that is not its key's own. */
  readonly list?: string;
}

/** What smolvm makes of a text: values, or nothing, and why. */
export type Reading = { readonly values: readonly ReadValue[] } | { readonly drop: string };

/** What a piece of a text is. */
export type PartKind = 'name' | 'number' | 'mode' | 'choice';

/** A piece of a text that means something by itself. */
export type Part = readonly [from: number, to: number, kind: PartKind];

/** One entry of a map. */
export interface MapEntry {
  readonly name: string;
  readonly value: ConfigValue;
}

/** How a flag says an entry of a map. */
export interface EntryForm {
  /** @returns undefined for a text that smolvm refuses. */
  read(text: string): MapEntry | undefined;
  /** @returns undefined for an entry that the flag cannot say. */
  write(entry: MapEntry): string | undefined;
}

/** How smolvm reads the texts of some keys and flags. One object for each name in `schemas/grammars.json`. */
export interface Grammar {
  readonly name: string;
  /** Refuses what smolvm refuses. */
  parse(text: string, at: ReadingAt): Parsed<unknown>;
  /** Whether smolvm's argument parser does that for a flag, before it looks at any file. */
  readonly byArgumentParser?: true;
  /** Names of lists in the configuration that values of it may belong to, beside that of the key. */
  readonly lists?: readonly string[];
  /** What becomes part of the configuration; only asked for what `parse` takes. The text itself when left out. */
  read?(text: string, at: ReadingAt): Reading;
  /** A value of the configuration as text that reads back as it; undefined where none does. */
  write?(value: ConfigValue): string | undefined;
  /** A value of the configuration in as few words as possible. */
  display?(value: ConfigValue): string | undefined;
  /** Pieces of a text, in order. */
  parts?(text: string, at: ReadingAt): readonly Part[];
  /** Of a flag that gives entries of a map: the entry that a text is, and the text for it. `NAME=VALUE` when left out. */
  readonly entry?: EntryForm;
  /** What of it may be a credential: the value of a variable, or a reference that must not be one. */
  readonly secret?: 'env' | 'reference';
}

/** Only for values that smolvm refuses, which never get as far as a merge. */
export const UNREADABLE: Reading = { drop: 'smolvm cannot read it' };
