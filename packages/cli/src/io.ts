import type { FileSystem as Readable } from '@smolfile/host';
import type * as fs from 'node:fs';
import type { Reports } from './cache/reports.ts';
import type { Results } from './cache/results.ts';

/** What of `node:fs` the CLI uses; tests pass their own, to make files change, vanish or resist. */
export type FileSystem = Readable &
  Pick<
    typeof fs,
    'chmodSync' | 'chownSync' | 'fsyncSync' | 'readFileSync' | 'renameSync' | 'rmSync' | 'writeFileSync'
  >;

/** A standard stream as the CLI sees it. */
export interface Output {
  /** Writes all of it before returning; a closed pipe swallows it. */
  write(text: string): void;
  /** The same, where `write` changes what a CI service would obey. */
  writeAsIs?(text: string): void;
  /** Asked only when it matters: finding out costs start-up time. */
  isTerminal(): boolean;
  /** Width in columns; undefined when it is no terminal. */
  columns(): number | undefined;
}

/** What git prints, or why it does not. */
export type GitAnswer =
  | { readonly output: string; readonly problem?: undefined }
  | { readonly problem: string; readonly output?: undefined };

/** Everything the CLI touches outside itself, so that it is tested as a function. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The file that runs. */
  readonly script: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly fs: FileSystem;
  /** Gives a file what of another one `fs` cannot see; says why where it cannot be kept. */
  readonly copyAttributes?: (from: string | Buffer, to: string | Buffer) => string | undefined;
  /** Asks git; left out where there is none. */
  readonly git?: (argv: readonly string[], cwd: string) => GitAnswer;
  /** File descriptor of standard input, read through `fs`. */
  readonly stdin: number;
  /** Whether somebody sits in front of it, who can be asked; nobody does when left out. */
  readonly stdinIsTerminal?: () => boolean;
  /** What earlier runs found out; left out where nothing is kept. */
  readonly results?: Results;
  /** What earlier runs said; left out where nothing is kept. */
  readonly reports?: Reports;
}

/** Exit codes, the same for every command. */
export const EXIT = {
  /** Nothing at or above the threshold. */
  clean: 0,
  /** Findings. */
  findings: 1,
  /** Wrong usage, or nothing to work on. */
  usage: 2,
  /** Something could not be read or written, or the CLI itself failed. */
  failure: 3,
} as const;

/** One of `EXIT`. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
