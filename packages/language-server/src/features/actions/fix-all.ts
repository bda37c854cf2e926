import { fixAll } from '@smolfile/core';
import { configured } from '../target.ts';
import { KINDS, type Action, type ActionsAsked } from './action.ts';
import { editBetween } from './edit.ts';

/** Every fix that is certain, in one edit of what changes between the first and the last of them. */
export function fixAllActions({ document, target }: ActionsAsked): Action[] {
  const { text } = document;
  const { text: fixed, fixed: mended } = fixAll(text, configured(target));
  if (mended.length === 0 || fixed === text) return [];
  return [
    { title: 'Fix everything that is safe to fix', kind: KINDS.fixAll, edits: [editBetween(text, fixed)] },
  ];
}
