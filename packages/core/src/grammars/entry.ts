import { grammarOf } from './registry.ts';
import type { EntryForm } from './grammar.ts';

/** `NAME=VALUE`, as most flags have it. */
const PLAIN: EntryForm = {
  read(text) {
    const equals = text.indexOf('=');
    return equals > 0 ? { name: text.slice(0, equals), value: text.slice(equals + 1) } : undefined;
  },
  write: ({ name, value }) =>
    typeof value === 'string' && name !== '' && !name.includes('=') ? `${name}=${value}` : undefined,
};

/** How a flag of a grammar says an entry of a map. */
export function entryFormOf(flag: { readonly grammar: string }): EntryForm {
  return grammarOf(flag).entry ?? PLAIN;
}
