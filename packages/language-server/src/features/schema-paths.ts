import { allKeys, EVERY_KEY, keyAt, type KeySchema } from '@smolfile/core';

export { pathsOf } from '@smolfile/core';

/** The map that a path is an entry of: `[secrets]`. */
export function mapOf(path: readonly string[]): KeySchema | undefined {
  const parent = path.length > 1 ? keyAt(path.slice(0, -1)) : undefined;
  return parent?.type === 'map' ? parent : undefined;
}

let namingVariables: readonly KeySchema[] | undefined;

/** The maps whose entries are called like variables of the guest: `[secrets]`. */
export function mapsOfVariables(): readonly KeySchema[] {
  return (namingVariables ??= Array.from(allKeys(EVERY_KEY)).filter(namesVariables));
}

/** Whether the names of the entries of a map are those of variables of the guest. */
export function namesVariables({ nameGrammar }: KeySchema): boolean {
  return nameGrammar === 'env-name';
}
