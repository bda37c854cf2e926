/**
 * A stretch of a text. Offsets count UTF-16 code units, as JavaScript strings do; `end` is exclusive.
 * Everything inside core speaks in these; lines and columns exist only where a person or a protocol needs them.
 */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A replacement of one range of a text. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}
