import { MARKDOWN } from './generated/docs.ts';
import type { KeySchema } from './types.ts';

/**
 * The rich text of a key: what it does really, its traps, an example. Apart from the key table, so that a bundle
 * that never shows it need not load it.
 *
 * @returns Markdown; the plain description for the few entries that have nothing to add.
 */
export function markdownOf(key: KeySchema): string {
  return MARKDOWN[key.path] ?? key.description;
}
