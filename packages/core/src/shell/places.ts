import type { TextRange } from '../text/range.ts';
import type { ShellPlace } from './comments.ts';

/** Finds places of a script that shellcheck names, by UTF-16 units of the script. */
export class ScriptPlaces {
  readonly #script: string;
  readonly #lines: readonly number[];
  readonly #characters = new Map<number, readonly number[] | undefined>();

  constructor(script: string) {
    this.#script = script;
    const lines = [0];
    for (let at = script.indexOf('\n'); at >= 0; at = script.indexOf('\n', at + 1)) lines.push(at + 1);
    this.#lines = lines;
  }

  /** What is outside of the script is moved into it; a range whose end is before its start is empty. */
  range({ line, column, endLine, endColumn }: ShellPlace): TextRange {
    const start = this.#at(line, column);
    return { start, end: Math.max(start, this.#at(endLine, endColumn)) };
  }

  #at(line: number, column: number): number {
    const index = Math.min(Math.max(line, 1), this.#lines.length) - 1;
    const start = this.#lines[index]!;
    const end = index + 1 < this.#lines.length ? this.#lines[index + 1]! - 1 : this.#script.length;
    if (line > this.#lines.length) return this.#script.length;
    const characters = Math.max(column, 1) - 1;
    const wide = this.#widthsOf(index, start, end);
    if (!wide) return Math.min(start + characters, end);
    return start + (wide[characters] ?? end - start);
  }

  /** Where each character of a line begins, for lines in which one is more than a unit. */
  #widthsOf(index: number, start: number, end: number): readonly number[] | undefined {
    if (this.#characters.has(index)) return this.#characters.get(index);
    const line = this.#script.slice(start, end);
    const places: number[] = [];
    if (/[\uD800-\uDBFF]/.test(line)) {
      let at = 0;
      for (const character of line) {
        places.push(at);
        at += character.length;
      }
    }
    const widths = places.length > 0 ? places : undefined;
    this.#characters.set(index, widths);
    return widths;
  }
}
