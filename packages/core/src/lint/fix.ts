import { parseSmolfile } from '../document/document.ts';
import { applyEdits } from '../text/apply-edits.ts';
import type { TextEdit } from '../text/range.ts';
import type { Diagnostic } from './diagnostic.ts';
import { lint, type LintOptions } from './lint.ts';

/** What `fixAll` did. */
export interface FixResult {
  /** The text with the fixes applied. */
  readonly text: string;
  /** What was mended, in the order of application. */
  readonly fixed: readonly Diagnostic[];
}

/** One fix may make another possible; more rounds than this would be a pair of fixes that undo each other. */
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
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const document = parseSmolfile(current);
    const chosen = compatible(lint(document, options).diagnostics, unsafe);
    if (chosen.length === 0) break;
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
function compatible(diagnostics: readonly Diagnostic[], unsafe: boolean): Diagnostic[] {
  const taken: TextEdit[] = [];
  return diagnostics.filter(({ fix, source }) => {
    if (!fix || source || (!fix.safe && !unsafe)) return false;
    const free = fix.edits.every(({ range }) =>
      taken.every((other) => range.end < other.range.start || other.range.end < range.start),
    );
    if (free) taken.push(...fix.edits);
    return free;
  });
}
