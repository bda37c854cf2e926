import { parseSmolfile, type SmolfileDocument } from '../document/document.ts';
import { applyEdits } from '../text/apply-edits.ts';
import type { TextEdit, TextRange } from '../text/range.ts';
import { pieceText, place, separator } from './layout.ts';
import { inSchemaOrder } from './order.ts';
import { contentStart, piecesOf } from './pieces.ts';

/** How to format. */
export interface FormatOptions {
  /** Only what it touches is formatted; the whole document when left out. */
  readonly range?: TextRange;
  /** Puts keys and tables in the order of the schema, with their comments. Not for a range, nor where there are errors. */
  readonly sortKeys?: boolean;
}

/**
 * Lays a document out: two spaces of indentation, one blank line between tables and at most one elsewhere, spaces
 * around `=`, nothing aligned, a line for each item where an array has lines or is too long for one. Comments,
 * values and the kind of line breaks stay as they are; formatting what is formatted changes nothing. Statements with
 * errors, and what follows them up to the next sound one, stay byte for byte.
 *
 * @returns edits that do not overlap, in document order; none when there is nothing to do.
 */
export function format(document: SmolfileDocument, options: FormatOptions = {}): TextEdit[] {
  const { text, toml } = document;
  const { range, sortKeys = false } = options;
  if (toml.errors.some(({ code }) => code === 'too-large')) return [];
  const placed = place(piecesOf(toml), toml);
  const around = { text, eol: lineBreakOf(text) };
  const edits: TextEdit[] = [];
  const replace = (start: number, end: number, replacement: string): void => {
    if (!range || touches({ start, end }, range)) edits.push(...smallest(text, { start, end }, replacement));
  };
  const last = placed.at(-1)?.piece;
  if (sortKeys && !range && !document.damaged) {
    const sorted = inSchemaOrder(placed, text);
    const lines = sorted.map(
      (each, index) => separator(each, sorted[index - 1]?.piece, around.eol) + pieceText(each.piece, around),
    );
    replace(contentStart(text), text.length, last ? lines.join('') + around.eol : '');
    return edits;
  }
  let position = contentStart(text);
  for (const [index, each] of placed.entries()) {
    const { piece } = each;
    // What is damaged may mean something else at the very start: a second byte order mark does.
    if (index > 0 || piece.kind !== 'damaged') {
      replace(position, piece.start, separator(each, placed[index - 1]?.piece, around.eol));
    }
    if (piece.kind !== 'damaged') replace(piece.start, piece.end, pieceText(piece, around));
    position = piece.end;
  }
  replace(position, text.length, last && last.kind !== 'damaged' ? around.eol : '');
  return edits;
}

/** Formats a text. @see format */
export function formatText(text: string, options: FormatOptions = {}): string {
  return applyEdits(text, format(parseSmolfile(text), options));
}

/** The kind of line break that most lines have. */
function lineBreakOf(text: string): string {
  let both = 0;
  let all = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    all++;
    if (text.charAt(at - 1) === '\r') both++;
  }
  return both * 2 > all ? '\r\n' : '\n';
}

/** Whether two ranges have something in common; an empty one lies in what is on both sides of it. */
function touches(one: TextRange, other: TextRange): boolean {
  if (one.start === one.end || other.start === other.end)
    return one.start <= other.end && other.start <= one.end;
  return one.start < other.end && other.start < one.end;
}

/** The edit without what stays the same at either end; none if that is all. */
function smallest(text: string, { start, end }: TextRange, replacement: string): TextEdit[] {
  const shorter = Math.min(end - start, replacement.length);
  let same = 0;
  while (same < shorter && text.charCodeAt(start + same) === replacement.charCodeAt(same)) same++;
  if (same === shorter && end - start === replacement.length) return [];
  let tail = 0;
  const most = shorter - same;
  while (
    tail < most &&
    text.charCodeAt(end - 1 - tail) === replacement.charCodeAt(replacement.length - 1 - tail)
  ) {
    tail++;
  }
  const changed = { start: start + same, end: end - tail };
  return [{ range: changed, text: replacement.slice(same, replacement.length - tail) }];
}
