import { applyEdits, parseSmolfile } from '@smolfile/core';
import {
  complete,
  type CompletionItem,
} from '../../../packages/language-server/src/features/completion/index.ts';
import type { Target } from '../../../packages/language-server/src/features/target.ts';
import { PINNED_VERSION } from '../../harness/releases.ts';
import { marked } from './marked.ts';

/** What is offered at the `|`, best first, where nothing else asks for another smolvm than the installed one. */
export function itemsAt(source: string, target: Target = {}): CompletionItem[] {
  const { text, range } = marked(source);
  return complete(parseSmolfile(text), range.start, { installed: PINNED_VERSION, ...target }).toSorted(
    (a, b) => a.rank - b.rank,
  );
}

/** The labels of it that the typed text leaves, as an editor would filter them. */
export function labelsAt(source: string, target: Target = {}): string[] {
  const { text, range } = marked(source);
  return itemsAt(source, target)
    .filter((item) => fits(item.filter ?? item.label, text.slice(item.range.start, range.start).trim()))
    .map(({ label }) => label);
}

/** Editors take what has the typed letters in it, in order. */
function fits(filter: string, typed: string): boolean {
  let at = 0;
  for (const letter of filter.toLowerCase()) if (letter === typed.charAt(at).toLowerCase()) at++;
  return at >= typed.length;
}

/**
 * The text after an item is accepted.
 *
 * @param label of the item.
 * @param snippets with the tab stops written out, as an editor with snippets gets it.
 */
export function accepted(source: string, label: string, target: Target = {}, snippets = false): string {
  const { text } = marked(source);
  const items = itemsAt(source, target);
  const item = items.find((candidate) => candidate.label === label);
  if (!item) throw new Error(`No ${label} among ${items.map((each) => each.label).join(', ')}`);
  const inserted = snippets ? (item.snippet ?? item.text) : item.text;
  return applyEdits(text, [{ range: item.range, text: inserted }]);
}
