import { allKeys, EVERY_KEY, keyAt, type KeySchema } from '@smolfile/core';

const byGrammar = new Map<string, readonly string[]>();

/** Paths of the keys whose values, or elements, have a grammar; such as `env` and `dev.env`. */
export function pathsOf(grammar: string): readonly string[] {
  const known = byGrammar.get(grammar);
  if (known) return known;
  const keys = Array.from(allKeys(EVERY_KEY)).filter((key) => key.grammar === grammar);
  // Entries of maps and lists of tables have no one path in a document.
  const paths = keys.map(({ path }) => path).filter((path) => !/[*[]/.test(path));
  byGrammar.set(grammar, paths);
  return paths;
}

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
