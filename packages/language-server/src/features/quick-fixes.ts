import type { Diagnostic, Fix, SmolfileDocument, TextRange } from '@smolfile/core';
import { diagnose } from './diagnostics.ts';
import type { Target } from './target.ts';

/** A fix and the finding that it removes. */
export interface QuickFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/**
 * The fixes for what is wrong at a place. They are worked out from the text as it is now, not from what was
 * published before: a fix computed for an older text would edit the wrong characters.
 *
 * @param range the selection; empty for a cursor. Findings that only touch it count.
 */
export function quickFixes(document: SmolfileDocument, range: TextRange, target: Target): QuickFix[] {
  return diagnose(document, target).flatMap((diagnostic) =>
    diagnostic.fix && touches(diagnostic.range, range) ? [{ diagnostic, fix: diagnostic.fix }] : [],
  );
}

function touches(one: TextRange, other: TextRange): boolean {
  return one.start <= other.end && other.start <= one.end;
}
