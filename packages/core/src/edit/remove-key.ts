import type { SmolfileDocument } from '../document/document.ts';
import type { Item, Table } from '../toml/index.ts';
import { changeOf, documentOf, editSmolfile, type Change, type Source } from './change.ts';
import { EditError } from './edit-error.ts';
import { find, type Place, type Target } from './find.ts';
import { endOf, headersBelow } from './insert-key.ts';
import { removeItems } from './items.ts';
import { stepsOf, type KeyPath, type PathStep } from './path.ts';
import { rescueComments } from './replace.ts';
import { sound } from './sound.ts';
import { removeEntry, removeStatements } from './statements.ts';

/** What becomes of comments. */
export interface RemoveOptions {
  /**
   * `keep`, the default: a comment behind or inside what goes stays, on a line of its own. `remove`: it goes as well,
   * and so do the ones right above, but for those that open the file or are meant for all of it.
   */
  readonly comments?: 'keep' | 'remove';
}

/**
 * Removes a key with its value, a whole section, or an element of a list. What is not there is no error.
 *
 * A table that only dotted keys made, as in `dev.init = []`, is gone with its last key.
 *
 * @throws EditError if something on the way is no table, or damaged.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * removeKey('cpus = 4\nnet = true # for apk\n', 'net').text; // 'cpus = 4\n# for apk\n'
 * ```
 */
export function removeKey(source: Source, path: KeyPath, options: RemoveOptions = {}): Change {
  const steps = stepsOf(path);
  const { comments = 'keep' } = options;
  if (comments !== 'keep' && comments !== 'remove')
    throw new TypeError(`Expected comments to be 'keep' or 'remove', but got ${JSON.stringify(comments)}`);
  const document = documentOf(source);
  return sound(
    document,
    steps,
    (changed) => typeof steps.at(-1) === 'number' || find(changed, steps).rest.length > 0,
    () => remove(document, steps, comments === 'keep'),
  );
}

function remove(document: SmolfileDocument, steps: readonly PathStep[], keep: boolean): Change {
  const { target, rest } = find(document, steps);
  if (rest.length > 0) return changeOf(document, []);
  switch (target.kind) {
    case 'element':
      if (target.array.damaged) throw new EditError('The list is damaged', target.array);
      return changeOf(document, removeItems(document, target.array, target.index, target.index + 1, keep));
    case 'entry':
      return removeEntryOf(document, target, keep);
    case 'tables':
      return inTurn(document, target.array.items.map((_, index) => [...steps, index]).toReversed(), keep);
    case 'table':
      return removeTable(document, steps, target.place, keep);
  }
}

function removeEntryOf(
  document: SmolfileDocument,
  { place, leaf: { node } }: Target & { readonly kind: 'entry' },
  keep: boolean,
): Change {
  const { holder } = place;
  if (holder?.node?.type !== 'inline-table')
    return changeOf(document, [removeStatements(document, node, keep)]);
  if (holder.node.damaged) throw new EditError('The braces around are damaged', holder.node);
  return changeOf(document, [...(keep ? rescueComments(document, node) : []), removeEntry(holder, node)]);
}

/** What stands elsewhere first: sections below it, and the keys that alone make it. */
function removeTable(
  document: SmolfileDocument,
  steps: readonly PathStep[],
  { table }: Place,
  keep: boolean,
): Change {
  const names = [...table.entries]
    .filter(([, item]) => !table.header || hasHeader(item))
    .map(([name]) => name);
  const parts = names.map((name) => [...steps, name]);
  return inTurn(document, parts, keep, (current) => {
    const { target, rest } = find(current, steps);
    const header = rest.length === 0 && target.kind === 'table' ? target.place.table.header : undefined;
    if (!header) return changeOf(current, []);
    return changeOf(current, [removeStatements(current, { start: header.start, end: endOf(header) }, keep)]);
  });
}

function inTurn(
  document: SmolfileDocument,
  paths: readonly (readonly PathStep[])[],
  keep: boolean,
  last: (document: SmolfileDocument) => Change = (current) => changeOf(current, []),
): Change {
  const steps = paths.map((path) => (current: SmolfileDocument) => remove(current, path, keep));
  return editSmolfile(document, ...steps, last);
}

function hasHeader(item: Item): boolean {
  if (item.type === 'leaf') return false;
  const tables: readonly Table[] = item.type === 'table' ? [item] : item.items;
  return tables.some((table) => headersBelow(table).length > 0);
}
