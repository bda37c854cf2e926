import type { SourceReader } from './reader.ts';

/** What an import was asked for, and what it may look at. */
export interface ImportContext {
  readonly reader: SourceReader;
  /** The stage of a Dockerfile. */
  readonly stage: string | undefined;
  /** RUN, COPY and ADD go under `[dev]` instead of into an image. */
  readonly init: boolean;
  /** The host's variables that the caller lets be read: `HOME` and `PWD` at most from the command line. */
  readonly variables: (name: string) => string | undefined;
}
