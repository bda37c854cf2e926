/** What only a shell makes something of: operators, variables, patterns, a home; and words that only it knows. */
const FOR_A_SHELL = /[$`|&;<>*?(){}\\\n]|(?:^|\s)~|^\s*(?:\w+=|(?:cd|export|source|set|exec|eval|\.)\s)/;

/**
 * The words of a command line as an argument vector: split where no shell is needed to read it, else the line as the
 * script of one.
 */
export function argvOf(line: string): string[] {
  const text = line.trim();
  const quoted = /(?:'[^']*'|"[^"]*"|[^\s'"])+/g;
  const words = text.match(quoted) ?? [];
  const isWhole = text.replaceAll(quoted, '').trim() === '';
  if (FOR_A_SHELL.test(text) || !isWhole) return ['sh', '-c', text];
  return words.map((word) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}
