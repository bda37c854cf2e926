import { visible } from '@smolfile/core';
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch, type StructuredPatchHunk } from 'diff';
import type { Style } from '../reporters/report.ts';

const CONTEXT = 3;
/**
 * Lines that may differ before the search for the smallest difference, whose work grows with the square of them, is
 * given up.
 */
const MOST_CHANGES = 2000;

/**
 * What changes in a file, as a unified diff that `git apply` and `patch -p1` take.
 *
 * @param isTerminal then nothing in it is obeyed by the terminal, and it is painted.
 */
export function unifiedDiff(
  path: string,
  { before, after }: { readonly before: string; readonly after: string },
  { colors }: Style,
  isTerminal: boolean,
): string {
  const [from, to] = [`a/${path}`, `b/${path}`];
  const limits = { context: CONTEXT, maxEditLength: MOST_CHANGES };
  const patch = structuredPatch(from, to, before, after, undefined, undefined, limits) ?? {
    oldFileName: from,
    newFileName: to,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [everything(before, after)],
  };
  const lines = formatPatch(patch, FILE_HEADERS_ONLY).split('\n');
  return lines
    .map((line, index) => {
      const shown = isTerminal ? visible(line) : line;
      // A name with blanks would end at the first one, if no tab came after it.
      if (index < 2) return colors.bold(/ .* /.test(line) && !line.endsWith('"') ? `${shown}\t` : shown);
      if (line.startsWith('@@')) return colors.cyan(shown);
      return line.startsWith('+') ? colors.green(shown) : line.startsWith('-') ? colors.red(shown) : shown;
    })
    .join('\n');
}

/** All that is between the first and the last difference, as one. */
function everything(before: string, after: string): StructuredPatchHunk {
  const [old, now] = [linesOf(before), linesOf(after)];
  const most = Math.min(old.length, now.length);
  let same = 0;
  while (same < most && old[same] === now[same]) same++;
  let tail = 0;
  while (tail < most - same && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const from = Math.max(0, same - CONTEXT);
  const behind = Math.min(CONTEXT, tail);
  const marked = (mark: string, lines: readonly string[]): string[] =>
    lines.flatMap((line) => (line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, NO_NEWLINE]));
  return {
    oldStart: from + 1,
    oldLines: old.length - tail + behind - from,
    newStart: from + 1,
    newLines: now.length - tail + behind - from,
    lines: [
      ...marked(' ', old.slice(from, same)),
      ...marked('-', old.slice(same, old.length - tail)),
      ...marked('+', now.slice(same, now.length - tail)),
      ...marked(' ', old.slice(old.length - tail, old.length - tail + behind)),
    ],
  };
}

const NO_NEWLINE = '\\ No newline at end of file';

/** Lines with their breaks. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
