import { parseSmolfile, type SmolfileDocument } from '../document/document.ts';
import { toPlain, type PlainValue } from '../toml/index.ts';
import type { Change } from './change.ts';
import { EditError } from './edit-error.ts';
import { pathText, type PathStep } from './path.ts';

/**
 * Makes a change; of a file with syntax errors it is read again, since a place that looks like the end of a section may
 * lie in a string that nobody closed.
 *
 * @param holds whether the text after it says what is wanted.
 * @throws EditError if it does not, or if anything else means something else now.
 */
export function sound(
  document: SmolfileDocument,
  steps: readonly PathStep[],
  holds: (changed: SmolfileDocument) => boolean,
  make: () => Change,
): Change {
  const change = make();
  if (!document.damaged || change.edits.length === 0) return change;
  const changed = parseSmolfile(change.text);
  const isSound =
    changed.errors.length <= document.errors.length &&
    isAsBefore(toPlain(document.toml.root), toPlain(changed.toml.root), steps) &&
    ifFound(() => holds(changed));
  if (isSound) return change;
  const [error] = document.errors;
  throw new EditError(`\`${pathText(steps)}\` cannot be changed while the file is damaged`, error);
}

function ifFound(holds: () => boolean): boolean {
  try {
    return holds();
  } catch {
    return false;
  }
}

/** Whether two values are the same but for what is at a path. */
function isAsBefore(before: PlainValue, after: PlainValue, steps: readonly PathStep[] | undefined): boolean {
  if (steps?.length === 0) return true;
  if (!isObject(before) || !isObject(after)) {
    // a table, or list, that has come or gone on the way
    if (steps && (isEmpty(before) || isEmpty(after))) return true;
    return Object.is(before, after);
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].every((name) =>
    isAsBefore(
      Reflect.get(before, name) as PlainValue,
      Reflect.get(after, name) as PlainValue,
      String(steps?.[0]) === name ? steps?.slice(1) : undefined,
    ),
  );
}

function isObject(
  value: PlainValue,
): value is Exclude<PlainValue, string | number | bigint | boolean | undefined> {
  return typeof value === 'object';
}

function isEmpty(value: PlainValue): boolean {
  return value === undefined || (isObject(value) && Object.keys(value).length === 0);
}
