import { parseSmolfile } from '../document/document.ts';
import { applyEdits } from '../text/apply-edits.ts';
import type { TextRange } from '../text/range.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { lint, type LintOptions } from './lint.ts';

/** What `fixAll` did. */
export interface FixResult {
  /** The text with the fixes applied. */
  readonly text: string;
  /** What was mended, in the order of application. */
  readonly fixed: readonly Diagnostic[];
}

/**
 * One fix may make another possible; more rounds than this without fewer findings to fix would be a pair of fixes
 * that undo each other.
 */
const MOST_PASSES = 10;

/**
 * Applies the fixes of all findings until none is left. Of fixes that touch the same place the first is applied,
 * the others get their turn in the next pass. A pass after which the text has more syntax errors is undone.
 *
 * @param unsafe whether fixes that need a look are applied as well.
 */
export function fixAll(text: string, options: LintOptions = {}, unsafe = false): FixResult {
  const fixed: Diagnostic[] = [];
  let current = text;
  let fewest = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < MOST_PASSES;) {
    const document = parseSmolfile(current);
    const fixable = lint(document, { ...options, most: Number.POSITIVE_INFINITY }).diagnostics.filter(
      ({ fix, source }) => fix && !source && (fix.safe || unsafe),
    );
    if (fixable.length === 0) break;
    const chosen = compatible(fixable);
    if (fixable.length >= fewest) pass++;
    fewest = Math.min(fewest, fixable.length);
    const next = applyEdits(
      current,
      chosen.flatMap(({ fix }) => fix?.edits ?? []),
    );
    if (parseSmolfile(next).errors.length > document.errors.length) break;
    fixed.push(...chosen);
    current = next;
  }
  return { text: current, fixed };
}

/** The findings whose fixes do not touch each other, the first of each place. */
function compatible(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const taken: TextRange[] = [];
  return diagnostics.filter(({ fix }) => {
    const ranges = fix!.edits.map(({ range }) => range);
    if (!ranges.every((range) => isFree(range, taken))) return false;
    for (const range of ranges) taken.splice(placeOf(range, taken), 0, range);
    return true;
  });
}

/** @param taken sorted, and none of them touches another. */
function isFree({ start, end }: TextRange, taken: readonly TextRange[]): boolean {
  const index = placeOf({ start, end }, taken);
  const before = taken[index - 1];
  const after = taken[index];
  return (!before || before.end < start) && (!after || end < after.start);
}

function placeOf({ start }: TextRange, taken: readonly TextRange[]): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
