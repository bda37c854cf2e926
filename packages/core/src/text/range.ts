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

/** Index of the first of sorted ranges that ends after an offset. */
export function firstAfter(ranges: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
