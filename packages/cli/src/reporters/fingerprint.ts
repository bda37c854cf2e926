import { createHash } from 'node:crypto';
import { firstAfter, MASK, type Diagnostic, type TextRange } from '@smolfile/core';
import type { FileReport } from './report.ts';

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
  { lines, masks }: Pick<FileReport, 'lines' | 'masks'>,
  salt: string = '',
): string[] {
  const seen = new Map<string, number>();
  const hidden = diagnostics.length > 0 ? (masks?.() ?? []) : [];
  return diagnostics.map(({ code, range }) => {
    const { start, end } = lines.lineRange(lines.lineAt(range.start));
    const from = Math.max(start, range.start - REACH);
    const line = masked(lines.text, from, Math.min(end, range.start + REACH), hidden).trim();
    const about = masked(lines.text, range.start, Math.min(range.end, end, range.start + REACH), hidden);
    const content = [salt, code, about, line].join('\0');
    const times = seen.get(content) ?? 0;
    seen.set(content, times + 1);
    return createHash('sha256').update(`${content}\0${times}`).digest('hex').slice(0, 32);
  });
}

/** A stretch of a text without credentials: from a digest of a short one, it could be guessed. */
function masked(text: string, start: number, end: number, masks: readonly TextRange[]): string {
  let result = '';
  let at = start;
  for (let index = firstAfter(masks, start); index < masks.length; index++) {
    const mask = masks[index]!;
    if (mask.start >= end) break;
    result += text.slice(at, Math.max(mask.start, at)) + MASK;
    at = Math.min(mask.end, end);
  }
  return result + text.slice(at, end);
}
