import { parseSmolfile } from '../document/document.ts';
import { EVERY_KEY } from '../schema/index.ts';
import { toData } from '../validate/data.ts';

/** A key that two Smolfiles set differently. */
export interface Difference {
  /** `dev.ports`. */
  readonly key: string;
  /** Undefined where it is not set. */
  readonly expected: unknown;
  readonly found: unknown;
}

/**
 * Compares what two Smolfiles say, whatever their comments, layout and order of keys.
 *
 * @returns one line for each key that differs; none where both mean the same.
 * @example
 * ```ts
 * compareSmolfiles('cpus = 2\n', 'cpus = 4 # more\n'); // [{ key: 'cpus', expected: 2, found: 4 }]
 * ```
 */
export function compareSmolfiles(expected: string, found: string): Difference[] {
  const one = valuesOf(expected);
  const other = valuesOf(found);
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((key) => JSON.stringify(one.get(key)) !== JSON.stringify(other.get(key)))
    .map((key) => ({ key, expected: one.get(key), found: other.get(key) }));
}

function valuesOf(text: string): Map<string, unknown> {
  const values = new Map<string, unknown>();
  const visit = (data: Readonly<Record<string, unknown>>, prefix: string): void => {
    for (const [name, value] of Object.entries(data)) {
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        visit(value as Record<string, unknown>, `${prefix}${name}.`);
      else values.set(prefix + name, value);
    }
  };
  visit(toData(parseSmolfile(text).toml.root, EVERY_KEY), '');
  return values;
}
