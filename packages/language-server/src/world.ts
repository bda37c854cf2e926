import type { ConfigSettings, HostFileSystem } from '@smolfile/core';
import type { HostEntry } from './features/target.ts';
import type { ShellChecks, ShellChecksHost } from './shell-checks.ts';

/** What a server can see of the machine that it runs on; in a browser, nothing. */
export interface World {
  /** The file system around a document; undefined for documents that are in no folder of this machine. */
  hostFor(uri: string): HostFileSystem | undefined;
  /** What a folder holds, by names; relative paths as in `hostFor`. */
  list(uri: string, path: string): readonly HostEntry[];
  /** Names of environment variables, never their values. */
  variables(): readonly string[];
  /** The home folder, which other formats call `~`. */
  readonly home?: string;
  /** The URI of a path as a document has it. */
  locate(uri: string, path: string): string | undefined;
  /** Makes a folder below that of a document, whose path is as the document has it. Throws where it cannot. */
  makeFolder(uri: string, path: string): void;
  /** What the configuration file nearest to a document says of it. */
  configFor(uri: string): FoundConfig | undefined;
  /** The Smolfiles below a folder, by URI; without those that a configuration leaves out. */
  find(folder: string): Promise<readonly string[]>;
  /** A file that is not open; undefined when it cannot be read, or is no text. */
  read(uri: string): FileText | undefined;
  /** Has an installed shellcheck look at scripts; left out where no program can be started. */
  readonly shell?: (host: ShellChecksHost) => ShellChecks;
}

/** A configuration file and what it says of one document. */
export interface FoundConfig {
  /** Absolute path. */
  readonly file: string;
  /** Absent when the configuration has a problem: half of one is not used. */
  readonly settings?: ConfigSettings;
  /** What is wrong with it, a line each. */
  readonly problems: readonly string[];
  /** Whether a search leaves the document out. */
  readonly ignored: boolean;
}

/** A file as it was read. */
export interface FileText {
  readonly text: string;
  /** Changes whenever the file does. */
  readonly stamp: string;
}

/** A world in which nothing is known but what the client sends. */
export const NOWHERE: World = {
  hostFor: () => undefined,
  list: () => [],
  variables: () => [],
  locate: () => undefined,
  makeFolder: () => {
    throw new Error('There is no folder here that it could be made in.');
  },
  configFor: () => undefined,
  find: () => Promise.resolve([]),
  read: () => undefined,
};
