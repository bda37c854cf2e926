import type { KeySchema } from '@smolfile/core';
import type { CrateKeys } from './crate.ts';
import { dataKeys } from './data.ts';

/** What the parser knows and the toolkit does not, or otherwise, one line each. */
export function keyChanges(keys: CrateKeys, release: string): string[] {
  const own = new Map(dataKeys(release).map((key) => [key.path, key]));
  const named = [...own].filter(([path]) => !/(?:\*|\[\])$/.test(path));
  return [
    ...[...keys].flatMap(([path, type]) => {
      const key = own.get(path);
      if (!key) return [`${path}: ${type}, not in the toolkit's data`];
      return fits(key, type) ? [] : [`${path}: ${type}, which is ${key.integer ?? key.type} for the toolkit`];
    }),
    ...named.filter(([path]) => !keys.has(path)).map(([path]) => `${path}: only in the toolkit's data`),
  ];
}

function fits({ type, integer }: KeySchema, rust: string): boolean {
  const plain = rust.replace(/^Option<(.*)>$/, '$1');
  switch (type) {
    case 'boolean':
      return plain === 'bool';
    case 'integer':
      return plain === integer;
    case 'string':
      return plain === 'String' || plain === 'PathBuf';
    case 'string-array':
      return plain === 'Vec<String>';
    case 'map':
      return /Map</.test(plain);
    case 'table-array':
      return /^Vec<.*[A-Z]\w+>$/.test(plain);
    case 'table':
      return /^(?:\w+::)*[A-Z]\w+$/.test(plain);
  }
}
