/** A place as a person reads it. */
export interface LineColumn {
  /** 1-based. */
  readonly line: number;
  /** 1-based; counts Unicode scalar values, as smolvm's own parse errors do (a tab and an emoji are one each). */
  readonly column: number;
}

/**
 * Translates offsets of one text into lines and columns. Lines end at LF, so that a CR before it belongs to
 * the line it ends. Built lazily: a text that nobody asks about costs nothing.
 */
export class LineIndex {
  readonly text: string;
  #starts: number[] | undefined;
  #pairs: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** How many lines the text has; the empty text has one. */
  get lineCount(): number {
    return this.#lineStarts().length;
  }

  /**
   * @param offset UTF-16 offset; beyond either end of the text it is moved to that end.
   * @returns 0-based line number.
   */
  lineAt(offset: number): number {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * @param line 0-based; beyond either end it is moved to the first or last line.
   * @returns offsets of the line's first character and of the end of its content, line break excluded.
   */
  lineRange(line: number): { start: number; end: number } {
    const starts = this.#lineStarts();
    const index = Math.min(Math.max(line, 0), starts.length - 1);
    const start = starts[index]!;
    let end = starts[index + 1] ?? this.text.length;
    if (index + 1 < starts.length) {
      end--;
      if (end > start && this.text.charCodeAt(end - 1) === 13) end--;
    }
    return { start, end };
  }

  /**
   * @param offset UTF-16 offset; beyond either end of the text it is moved to that end.
   * @returns 1-based line and column in Unicode scalar values.
   */
  positionAt(offset: number): LineColumn {
    const clamped = Math.min(Math.max(offset, 0), this.text.length);
    const line = this.lineAt(clamped);
    const start = this.#lineStarts()[line]!;
    const pairs = this.#pairsBefore(clamped) - this.#pairsBefore(start);
    return { line: line + 1, column: clamped - start - pairs + 1 };
  }

  /**
   * How many characters of two code units end before an offset. Counted block by block once, since a line may be
   * megabytes long and have thousands of findings.
   */
  #pairsBefore(offset: number): number {
    const blocks = (this.#pairs ??= pairsByBlock(this.text));
    if (blocks.length === 0) return 0;
    const block = Math.floor(offset / BLOCK);
    return blocks[block]! + pairsBetween(this.text, block * BLOCK, offset);
  }

  #lineStarts(): number[] {
    if (this.#starts) return this.#starts;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    return (this.#starts = starts);
  }
}

/** UTF-16 units between two counts. */
const BLOCK = 1024;

/** How many surrogate pairs end before each block; nothing for a text that has none. */
function pairsByBlock(text: string): number[] {
  if (!/[\uD800-\uDBFF]/.test(text)) return [];
  const counts = [0];
  for (let start = 0; start < text.length; start += BLOCK)
    counts.push(counts.at(-1)! + pairsBetween(text, start, start + BLOCK));
  return counts;
}

/** How many surrogate pairs have their second half in a stretch. */
function pairsBetween(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = Math.max(start, 1); at < end && at < text.length; at++) {
    const isSecond = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
    if (isSecond && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) count++;
  }
  return count;
}
