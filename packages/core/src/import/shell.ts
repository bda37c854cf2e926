import { quoteWord } from '../text/shell.ts';

/** A word for a POSIX shell that people are to read: what has single quotes in it stands in double ones where it can. */
export function readableWord(value: string): string {
  return value.includes("'") && !/["$`\\!]/.test(value) ? `"${value}"` : quoteWord(value);
}

/** Words as one command line. */
export function readableLine(words: readonly string[]): string {
  return words.map(readableWord).join(' ');
}
