import { wrap } from '@smolfile/core';
import { visible } from '../reporters/visible.ts';
import type { Style } from '../reporters/report.ts';

/** The most columns that are easy to read. */
const WIDEST = 100;

/**
 * The Markdown of our own pages for a terminal: headings, paragraphs, lists and code. Backticks stay, since without
 * them a key could not be told from a word.
 */
export function markdownAsText(markdown: string, style: Style): string {
  const width = Math.min(style.width, WIDEST);
  const lines: string[] = [];
  let fence = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) fence = !fence;
    else if (fence) lines.push(line === '' ? '' : `    ${visible(line)}`);
    else lines.push(...prose(line, width, style));
  }
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function prose(line: string, width: number, { colors }: Style): string[] {
  const heading = /^#+ (.*)$/.exec(line)?.[1];
  if (heading !== undefined) return [colors.bold(heading)];
  const bullet = /^( *)- (.*)$/.exec(line);
  const indent = bullet ? `${bullet[1]}  ` : '';
  const text = visible(bullet?.[2] ?? line).replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1');
  if (text === '') return [''];
  return boldWords(text, width - indent.length, colors.bold).map(
    (each, index) => `${index === 0 && bullet ? `${bullet[1]}- ` : indent}${each}`,
  );
}

/** Wraps a text, and paints what stands between `**`, also where a line ends inside of it. */
function boldWords(text: string, width: number, bold: (text: string) => string): string[] {
  let inside = false;
  const strong = text.split(' ').map((word) => {
    const begins = inside || word.includes('**');
    if (word.split('**').length % 2 === 0) inside = !inside;
    return begins;
  });
  let at = 0;
  return wrap(text.replaceAll('**', ''), width).map((line) =>
    line
      .split(' ')
      .map((word) => (strong[at++] ? bold(word) : word))
      .join(' '),
  );
}
