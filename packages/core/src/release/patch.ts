import type { Changes } from './types.ts';

/** What a release must be able to tell: whether it comes before another one. */
export interface Ordered {
  isBefore(version: string): boolean;
}

/**
 * An entry of the data as it was at a release: the newest state, with what held before each later change put back,
 * newest change first (JSON Merge Patch, RFC 7386).
 *
 * @returns the entry itself where nothing changed since; undefined where it did not exist.
 */
export function patched<Entry extends Changes<Entry>>(entry: Entry, release: Ordered): Entry | undefined {
  let state: Entry = entry;
  let absent = entry.absent ?? false;
  for (const change of entry.changes ?? []) {
    if (!release.isBefore(change.before)) break;
    if (change.absent !== undefined) absent = change.absent;
    if (change.patch) state = mergePatch(state, change.patch) as Entry;
  }
  return absent ? undefined : state;
}

/**
 * JSON Merge Patch: members of the patch replace those of the target, `null` removes, objects are merged.
 *
 * @returns a new value; neither argument is changed.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = mergePatch(result[name], value);
  }
  return result;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
