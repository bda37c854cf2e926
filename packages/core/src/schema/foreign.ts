import type { ForeignWords } from './foreign-types.ts';
import { readForeign } from './generated/foreign.ts';

/** By table, then by word without capitals, hyphens and underscores. */
let tables: ReadonlyMap<string, ReadonlyMap<string, ForeignWords>> | undefined;

/**
 * What a word from another tool is in a Smolfile.
 *
 * @param table path of the table that it stands in: `` for the top, `secrets.*` for a secret.
 * @param type of its value, where the word may be a key of ours.
 * @returns what is known of it in that table; of what belongs elsewhere, what is known of it at the top.
 */
export function foreignWord(table: string, word: string, type?: 'boolean'): ForeignWords | undefined {
  const plain = plainWord(word);
  const own = wordsIn(table).get(plain);
  if (own) return own.for === type ? own : undefined;
  const top = table === '' || table.includes('*') || table.includes('[') ? undefined : wordsIn('').get(plain);
  return top?.key !== undefined && top.for === type ? top : undefined;
}

/** The words that a table is known for, without capitals, hyphens and underscores. */
export function foreignWordsIn(table: string): readonly string[] {
  return [...wordsIn(table)].filter(([, { for: type }]) => type === undefined).map(([word]) => word);
}

/** A word as the table has it. */
export function plainWord(word: string): string {
  return word.slice(0, 64).toLowerCase().replaceAll(/[-_]/g, '');
}

function wordsIn(table: string): ReadonlyMap<string, ForeignWords> {
  tables ??= readTables();
  return tables.get(table) ?? new Map<string, ForeignWords>();
}

function readTables(): Map<string, Map<string, ForeignWords>> {
  const found = new Map<string, Map<string, ForeignWords>>();
  for (const entry of readForeign()) {
    const table = found.get(entry.in ?? '') ?? new Map<string, ForeignWords>();
    found.set(entry.in ?? '', table);
    for (const word of entry.words) table.set(plainWord(word), entry);
  }
  return found;
}
