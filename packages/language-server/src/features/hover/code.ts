/** Text of a file as code, whatever is in it. */
export function code(text: string): string {
  const shown = text.replaceAll(/[\r\n]/g, ' ');
  const fence = shown.includes('`') ? '``' : '`';
  const space = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}
