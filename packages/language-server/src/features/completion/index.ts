import { keyAt, schemaFor, type KeySchema, type SmolfileDocument, type Release } from '@smolfile/core';
import { placeAt } from '../context.ts';
import { releaseOf, type Target } from '../target.ts';
import { commentItems } from './comments.ts';
import { headerItems } from './headers.ts';
import type { CompletionItem } from './item.ts';
import { keyItems } from './keys.ts';
import { isUnwelcome } from './unasked.ts';
import { valueItems } from './values.ts';

export type { CompletionItem, CompletionKind } from './item.ts';

/** What completion sees besides the cursor. */
export interface Asked {
  readonly document: SmolfileDocument;
  readonly target: Target;
  readonly release: Release;
  readonly offset: number;
  /** Keys as the release has them. */
  readonly keyAt: (path: readonly string[]) => KeySchema | undefined;
}

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
  const find = (path: readonly string[]) => (path.length === 0 ? root : belowRoot(root, path));
  const asked: Asked = { document, target, release, offset, keyAt: find };
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
  const known = keyAt(path);
  if (!known) return undefined;
  let key: KeySchema | undefined = root;
  for (const name of path) {
    const section: KeySchema | undefined = key?.type === 'table-array' ? key.element : key;
    key = section?.type === 'map' ? section.element : section?.children?.find((child) => child.name === name);
  }
  return key;
}
