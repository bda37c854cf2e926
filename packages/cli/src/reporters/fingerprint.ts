import { createHash } from 'node:crypto';
import type { Diagnostic, LineIndex } from '@smolfile/core';

/** How much of a line counts on either side; lines may be megabytes long, with a finding at every word. */
const REACH = 500;

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
    const from = Math.max(start, range.start - REACH);
    const line = lines.text.slice(from, Math.min(end, range.start + REACH)).trim();
    const about = lines.text.slice(range.start, Math.min(range.end, end, range.start + REACH));
    const content = [salt, code, about, line].join('\0');
    const times = seen.get(content) ?? 0;
    seen.set(content, times + 1);
    return createHash('sha256').update(`${content}\0${times}`).digest('hex').slice(0, 32);
  });
}
