/** A file with variables that the machine is given. */
export interface VariableFile {
  readonly names: Set<string>;
  /** Whether a shell that reads it gets what Docker gets of it, and runs nothing. */
  readonly exact: boolean;
}

/** What is to be done before a machine starts, in what a Smolfile cannot say. */
export interface Start {
  /** Commands that make the image. */
  readonly build: string[];
  /** Folders of the host that are not there yet. */
  readonly folders: Set<string>;
  /** By path, seen from where the Smolfile will be. */
  readonly files: Map<string, VariableFile>;
  /** Variables that must be set, beside those of `[secrets]`. */
  readonly exports: Set<string>;
  /** Flags of `machine create`, in quotes where they must be. */
  readonly flags: string[];
  /** The source is run and thrown away: flags of `machine run`. */
  once: readonly string[] | undefined;
}

/** Nothing is to be done. */
export function emptyStart(): Start {
  return { build: [], folders: new Set(), files: new Map(), exports: new Set(), flags: [], once: undefined };
}
