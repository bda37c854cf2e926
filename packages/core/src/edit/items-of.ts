import { changeOf, documentOf, editSmolfile, type Change, type Source } from './change.ts';
import { EditError } from './edit-error.ts';
import { find, valueOf } from './find.ts';
import { endOf, headersBelow, insertKey, namesOf } from './insert-key.ts';
import { insertItems } from './items.ts';
import { pathText, stepsOf, type KeyPath } from './path.ts';
import { removeKey, type RemoveOptions } from './remove-key.ts';
import { sound } from './sound.ts';
import { addSection } from './statements.ts';
import { checkValue, isSame, isTable, valueText, type EditValue } from './write.ts';

/** Where a new element goes. */
export interface AddOptions {
  /** The index that it will have; at the end by default. */
  readonly index?: number;
}

/**
 * Adds an element to a list, which is made where there is none. On a line of its own where its neighbours have that;
 * an array of tables gets another `[[section]]`.
 *
 * @throws EditError if there is something else than a list, or a damaged one.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * addItem('[dev]\nports = [\n  "80:80", # web\n]\n', 'dev.ports', '443:443').text;
 * // '[dev]\nports = [\n  "80:80", # web\n  "443:443",\n]\n'
 * ```
 */
export function addItem(source: Source, path: KeyPath, value: EditValue, options: AddOptions = {}): Change {
  const steps = stepsOf(path);
  const name = pathText(steps);
  checkValue(value, `\`${name}\``);
  const { index } = options;
  if (index !== undefined && !(Number.isSafeInteger(index) && index >= 0))
    throw new TypeError(`Expected the index of an element, but got ${String(index)}`);
  const document = documentOf(source);
  const found = find(document, steps);
  const holds = (changed: typeof document): boolean => find(changed, steps).rest.length === 0;
  return sound(document, steps, holds, () => {
    const { target, rest } = found;
    if (rest.length > 0) return changeOf(document, insertKey(document, found, { value: [value] }));
    if (target.kind === 'tables' && isTable(value) && index === undefined) {
      const last = target.array.items
        .flatMap(headersBelow)
        .toSorted((a, b) => a.start - b.start)
        .at(-1);
      const keys = Object.entries(value).map(([key, item]) => ({ names: [key], value: item }));
      const section = { path: namesOf(steps), keys, array: true };
      return changeOf(document, [addSection(document, section, { below: last && endOf(last) })]);
    }
    const list = valueOf(target);
    if (list?.type !== 'array') throw new EditError(`\`${name}\` is no list`, list);
    if (list.damaged) throw new EditError(`\`${name}\` is damaged`, list);
    const at = Math.min(index ?? list.items.length, list.items.length);
    return changeOf(document, insertItems(document, list, at, [valueText(value)]));
  });
}

/**
 * Removes every element of a list that is a certain value, however it is spelt; none is no error. The list stays, be it
 * empty. `removeKey` with an index removes one element by its place.
 *
 * @throws EditError if there is something else than a list, or a damaged one.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * removeItem("env = ['A=1', 'B=2']\n", 'env', 'A=1').text; // "env = ['B=2']\n"
 * ```
 */
export function removeItem(
  source: Source,
  path: KeyPath,
  value: EditValue,
  options: RemoveOptions = {},
): Change {
  const steps = stepsOf(path);
  checkValue(value, `\`${pathText(steps)}\``);
  const document = documentOf(source);
  const { target, rest } = find(document, steps);
  if (rest.length > 0) return changeOf(document, []);
  const list = valueOf(target);
  if (list?.type !== 'array') throw new EditError(`\`${pathText(steps)}\` is no list`, list);
  const gone = list.items.flatMap((item, index) => (isSame(item, value) ? [index] : [])).toReversed();
  return editSmolfile(
    document,
    ...gone.map((index) => (current: typeof document) => removeKey(current, [...steps, index], options)),
  );
}
