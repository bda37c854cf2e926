import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';

/** What of `node:fs` is used to look and read; tests pass their own, to make files change, vanish or resist. */
export interface FileSystem {
  readonly closeSync: typeof closeSync;
  readonly fstatSync: typeof fstatSync;
  readonly lstatSync: typeof lstatSync;
  readonly openSync: typeof openSync;
  readonly readdirSync: typeof readdirSync;
  readonly readSync: typeof readSync;
  readonly realpathSync: typeof realpathSync;
  readonly statSync: typeof statSync;
}

/** The real one. By name, since a bundler copies a namespace that is used as a value, getter by getter. */
export const FILE_SYSTEM: FileSystem = {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
};

/** A file system, and whose it is. */
export interface Host {
  readonly fs: FileSystem;
  readonly platform: NodeJS.Platform;
}
