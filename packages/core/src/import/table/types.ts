/** The formats that an import reads. */
export type SourceKind = 'dockerfile' | 'compose' | 'devcontainer' | 'docker-run';

/** What becomes of one instruction, key or flag: a row of the table that the page of outcomes is generated from. */
export interface Row {
  /** As it is written in the source; `deploy.resources.limits.cpus` for a key below others. */
  readonly name: string;
  /** What may become of it, the usual outcome first. */
  readonly outcomes: readonly ('kept' | 'changed' | 'dropped')[];
  /** Keys of the Smolfile that it may become. */
  readonly to: readonly string[];
  /** What the outcome means, and what to do: the words of the report where the value itself says no more. */
  readonly why: string;
}

/** Names of one format, several with commas between them, by outcomes: first letters, the usual one first (`kc`). */
export type Names = Readonly<Record<string, string>>;

/** What several formats have, each under names of its own. */
export interface Meaning {
  readonly names: Readonly<Partial<Record<SourceKind, Names>>>;
  /** Keys of the Smolfile that it may become; several with blanks between them. */
  readonly to?: string;
  readonly why: string;
}
