import type { KeySchema } from './types.ts';

/** @returns what is directly inside a key: the keys of a section, the entry of a map, the item of a list of tables. */
export function belowOf(key: KeySchema): readonly KeySchema[] {
  return key.element ? [key.element] : (key.children ?? []);
}

/**
 * Every key below another one in declaration order, sections before what is in them.
 *
 * @example
 * ```ts
 * Array.from(allKeys(SCHEMA), ({ path }) => path).includes('dev.ports'); // true
 * ```
 */
export function* allKeys(from: KeySchema): Generator<KeySchema> {
  for (const key of belowOf(from)) {
    yield key;
    yield* allKeys(key);
  }
}
