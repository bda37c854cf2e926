import { randomUUID } from 'node:crypto';

/**
 * Keeps GitHub Actions from obeying a text that must not be changed, such as a diff: until the word comes again, its
 * runner takes no commands from the log.
 */
export function stopCommands(text: string): string {
  const token = randomUUID();
  return `::stop-commands::${token}\n${text}${text.endsWith('\n') ? '' : '\n'}::${token}::\n`;
}
