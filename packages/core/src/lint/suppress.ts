import type { SmolfileDocument } from '../document/document.ts';
import type { TextRange } from '../text/range.ts';
import type { Diagnostic } from './diagnostic.ts';

/** A comment that silences findings. */
interface Suppression {
  readonly code: string;
  /** The code inside the comment. */
  readonly range: TextRange;
  /** What it covers. */
  readonly covers: TextRange;
}

/** Findings as a document's own comments want them. */
export interface Suppressed {
  readonly kept: readonly Diagnostic[];
  readonly suppressed: readonly Diagnostic[];
  /** Suppressions that silenced nothing, by their code and place. */
  readonly unused: readonly { readonly code: string; readonly range: TextRange }[];
}

const COMMENT = /^#\s*smolfile-ignore(-file)?\s+([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*(?::|$)/;

/**
 * Applies the comments `# smolfile-ignore code: reason` (at the end of a line, or on a line of its own above the
 * statement or element that it is about) and `# smolfile-ignore-file code: reason` (before the first statement).
 * Several codes are separated by commas. TOML's own errors cannot be silenced: what a comment covers depends on a
 * text that can be read.
 */
export function suppress(
  document: SmolfileDocument,
  diagnostics: readonly Diagnostic[],
  isSyntax: (code: string) => boolean,
): Suppressed {
  const suppressions = suppressionsOf(document);
  if (suppressions.length === 0) return { kept: diagnostics, suppressed: [], unused: [] };
  const used = new Set<Suppression>();
  const kept: Diagnostic[] = [];
  const suppressed: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const { code, range, source } = diagnostic;
    const by = suppressions.filter(
      (one) => one.code === code && !source && covers(one.covers, range.start) && !isSyntax(code),
    );
    for (const one of by) used.add(one);
    (by.length > 0 ? suppressed : kept).push(diagnostic);
  }
  return { kept, suppressed, unused: suppressions.filter((one) => !used.has(one)) };
}

function covers({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

function suppressionsOf(document: SmolfileDocument): Suppression[] {
  const { text, toml } = document;
  const first = toml.body[0]?.start ?? toml.headers[0]?.start ?? text.length;
  return Array.from(toml.comments).flatMap(({ start, end }) => {
    const comment = text.slice(start, end);
    const match = COMMENT.exec(comment);
    if (!match) return [];
    const wholeFile = match[1] !== undefined;
    if (wholeFile && start > first) return [];
    const codes = match[2] ?? '';
    const from = start + comment.indexOf(codes);
    const area = wholeFile ? { start: 0, end: text.length } : areaOf(document, start);
    return Array.from(codes.matchAll(/[a-z0-9-]+/g), (code) => ({
      code: code[0],
      range: { start: from + code.index, end: from + code.index + code[0].length },
      covers: area,
    }));
  });
}

/** The line that a comment ends, or the statement or line below a comment of its own line. */
function areaOf({ lines, text, toml }: SmolfileDocument, comment: number): TextRange {
  let line = lines.lineAt(comment);
  const own = text.slice(lines.lineRange(line).start, comment).trim() === '';
  if (!own) return lines.lineRange(line);
  let area = lines.lineRange(++line);
  while (line + 1 < lines.lineCount && /^\s*(?:#|$)/.test(text.slice(area.start, area.end))) {
    area = lines.lineRange(++line);
  }
  const statements = [toml.body, ...toml.headers.map(({ entries }) => entries)].flat();
  const statement = statements.find(({ start }) => covers(area, start));
  return { start: area.start, end: Math.max(area.end, statement?.end ?? 0) };
}
