import { commandLineOf, type Accepted } from '@smolfile/core';
import { visible } from '../reporters/visible.ts';

/** The configuration as one command line, or what keeps it from being one, as comments of a shell. */
export function renderFlags(resolution: Accepted): string {
  const { text, inexpressible } = commandLineOf(resolution);
  const comments = inexpressible.map(
    ({ what, reason }) => `# Not in these flags: ${visible(what)}: ${visible(reason)}.\n`,
  );
  return `${comments.join('')}${text}\n`;
}
