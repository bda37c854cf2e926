import { MASK } from '@smolfile/core';

/** Says of a text that has masks in it, to be pasted or saved, that it is not complete; empty for others. */
export function maskNote(text: string): string {
  return text.includes(MASK)
    ? `# \`${MASK}\` stands for what looks like a credential; --show-values prints it.\n`
    : '';
}
