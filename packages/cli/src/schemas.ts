import { NEWEST_RELEASE, type Release } from '@smolfile/core';
import { schemaFiles } from './schema-files.ts';

interface Index {
  /** Oldest first. */
  readonly schemas: readonly { readonly from: string; readonly file: string }[];
}

/**
 * The JSON Schema as one release of smolvm knows it, as text: its largest integers are beyond what a JavaScript number
 * holds exactly.
 */
export function schemaText(release: Release = NEWEST_RELEASE): string {
  const read = schemaFiles();
  const { schemas } = JSON.parse(read('versions/index.json')) as Index;
  const file = schemas.findLast(({ from }) => !release.isBefore(from))?.file;
  return read(`versions/${file}`);
}
