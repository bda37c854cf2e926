import type { TextRange } from '../text/range.ts';

/** Something that keeps a configuration from being used, at its place. */
export interface ConfigProblem {
  readonly range: TextRange;
  /** What is wrong, without a full stop. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
}

/** A configuration as data, whichever syntax it is written in, and where in the text its parts stand. */
export interface ConfigData {
  readonly value: unknown;
  /** Mistakes of syntax; when there are any, `value` means nothing. */
  readonly problems: readonly ConfigProblem[];
  /**
   * @param path key names and indices from the root on; must exist, its last part aside.
   * @returns the value's place, or with `key` that of the key; the nearest table around it where it has none.
   */
  rangeOf(path: readonly string[], part: 'key' | 'value'): TextRange;
}
