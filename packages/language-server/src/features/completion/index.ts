import { keyAt, schemaFor, type KeySchema, type SmolfileDocument } from '@smolfile/core';
import { placeAt } from '../context.ts';
import { releaseOf, type Target } from '../target.ts';
import type { Asked } from './asked.ts';
import { commentItems } from './comments.ts';
import { headerItems } from './headers.ts';
import type { CompletionItem } from './item.ts';
import { keyItems } from './keys.ts';
import { isUnwelcome } from './unasked.ts';
import { valueItems } from './values.ts';

export type { CompletionItem, CompletionKind } from './item.ts';

/**
 * Everything that may be written at a place.
 *
 * @param offset of the cursor.
 * @param character that was just typed and made the editor ask, if it was one.
 * @returns the most useful first; empty where nothing can be said.
 */
export function complete(
  document: SmolfileDocument,
  offset: number,
  target: Target,
  character?: string,
): CompletionItem[] {
  const release = releaseOf(document, target);
  const root = schemaFor(release);
  const find = (path: readonly string[]) =>
    path.length === 0 || keyAt(path) ? belowRoot(root, path) : undefined;
  return itemsFor({ document, target, release, offset, keyAt: find }, character);
}

/** What may be written at a place of another TOML document, by the tree of its keys. */
export function completeBy(root: KeySchema, document: SmolfileDocument, offset: number): CompletionItem[] {
  const release = releaseOf(document, {});
  const find = (path: readonly string[]) => belowRoot(root, path);
  const items = itemsFor({ document, target: {}, release, offset, keyAt: find }, undefined);
  return items.filter(
    ({ documents, kind }) => documents !== undefined || (kind !== 'snippet' && kind !== 'key'),
  );
}

function itemsFor(asked: Asked, character: string | undefined): CompletionItem[] {
  const { document, offset } = asked;
  const place = placeAt(document, offset);
  // An editor replaces text within one line only; what spans lines is no value that one would pick from a list.
  if (place.kind === 'none' || document.text.slice(place.range.start, place.range.end).includes('\n'))
    return [];
  if (isUnwelcome(place, asked, character)) return [];
  switch (place.kind) {
    case 'key':
      return keyItems(place, asked);
    case 'header':
      return headerItems(place, asked);
    case 'value':
      return valueItems(place, asked);
    case 'comment':
      return commentItems(place, asked);
  }
}

/** As `keyAt` does, but from a schema that lacks what the version lacks. */
function belowRoot(root: KeySchema, path: readonly string[]): KeySchema | undefined {
  let key: KeySchema | undefined = root;
  for (const name of path) {
    const section: KeySchema | undefined = key?.type === 'table-array' ? key.element : key;
    key = section?.type === 'map' ? section.element : section?.children?.find((child) => child.name === name);
  }
  return key;
}
