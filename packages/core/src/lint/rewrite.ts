import type { SmolfileDocument } from '../document/document.ts';
import type { Content } from '../document/setting.ts';
import {
  editSmolfile,
  ifPossible,
  isWellFormed,
  moveKey,
  removeKey,
  renameKey,
  setValue,
  type Change,
  type EditValue,
} from '../edit/index.ts';
import type { KeySchema } from '../schema/index.ts';
import { toPlain, valueOf, type PlainValue, type Table, type TableArray } from '../toml/index.ts';
import { meantValue } from './meant.ts';

/** What a place of the document holds, as plain data. */
export function plainOf(found: Content): PlainValue {
  if (found.type === 'table') return toPlain(found);
  return found.type === 'table-array' ? found.items.map(toPlain) : valueOf(found);
}

/** A table as a file writes it, by its header, dotted keys or items. */
export function isWritten(found: Content): found is Table | TableArray {
  return found.type === 'table' || found.type === 'table-array';
}

/**
 * Makes a key another one, with its value as that one takes it, where that can be told; else the value stays.
 *
 * @param to of the tree that the document is read by; not set in the document.
 * @returns undefined where the file does not allow it.
 */
export function rewriteKey(
  document: SmolfileDocument,
  from: readonly string[],
  to: KeySchema,
  found: Content,
): Change | undefined {
  if (!from.every(isWellFormed)) return undefined;
  const plain = plainOf(found);
  const value = meantValue(to, plain);
  const path = to.path.split('.');
  // the name of an entry of a map stays
  const steps = path.map((name, index) => (name === '*' ? (from[index] ?? name) : name));
  const stays = isSame(value, plain) || value === undefined;
  const isBeside =
    steps.length === from.length && from.slice(0, -1).every((name, index) => name === steps[index]);
  const takesTables = to.type === 'table' || to.type === 'map' || to.type === 'table-array';
  if (isWritten(found) && (!isBeside || !takesTables || !stays)) {
    if (value === undefined) return undefined;
    return ifPossible(() =>
      editSmolfile(
        document,
        (current) => removeKey(current, from),
        (current) => setValue(current, steps, value),
      ),
    );
  }
  const last = steps.at(-1)!;
  return ifPossible(() =>
    editSmolfile(
      document,
      (current) => (isBeside ? renameKey(current, from, last) : moveKey(current, from, steps)),
      ...(stays ? [] : [(current: SmolfileDocument) => setValue(current, steps, value)]),
    ),
  );
}

function isSame(value: EditValue | undefined, plain: PlainValue): boolean {
  return JSON.stringify(value, asText) === JSON.stringify(plain, asText);
}

function asText(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}
