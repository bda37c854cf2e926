import { ifPossible, writeAsSection, writeInline, type Change, type SmolfileDocument } from '@smolfile/core';
import { lastBefore } from '../context.ts';
import { findAt } from '../spot.ts';
import { KINDS, type Action, type ActionsAsked } from './action.ts';

/** Turns an inline table into a section and back. */
export function tableActions({ document, range }: ActionsAsked): Action[] {
  if (document.damaged) return [];
  const { headers } = document.toml;
  const [outer] = findAt(document, range.start).around;
  if (outer?.type === 'header') {
    const names = outer.keys.map(({ name }) => name);
    return action(`Write \`[${pathAt(document, outer.keys)}]\` as an inline table`, () =>
      writeInline(document, names),
    );
  }
  if (outer?.type !== 'key-value') return [];
  const header = headers[lastBefore(headers, range.start)];
  const keys = [...(header?.keys ?? []), ...outer.keys];
  const names = keys.map(({ name }) => name);
  return action(`Write as a section \`[${pathAt(document, keys)}]\``, () => writeAsSection(document, names));
}

/** A path as it is spelt in the text. */
function pathAt({ text }: SmolfileDocument, keys: readonly { start: number; end: number }[]): string {
  return keys.map(({ start, end }) => text.slice(start, end)).join('.');
}

function action(title: string, make: () => Change): Action[] {
  const change = ifPossible(make);
  return change ? [{ title, kind: KINDS.rewrite, edits: change.edits }] : [];
}
