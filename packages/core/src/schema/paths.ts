import { EVERY_KEY } from './generated/keys.ts';
import { allKeys } from './walk.ts';

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
