import { commandLineOf, type Accepted } from '@smolfile/core';
import { maskNote } from './mask-note.ts';
import { visible } from '../reporters/visible.ts';

/**
 * The configuration as one command line; where none says the same, what keeps it from being one, as comments of a shell,
 * since one that says less would open what the file closes.
 */
export function renderFlags(resolution: Accepted): string {
  const { text, inexpressible } = commandLineOf(resolution);
  if (inexpressible.length === 0) return `${maskNote(text)}${text}\n`;
  const reasons = inexpressible.map(({ what, reason }) => `# - ${visible(what)}: ${visible(reason)}.\n`);
  return `# No flags say the same as this Smolfile; it is needed for:\n${reasons.join('')}`;
}
