import { visible } from './visible.ts';

/** Any text as code in Markdown: between more backticks than it has in a row (CommonMark 6.1). */
export function markdownCode(text: string): string {
  const shown = visible(text.replaceAll(/\s/g, ' '));
  const longest = Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const isBare = /^[^`\s](?:.*[^`\s])?$/su.test(shown);
  return isBare ? `${fence}${shown}${fence}` : `${fence} ${shown === '' ? ' ' : shown} ${fence}`;
}

/**
 * A sentence of ours as Markdown. It has code in backticks and no other markup; whatever else looks like markup comes
 * from the file, and becomes neither a link, an image nor a mention.
 */
export function markdownText(text: string): string {
  const pieces = visible(text.replaceAll(/\s+/g, ' ')).split('`');
  return pieces
    .map((piece, index) => {
      const isCode = index % 2 === 1 && index < pieces.length - 1;
      return isCode ? `\`${piece}\`` : markdownPlain(piece);
    })
    .join('');
}

/** Any text in Markdown, to be read as it is. */
export function markdownPlain(text: string): string {
  return text
    .replaceAll(/[\\*_`[\]<>#|!~]/g, String.raw`\$&`)
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//')
    .replaceAll('www.', 'www&#46;');
}
