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

/** @param rows `[name, outcomes, keys, why]`, outcomes by first letter: `kc`. */
export function rowsOf(rows: readonly (readonly [string, string, string, string])[]): readonly Row[] {
  return rows.map(([name, letters, to, why]) => ({
    name,
    outcomes: Array.from(letters, (letter) => OUTCOMES[letter as keyof typeof OUTCOMES]),
    to: to.split(' ').filter(Boolean),
    why,
  }));
}

const OUTCOMES = { k: 'kept', c: 'changed', d: 'dropped' } as const;
