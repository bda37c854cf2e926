import type { KeySchema } from './types.ts';

/** Where the keys are documented, one heading a key. */
const DOCUMENTATION = 'https://github.com/smolfile/toolkit/blob/main/schemas/REFERENCE.md';

/** The page that says everything about a key. */
export function referenceUrl({ path }: Pick<KeySchema, 'path'>): string {
  // As GitHub makes anchors of headings.
  return `${DOCUMENTATION}#${path.replaceAll(/[^\w-]/g, '')}`;
}
