import type { Diagnostic, Fix, TextRange } from '@smolfile/core';
import { meets } from './actions/action.ts';

/** A fix and the finding that it removes. */
export interface QuickFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/**
 * The fixes for what is wrong at a place.
 *
 * @param range the selection; empty for a cursor. Findings that only touch it count.
 */
export function quickFixes(diagnostics: readonly Diagnostic[], range: TextRange): QuickFix[] {
  return diagnostics.flatMap((diagnostic) =>
    diagnostic.fix && meets(diagnostic.range, range) ? [{ diagnostic, fix: diagnostic.fix }] : [],
  );
}
