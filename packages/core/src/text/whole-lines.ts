import { applyEdits } from './apply-edits.ts';
import { inOrder } from './compose-edits.ts';
import { LineIndex } from './line-index.ts';
import type { TextEdit } from './range.ts';

/** A change told in whole lines, as a suggestion in a pull request is. */
export interface LineEdit {
  /** 1-based; the first line that changes. */
  readonly firstLine: number;
  /** 1-based; the last line that changes. */
  readonly lastLine: number;
  /** What stands there instead, without line breaks; none where the lines go. */
  readonly lines: readonly string[];
}

/**
 * Edits as one change of whole lines: everything from the first line that they touch to the last.
 *
 * @param text before the edits.
 * @returns nothing without edits.
 * @throws RangeError if two overlap, or one lies outside of the text.
 * @example
 * ```ts
 * wholeLines('cpus = 1 # few\nnet = true\n', [{ range: { start: 7, end: 8 }, text: '4' }]);
 * // { firstLine: 1, lastLine: 1, lines: ['cpus = 4 # few'] }
 * ```
 */
export function wholeLines(text: string, edits: readonly TextEdit[]): LineEdit | undefined {
  const ordered = inOrder(edits);
  const [first] = ordered;
  const last = ordered.at(-1);
  const after = applyEdits(text, edits);
  if (!first || !last || after === text) return undefined;
  const index = new LineIndex(text);
  const firstLine = index.lineAt(first.range.start);
  const lastLine = index.lineAt(last.range.end);
  const { start } = index.lineRange(firstLine);
  const { end } = index.lineRange(lastLine);
  const changed = after.slice(start, after.length - (text.length - end));
  // a line of which only the start is touched, since whole lines go or come above it, stays as it is
  const isTouched = last.range.end > index.lineRange(lastLine).start;
  const kept = text.slice(index.lineRange(lastLine).start, end);
  if (!isTouched && firstLine < lastLine && (changed === kept || changed.endsWith(`\n${kept}`))) {
    const lines = changed.length === kept.length ? [] : linesOf(changed.slice(0, -kept.length - 1));
    return { firstLine: firstLine + 1, lastLine, lines };
  }
  return { firstLine: firstLine + 1, lastLine: lastLine + 1, lines: linesOf(changed) };
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/\r$/, ''));
}
