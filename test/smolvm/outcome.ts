import type { Command } from '@smolfile/core';

/** One call of smolvm: a command with `-s Smolfile` and further arguments, in a folder with that Smolfile. */
export interface Input {
  readonly id: string;
  readonly command: Command;
  /** The file's text. */
  readonly smolfile: string;
  /** After `-s Smolfile`, exactly as argv. */
  readonly args: readonly string[];
  /** Further files beside the Smolfile by relative path; null is a folder. */
  readonly files?: Readonly<Record<string, string | null>>;
}

/** Why smolvm refused. */
export interface OutcomeError {
  /** `args`: its argument parser, exit 2; `parse`: TOML or schema; `config`: everything after. */
  readonly stage: 'args' | 'parse' | 'config' | 'timeout';
  /** smolvm's text, the host's folders written `.`, `..` and `~`. */
  readonly message: string;
  /** Of a parse error, as smolvm names them: 1-based, columns in Unicode scalar values, carets in bytes. */
  readonly line?: number;
  readonly column?: number;
  readonly carets?: number;
}

/** The request that starts the workload, as the guest gets it. */
export interface Workload {
  /** The init lines that ran, in order, those of a baked layer included. */
  readonly init?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: readonly (readonly [string, string])[];
  readonly workdir?: string;
  readonly user?: string;
}

/** What smolvm did with one input (shared/conformance/README.md, `releases.jsonl`). */
export interface Outcome {
  /** Whether it took it; null where it did not end. */
  readonly accept: boolean | null;
  readonly error?: OutcomeError;
  /** `create`: the machine record; `run` and `pack`: the boot configuration; both without what is empty. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Baked an init layer first. */
  readonly bake?: boolean;
  /** What finally ran in the guest; only of a case that was run to the end. */
  readonly runs?: Workload;
  /** Of the packed artifact; only of a case that was run to the end. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Accepted, then failed at the start: smolvm's text. */
  readonly launch?: string;
  /** Warnings on acceptance. */
  readonly stderr?: string;
}
