import { NEWEST_RELEASE, patched, type Release } from '../release/index.ts';
import { isFlagOf } from './flags.ts';
import { EVERY_KEY } from './generated/keys.ts';
import type { Command, KeySchema, MergeRule } from './types.ts';

/** By the list of keys that were patched for it: releases between which nothing changed share a tree. */
const trees = new Map<string, KeySchema>();
const treeOf = new WeakMap<Release, KeySchema>();

/**
 * Every key that any known release has, as one release has it: one that the release does not have is `absent`, and
 * stands at its place all the same, so that a file that uses it can be understood.
 */
export function treeAt(release: Release): KeySchema {
  const known = treeOf.get(release);
  if (known) return known;
  const id = release.known;
  const tree = trees.get(id) ?? asAt(EVERY_KEY, release, false);
  trees.set(id, tree);
  treeOf.set(release, tree);
  return tree;
}

/** A key and what is below it; the table's own objects where nothing changed since. */
function asAt(key: KeySchema, release: Release, isParentAbsent: boolean): KeySchema {
  const state = patched(key, release);
  const absent = isParentAbsent || state === undefined;
  const own = state ?? key;
  const children = sameOr(key.children, (one) => asAt(one, release, absent));
  const element = key.element && asAt(key.element, release, absent);
  const isSame =
    own === key && children === key.children && element === key.element && absent === (key.absent ?? false);
  if (isSame) return key;
  const { absent: _absent, ...rest } = own;
  return { ...rest, ...(children && { children }), ...(element && { element }), ...(absent && { absent }) };
}

function sameOr<Item>(
  list: readonly Item[] | undefined,
  map: (item: Item) => Item,
): readonly Item[] | undefined {
  const mapped = list?.map(map);
  return mapped?.every((item, index) => item === list![index]) ? list : mapped;
}

const schemas = new WeakMap<KeySchema, KeySchema>();

/** The keys that a release has, as it has them; the others are left out. */
export function schemaFor(release: Release): KeySchema {
  const tree = treeAt(release);
  const known = schemas.get(tree) ?? present(tree);
  schemas.set(tree, known);
  return known;
}

/** The table's own object where all is there. */
function present(key: KeySchema): KeySchema {
  const element = key.element && present(key.element);
  const known = key.children?.some(({ absent }) => absent)
    ? key.children.filter(({ absent }) => !absent)
    : key.children;
  const children = sameOr(known, present);
  if (element === key.element && children === key.children) return key;
  return { ...key, ...(children && { children }), ...(element && { element }) };
}

/**
 * The key at a path of a document.
 *
 * @param path key names from the root on. Entries of a map are found under any name (or `*`), items of an array of
 *   tables under any index (or `[]`); the index may also be left out.
 * @param release the newest when left out. A key that the release does not have is found, too: it is `absent`.
 * @returns undefined for a key that no release has, and for anything below a plain value.
 */
export function keyAt(
  path: readonly (string | number)[],
  release: Release = NEWEST_RELEASE,
): KeySchema | undefined {
  let key: KeySchema | undefined = treeAt(release);
  for (const part of path) {
    if (!key) return undefined;
    const { element }: KeySchema = key;
    if (key.type === 'map') {
      key = element;
    } else if (key.type === 'table-array') {
      const isIndex = typeof part === 'number' || part === '[]' || /^\d+$/.test(part);
      key = isIndex ? element : child(element, part);
    } else {
      key = child(key, part);
    }
  }
  return key;
}

/**
 * The key by the path that `KeySchema.path`, merge layers and implications use.
 *
 * @param path such as `dev.ports`, `secrets.*.from_env` or `network.credentials[].name`.
 * @example
 * ```ts
 * keyByPath('cpus')?.type; // 'integer'
 * ```
 */
export function keyByPath(path: string, release: Release = NEWEST_RELEASE): KeySchema | undefined {
  return keyAt(path.replaceAll('[]', '.[]').split('.'), release);
}

function child(key: KeySchema | undefined, name: string | number): KeySchema | undefined {
  return key && typeof name === 'string' ? childNamed(key, name) : undefined;
}

const childrenByName = new WeakMap<KeySchema, ReadonlyMap<string, KeySchema>>();

/** The key of this name inside a table, be it absent in the release or not; undefined where there is none. */
export function childNamed(key: KeySchema, name: string): KeySchema | undefined {
  if (!key.children) return undefined;
  const known = childrenByName.get(key) ?? new Map(key.children.map((one) => [one.name, one]));
  childrenByName.set(key, known);
  return known.get(name);
}

/** By release, then by rule and command: rules are objects of the release's tree. */
const merges = new WeakMap<MergeRule, Map<string, MergeRule | undefined>>();

/**
 * How the layers of a key become one value; layers that the release does not have are left out.
 *
 * @param key of `treeAt(release)`.
 * @returns undefined where the command gives the key no value (facts 2.9), or the release has no layer of it.
 */
export function mergeFor(key: KeySchema, command: Command, release: Release): MergeRule | undefined {
  const rule = key.merge?.[command];
  if (!rule) return undefined;
  const id = `${command} ${release.known}`;
  const known = merges.get(rule) ?? new Map<string, MergeRule | undefined>();
  merges.set(rule, known);
  if (!known.has(id)) known.set(id, mergeOf(rule, command, release));
  return known.get(id);
}

function mergeOf(rule: MergeRule, command: Command, release: Release): MergeRule | undefined {
  const isThere = (layer: string): boolean => {
    if (layer.startsWith('--')) return isFlagOf(layer.slice(2), command, release);
    if (layer === 'COMMAND') return true;
    const source = keyByPath(layer, release);
    return source !== undefined && !source.absent;
  };
  const layers = rule.layers
    .map((layer) => (typeof layer === 'string' ? layer : layer.filter(isThere)))
    .filter((layer) => typeof layer !== 'string' || isThere(layer));
  return layers.length === 0 ? undefined : { ...rule, layers };
}
