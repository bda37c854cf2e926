import type { Diagnostic, SmolfileDocument, TextEdit, TextRange } from '@smolfile/core';
import type { Target } from '../target.ts';

export const KINDS = {
  fix: 'quickfix',
  rewrite: 'refactor.rewrite',
  fixAll: 'source.fixAll.smolfile',
} as const;

export type ActionKind = (typeof KINDS)[keyof typeof KINDS];

/** Something that the editor can do to a document on request. */
export interface Action {
  /** An imperative: "Replace `imge` with `image`". */
  readonly title: string;
  readonly kind: ActionKind;
  /** What it puts right. */
  readonly diagnostic?: Diagnostic;
  /** Certain to be what is wanted: an editor may apply it on one keystroke. */
  readonly preferred?: boolean;
  readonly edits?: readonly TextEdit[];
  /** The code of a rule that is to be shown in full, instead of an edit. */
  readonly explains?: string;
  /** A folder that is to be made, as the document has its path. */
  readonly creates?: string;
}

/** What actions go by. */
export interface ActionsAsked {
  readonly document: SmolfileDocument;
  /** Empty for a cursor. */
  readonly range: TextRange;
  readonly target: Target;
  /** All findings of the document. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether two ranges share a place; ends count. */
export function meets(one: TextRange, other: TextRange): boolean {
  return one.start <= other.end && other.start <= one.end;
}
