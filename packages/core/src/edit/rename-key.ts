import { changeOf, documentOf, type Change, type Source } from './change.ts';
import { EditError } from './edit-error.ts';
import { find, placeOf, type Target } from './find.ts';
import { headersBelow, namesOf } from './insert-key.ts';
import { replacement } from './lines.ts';
import { pathText, stepsOf, type KeyPath } from './path.ts';
import { sound } from './sound.ts';
import type { KeyNode, Table } from '../toml/index.ts';
import { isWellFormed, nameText } from './write.ts';

/**
 * Renames a key where it stands, in every header and dotted key that names it.
 *
 * @param name the new one; the key stays in its table.
 * @throws EditError if there is no such key, or already one of the new name.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * renameKey('imge = "alpine" # small\n', 'imge', 'image').text; // 'image = "alpine" # small\n'
 * ```
 */
export function renameKey(source: Source, path: KeyPath, name: string): Change {
  const steps = stepsOf(path);
  if (typeof name !== 'string' || !isWellFormed(name))
    throw new TypeError(`Expected the new name of a key, but got ${JSON.stringify(name)}`);
  const document = documentOf(source);
  const old = steps.at(-1)!;
  const parents = steps.slice(0, -1);
  if (old === name) return changeOf(document, []);
  const { target, rest } = find(document, steps);
  if (rest.length > 0 || typeof old === 'number')
    throw new EditError(`There is no key \`${pathText(steps)}\``);
  const around = placeOf(find(document, parents).target);
  const taken = around?.table.entries.has(name);
  if (taken) throw new EditError(`\`${pathText([...parents, name])}\` is there already`);
  const keys = keysOf(target, namesOf(steps).length - 1);
  const edits = keys.map(({ start, end }) => replacement(start, end, nameText(name)));
  return sound(
    document,
    steps,
    () => true,
    () => changeOf(document, edits),
  );
}

/** @param depth how many names come before the key in a header. */
function keysOf(target: Target, depth: number): KeyNode[] {
  if (target.kind === 'entry') return [target.leaf.key];
  const tables =
    target.kind === 'tables' ? target.array.items : target.kind === 'table' ? [target.place.table] : [];
  const headers = tables.flatMap(headersBelow).flatMap(({ keys }) => keys[depth] ?? []);
  return [...headers, ...tables.flatMap((table) => (table.header ? [] : dottedKeys(table, 1)))];
}

/** The keys in dotted keys that name a table. @param levels how far below it the keys of this table are. */
function dottedKeys({ entries }: Table, levels: number): KeyNode[] {
  return [...entries.values()].flatMap((item) => {
    if (item.type === 'leaf') return item.node.keys.at(-1 - levels) ?? [];
    return item.type === 'table' && !item.header ? dottedKeys(item, levels + 1) : [];
  });
}
