import type { SmolfileDocument } from '../document/document.ts';
import { changeOf, documentOf, editSmolfile, type Change, type Source } from './change.ts';
import { EditError } from './edit-error.ts';
import { find, placeOf, valueOf, type Place, type Target } from './find.ts';
import { insertKey } from './insert-key.ts';
import { pathText, stepsOf, type KeyPath, type PathStep } from './path.ts';
import { removeKey } from './remove-key.ts';
import { replaceValue } from './replace.ts';
import { sound } from './sound.ts';
import { checkValue, isSame, isTable, type EditTable, type EditValue } from './write.ts';

/** How a new key is written. */
export interface SetOptions {
  /** Written as comment lines above the key; nothing where the key is there already, or goes between braces. */
  readonly comment?: string;
}

/**
 * Sets a key, or an element of a list. A value that is there already is replaced in its place and its spelling, a new
 * key joins those of its table in the way they are written, and a table is made where there is none. Comments stay.
 *
 * @throws EditError if something on the way is no table, or damaged.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * setValue('cpus = 1 # few\n', 'cpus', 4).text; // 'cpus = 4 # few\n'
 * setValue('dev = { init = ["x"] }\n', 'dev.workdir', '/src').text; // 'dev = { init = ["x"], workdir = "/src" }\n'
 * ```
 */
export function setValue(source: Source, path: KeyPath, value: EditValue, options: SetOptions = {}): Change {
  const steps = stepsOf(path);
  checkValue(value, `\`${pathText(steps)}\``);
  if (options.comment !== undefined && !/^[\t\n\r\u0020-\u007e\u0080-\u{10ffff}]*$/u.test(options.comment))
    throw new TypeError('Expected a comment without control characters');
  const document = documentOf(source);
  return sound(
    document,
    steps,
    (changed) => isThere(changed, steps, value),
    () => set(document, steps, value, options),
  );
}

function isThere(document: SmolfileDocument, steps: readonly PathStep[], value: EditValue): boolean {
  const { target, rest } = find(document, steps);
  return rest.length === 0 && isSameTarget(target, value);
}

function isSameTarget(target: Target, value: EditValue): boolean {
  if (target.kind === 'table') return isSame(target.place.table, value);
  return isSame(target.kind === 'tables' ? target.array : target.value, value);
}

function set(
  document: SmolfileDocument,
  steps: readonly PathStep[],
  value: EditValue,
  options: SetOptions,
): Change {
  const found = find(document, steps);
  const { target, rest } = found;
  if (rest.length > 0)
    return changeOf(document, insertKey(document, found, { value, comment: options.comment }));
  if (isSameTarget(target, value)) return changeOf(document, []);
  const place = placeOf(target);
  if (place && isTable(value)) return setTable(document, steps, place, value);
  const node = valueOf(target);
  if (node) return changeOf(document, replaceValue(document, node, value));
  if (typeof steps.at(-1) === 'number')
    throw new EditError(`\`${pathText(steps)}\` is written as a section, and cannot become something else`);
  return editSmolfile(
    document,
    (current) => removeKey(current, steps),
    (current) => setValue(current, steps, value),
  );
}

/** Each key of a table for itself, so that what stays the same keeps its spelling. */
function setTable(
  document: SmolfileDocument,
  steps: readonly PathStep[],
  { table }: Place,
  value: EditTable,
): Change {
  const gone = [...table.entries.keys()].filter((name) => !Object.hasOwn(value, name));
  return editSmolfile(
    document,
    ...Object.entries(value).map(
      ([name, item]) =>
        (current: SmolfileDocument) =>
          setValue(current, [...steps, name], item),
    ),
    ...gone.map((name) => (current: SmolfileDocument) => removeKey(current, [...steps, name])),
    // a table that only its keys made is gone with them
    (current) =>
      gone.length === table.entries.size ? setValue(current, steps, value) : changeOf(current, []),
  );
}
