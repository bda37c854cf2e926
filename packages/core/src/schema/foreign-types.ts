/** What people write from other tools, and what a Smolfile has for it; an entry of `schemas/foreign.json`. */
export interface ForeignWords {
  /** Path of the table that it is written in; the top of the file when left out. */
  readonly in?: string;
  /** In camel case; capitals, hyphens and underscores do not count. */
  readonly words: readonly string[];
  /** The tools that it comes from. */
  readonly of: string;
  /** The word is a key of ours, and is meant so only where its value is of this type. */
  readonly for?: 'boolean';
  /** Path of the key to write; a name alone is a key of the same table. */
  readonly key?: string;
  /** What else to know, in sentences. */
  readonly note?: string;
}
