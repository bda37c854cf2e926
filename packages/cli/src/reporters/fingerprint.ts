import { createHash } from 'node:crypto';
import type { Diagnostic, LineIndex } from '@smolfile/core';

/**
 * Names for findings that stay when lines above them come or go: made of the code, the text it is about and the
 * line around it, and of a number where those are the same. Messages are not in it, since they may be reworded.
 *
 * @param salt what else tells findings apart, such as the path of the file.
 */
export function fingerprintsOf(
  diagnostics: readonly Diagnostic[],
  lines: LineIndex,
  salt: string = '',
): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, range }) => {
    const { start, end } = lines.lineRange(lines.lineAt(range.start));
    const line = lines.text.slice(start, end).trim();
    const about = lines.text.slice(range.start, Math.min(range.end, end));
    const content = [salt, code, about, line].join('\0');
    const times = seen.get(content) ?? 0;
    seen.set(content, times + 1);
    return createHash('sha256').update(`${content}\0${times}`).digest('hex').slice(0, 32);
  });
}
