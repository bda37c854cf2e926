import type { Diagnostic, SmolfileDocument, TextRange } from '@smolfile/core';
import { diagnose } from '../diagnostics.ts';
import { quickFixes } from '../quick-fixes.ts';
import type { Target } from '../target.ts';
import { KINDS, type Action, type ActionKind, type ActionsAsked } from './action.ts';
import { explainActions } from './explain.ts';
import { fixAllActions } from './fix-all.ts';
import { folderActions } from './folders.ts';
import { legacyActions } from './legacy.ts';
import { secretActions } from './secrets.ts';
import { suppressActions } from './suppress.ts';
import { tableActions } from './tables.ts';

export { KINDS, type Action, type ActionKind } from './action.ts';

const SOURCES: readonly { readonly kind: ActionKind; readonly find: (asked: ActionsAsked) => Action[] }[] = [
  { kind: KINDS.fix, find: fixActions },
  { kind: KINDS.fix, find: folderActions },
  { kind: KINDS.rewrite, find: legacyActions },
  { kind: KINDS.rewrite, find: secretActions },
  { kind: KINDS.rewrite, find: tableActions },
  { kind: KINDS.fix, find: suppressActions },
  { kind: KINDS.fix, find: explainActions },
  { kind: KINDS.fixAll, find: fixAllActions },
];

/**
 * What can be done at a place. Worked out from the text as it is now, not from what was published before: an edit
 * for an older text would change the wrong characters.
 *
 * @param range the selection; empty for a cursor.
 * @param wants which kinds are asked for.
 * @param findings those of the document, where they are known already.
 */
export function actionsAt(
  document: SmolfileDocument,
  range: TextRange,
  target: Target,
  wants: (kind: ActionKind) => boolean = () => true,
  findings: () => readonly Diagnostic[] = () => diagnose(document, target),
): Action[] {
  const sources = SOURCES.filter(({ kind }) => wants(kind));
  if (sources.length === 0) return [];
  const asked = { document, range, target, diagnostics: findings() };
  return sources.flatMap(({ find }) => find(asked));
}

function fixActions({ diagnostics, range }: ActionsAsked): Action[] {
  return quickFixes(diagnostics, range).map(({ diagnostic, fix }) => ({
    title: fix.title,
    kind: KINDS.fix,
    diagnostic,
    preferred: fix.safe,
    edits: fix.edits,
  }));
}
