import type { Diagnostic } from '../model/diagnostic.ts';
import { ruleUrl } from '../lint/rule-url.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { TextRange } from '../text/range.ts';

/** One finding; `linesOf` has the lines of the file, or of the flags of a call. */
export function diagnosticJson(
  diagnostic: Diagnostic,
  linesOf: (source: Diagnostic['source']) => LineIndex,
): object {
  const { code, severity, message, why, help, commands, releases, stage, range, source, related, fix } =
    diagnostic;
  const lines = linesOf(source);
  return {
    code,
    severity,
    message,
    why: why ?? null,
    help: help ?? null,
    url: ruleUrl(code),
    for: commands,
    ...(releases && { releases: releases.map(({ from, to }) => ({ from, to })) }),
    stage,
    ...(source && { source }),
    range: rangeJson(range, lines),
    related: related.map((place) => ({
      ...(place.source && { source: place.source }),
      range: rangeJson(place.range, linesOf(place.source)),
      message: place.message,
    })),
    fix: fix
      ? {
          title: fix.title,
          safe: fix.safe,
          edits: fix.edits.map((edit) => ({ range: rangeJson(edit.range, lines), text: edit.text })),
        }
      : null,
  };
}

/** A range by line, column (Unicode scalar values, 1-based) and offset (UTF-16). */
export function rangeJson({ start, end }: TextRange, lines: LineIndex): object {
  return { start: placeJson(start, lines), end: placeJson(end, lines) };
}

function placeJson(offset: number, lines: LineIndex): object {
  return { ...lines.positionAt(offset), offset };
}
