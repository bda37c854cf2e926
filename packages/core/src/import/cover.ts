import type { TextRange } from '../text/range.ts';

/** Stretches of a text that are spoken for. Whether another one lies within any of them takes no look at each. */
export class Cover {
  /** None within another: in the order of their starts, and so of their ends. */
  readonly #ranges: TextRange[] = [];

  add(range: TextRange): void {
    if (this.has(range)) return;
    const at = this.#after(range.start - 1);
    let behind = at;
    while (behind < this.#ranges.length && this.#ranges[behind]!.end <= range.end) behind++;
    this.#ranges.splice(at, behind - at, range);
  }

  /** Whether a range lies within one that was added. */
  has({ start, end }: TextRange): boolean {
    const last = this.#ranges[this.#after(start) - 1];
    return last !== undefined && end <= last.end;
  }

  /** How many start no later than an offset. */
  #after(offset: number): number {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ranges[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
