import { SUPPRESSION } from '../document/directives.ts';
import type { SmolfileDocument } from '../document/document.ts';
import type { TextRange } from '../text/range.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** A comment that silences findings. */
interface Suppression {
  readonly code: string;
  /** The code inside the comment. */
  readonly range: TextRange;
  /** What it covers; the whole file when left out. */
  readonly area: TextRange | undefined;
}

/** Findings as a document's own comments want them. */
export interface Suppressed {
  readonly kept: readonly Diagnostic[];
  readonly suppressed: readonly Diagnostic[];
  /** Suppressions that silenced nothing, by their code and place. */
  readonly unused: readonly { readonly code: string; readonly range: TextRange }[];
}

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
  if (!document.text.includes('smolfile-ignore')) return { kept: diagnostics, suppressed: [], unused: [] };
  const statements = new Statements(document);
  const suppressions = suppressionsOf(document, statements);
  const byPlace = group(suppressions);
  const used = new Set<Group>();
  const kept: Diagnostic[] = [];
  const suppressed: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const { code, range, source } = diagnostic;
    const starts = source || isSyntax(code) ? [] : [undefined, ...statements.areaStarts(range.start)];
    const by = starts
      .flatMap((start) => byPlace.get(placeKey(code, start)) ?? [])
      .filter(({ end }) => range.start <= end);
    for (const one of by) used.add(one);
    (by.length > 0 ? suppressed : kept).push(diagnostic);
  }
  const unused = [...byPlace.values()].flat().filter((one) => !used.has(one));
  return { kept, suppressed, unused: unused.flatMap(({ suppressions: all }) => all) };
}

/** Suppressions of one code that cover the same: be there ever so many, a finding asks once. */
interface Group {
  readonly end: number;
  readonly suppressions: Suppression[];
}

function group(suppressions: readonly Suppression[]): Map<string, Group[]> {
  const groups = new Map<string, Group[]>();
  for (const suppression of suppressions) {
    const { code, area } = suppression;
    const key = placeKey(code, area?.start);
    const end = area?.end ?? Number.POSITIVE_INFINITY;
    const others = groups.get(key) ?? [];
    const same = others.find((other) => other.end === end);
    if (same) same.suppressions.push(suppression);
    else groups.set(key, [...others, { end, suppressions: [suppression] }]);
  }
  return groups;
}

function placeKey(code: string, start: number | undefined): string {
  return `${code} ${start ?? 'file'}`;
}

function suppressionsOf(document: SmolfileDocument, statements: Statements): Suppression[] {
  const { text, toml } = document;
  return Array.from(toml.comments).flatMap(({ start, end }) => {
    const comment = text.slice(start, end);
    const match = SUPPRESSION.exec(comment);
    if (!match) return [];
    const wholeFile = match[1] !== undefined;
    if (wholeFile && start > statements.first) return [];
    const codes = match[2] ?? '';
    const from = start + comment.indexOf(codes);
    const area = wholeFile ? undefined : statements.areaOf(start);
    return Array.from(codes.matchAll(/[a-z0-9-]+/g), (code) => ({
      code: code[0],
      range: { start: from + code.index, end: from + code.index + code[0].length },
      area,
    }));
  });
}

/** Where the statements of a document begin and end, for the question what a comment is about. */
class Statements {
  readonly #document: SmolfileDocument;
  /** By the line on which they begin. */
  readonly #byLine = new Map<number, TextRange>();
  /** Those of several lines, in order. */
  readonly #long: TextRange[] = [];
  #wayDown = { from: 0, to: 0 };
  /** Offset of the first key or header. */
  readonly first: number;

  constructor(document: SmolfileDocument) {
    this.#document = document;
    const { toml, lines, text } = document;
    this.first = toml.body[0]?.start ?? toml.headers[0]?.start ?? text.length;
    for (const { start, end } of [toml.body, ...toml.headers.map(({ entries }) => entries)].flat()) {
      const line = lines.lineAt(start);
      const statement = { start, end: contentEnd(text, end) };
      this.#byLine.set(line, statement);
      if (lines.lineAt(statement.end) > line) this.#long.push(statement);
    }
  }

  /** The line that a comment ends, or the statement or line below a comment on a line of its own. */
  areaOf(comment: number): TextRange {
    const { lines, text } = this.#document;
    let line = lines.lineAt(comment);
    const isOwn = text.slice(lines.lineRange(line).start, comment).trim() === '';
    if (!isOwn) return lines.lineRange(line);
    // comments one below the other are about the same: the way down is gone once
    if (line < this.#wayDown.from || line >= this.#wayDown.to) {
      const from = line;
      do line++;
      while (line + 1 < lines.lineCount && this.#isBlank(line));
      this.#wayDown = { from, to: line };
    }
    const to = this.#wayDown.to;
    const { start, end } = lines.lineRange(to);
    return { start, end: Math.max(end, this.#byLine.get(to)?.end ?? 0) };
  }

  #isBlank(line: number): boolean {
    const { lines, text } = this.#document;
    const { start, end } = lines.lineRange(line);
    return /^\s*(?:#|$)/.test(text.slice(start, end));
  }

  /** Where an area that covers an offset can begin: with its line, or with that of its statement. */
  areaStarts(offset: number): number[] {
    const { lines } = this.#document;
    const own = lines.lineRange(lines.lineAt(offset)).start;
    const statement = this.#longAt(offset);
    const first = statement && lines.lineRange(lines.lineAt(statement.start)).start;
    return first === undefined || first === own ? [own] : [own, first];
  }

  /** The statement of several lines that covers an offset. */
  #longAt(offset: number): TextRange | undefined {
    let low = 0;
    let high = this.#long.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#long[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    const statement = this.#long[low - 1];
    return statement && offset <= statement.end ? statement : undefined;
  }
}

/** What is never closed, a string or an array, ends at the next statement: behind its line break and indentation. */
function contentEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}
