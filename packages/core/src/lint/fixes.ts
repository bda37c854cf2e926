import type { SmolfileDocument } from '../document/document.ts';
import { insertItems, indexAt, removeItems, tomlString } from '../edit/index.ts';
import type { TextEdit } from '../text/range.ts';
import type { ArrayNode } from '../toml/index.ts';
import type { ValueProblem } from '../grammars/index.ts';
import type { Fix } from '../model/diagnostic.ts';
import type { GivenText, GivenValue } from '../merge/index.ts';

/** The fix that puts a value grammar's own suggestion in place of a string; nothing when it has none. */
export function fixString(item: Pick<GivenText, 'range' | 'source'>, problem: ValueProblem): { fix?: Fix } {
  const { suggestion, certain } = problem;
  // a flag is the caller's to change
  return suggestion === undefined || item.source
    ? {}
    : { fix: replaceString(item, suggestion, certain ?? false) };
}

/** The fix that replaces a whole string. */
export function replaceString(item: Pick<GivenText, 'range'>, text: string, safe: boolean): Fix {
  const written = tomlString(text);
  const range = { start: item.range.start, end: item.range.end };
  return { title: `Replace with \`${written}\``, safe, edits: [{ range, text: written }] };
}

/** The array of the document that an element of a merged list stands in; none for a flag. */
export function arrayOf(document: SmolfileDocument, { layer, source }: GivenValue): ArrayNode | undefined {
  const value = source ? undefined : document.settings.get(layer)?.value;
  return value?.type === 'array' && !value.damaged ? value : undefined;
}

/** Takes the element of a merged list out of the array that it stands in. */
export function removeElement(document: SmolfileDocument, array: ArrayNode, item: GivenValue): TextEdit[] {
  const index = indexAt(array, item.range.start);
  return removeItems(document, array, index, index + 1);
}

/** Adds strings at the end of an array. */
export function appendElements(
  document: SmolfileDocument,
  array: ArrayNode,
  added: readonly string[],
): TextEdit[] {
  return insertItems(document, array, array.items.length, added.map(tomlString));
}
