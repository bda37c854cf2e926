import { isAtLeast, NEWEST } from '@smolfile/core';
import { schemaFiles } from './schema-files.ts';

interface Index {
  /** Oldest first. */
  readonly schemas: readonly { readonly from: string; readonly file: string }[];
}

/**
 * The JSON Schema as one version of smolvm knows it, as text: its largest integers are beyond what a JavaScript
 * number holds exactly.
 *
 * @param version 1.2.0 or newer; above the newest known exactly, every key that is known to exist is in it.
 */
export function schemaText(version: string = NEWEST): string {
  const read = schemaFiles();
  if (version !== NEWEST && isAtLeast(version, NEWEST)) return read('smolfile.schema.json');
  const { schemas } = JSON.parse(read('versions/index.json')) as Index;
  const file = schemas.findLast(({ from }) => isAtLeast(version, from))?.file;
  return read(`versions/${file}`);
}
