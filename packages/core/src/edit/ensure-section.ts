import { changeOf, documentOf, type Change, type Source } from './change.ts';
import { EditError } from './edit-error.ts';
import { find, placeOf } from './find.ts';
import { insertKey, namesOf } from './insert-key.ts';
import { pathText, stepsOf, type KeyPath } from './path.ts';
import { type SetOptions } from './set-value.ts';
import { sound } from './sound.ts';
import { addSection } from './statements.ts';

/**
 * Makes sure that there is a table, in whatever spelling; a new one is written as a `[section]`, empty.
 *
 * @throws EditError if there is something else than a table.
 * @throws TypeError if an argument is of the wrong kind.
 * @example
 * ```ts
 * ensureSection('cpus = 4\n', 'dev').text; // 'cpus = 4\n\n[dev]\n'
 * ensureSection('dev.init = []\n', 'dev').edits; // []
 * ```
 */
export function ensureSection(source: Source, path: KeyPath, { comment }: SetOptions = {}): Change {
  const steps = stepsOf(path);
  const document = documentOf(source);
  const found = find(document, steps);
  const place = placeOf(found.target);
  if (!place) throw new EditError(`\`${pathText(found.taken)}\` is no table`);
  if (found.rest.length === 0) return changeOf(document, []);
  const isTop = found.taken.length === 0 && namesOf(steps).length === steps.length;
  return sound(
    document,
    steps,
    (changed) => find(changed, steps).rest.length === 0,
    () =>
      changeOf(
        document,
        isTop
          ? [addSection(document, { path: namesOf(steps), keys: [], comment })]
          : insertKey(document, found, { value: {}, comment }),
      ),
  );
}
