import { randomUUID } from 'node:crypto';

/**
 * Keeps GitHub Actions from obeying a text: its runner takes commands from anywhere in a line (`##[…]`), and a
 * report shows lines of files that anybody may have written.
 */
export function withoutCommands(text: string): string {
  const token = randomUUID();
  return `::stop-commands::${token}\n${text}${text.endsWith('\n') ? '' : '\n'}::${token}::\n`;
}
