import type { TextEdit } from './range.ts';

/** A stretch of the first text that is still there, or text that has come in. */
type Piece = { readonly start: number; readonly end: number } | { readonly added: string };

/**
 * Two rounds of edits as one: what the second does to the text that the first has made is told in places of the text
 * before both.
 *
 * @param length of the text before both.
 * @param first edits of it, not overlapping.
 * @param second edits of the text after the first, not overlapping.
 */
export function composeEdits(
  length: number,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): TextEdit[] {
  return editsOf(length, edited(edited([{ start: 0, end: length }], first), second));
}

function sizeOf(piece: Piece): number {
  return 'added' in piece ? piece.added.length : piece.end - piece.start;
}

function part(piece: Piece, from: number, to: number): Piece {
  return 'added' in piece
    ? { added: piece.added.slice(from, to) }
    : { start: piece.start + from, end: piece.start + to };
}

/** The pieces of a text after edits of it. */
function edited(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const result: Piece[] = [];
  const rest = [...pieces].toReversed();
  let position = 0;
  /** Moves on to an offset; what lies between is kept or not. */
  const advance = (to: number, keep: boolean): void => {
    while (position < to) {
      const piece = rest.pop();
      if (!piece) return;
      const size = sizeOf(piece);
      const taken = Math.min(size, to - position);
      if (keep && taken > 0) result.push(part(piece, 0, taken));
      if (taken < size) rest.push(part(piece, taken, size));
      position += taken;
    }
  };
  for (const { range, text } of inOrder(edits)) {
    advance(range.start, true);
    if (text !== '') result.push({ added: text });
    advance(range.end, false);
  }
  return [...result, ...rest.toReversed()];
}

/** What changes from one kept stretch to the next. */
function editsOf(length: number, pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let position = 0;
  let added = '';
  const close = (to: number): void => {
    if (added !== '' || to > position) edits.push({ range: { start: position, end: to }, text: added });
    added = '';
  };
  for (const piece of pieces) {
    if ('added' in piece) {
      added += piece.added;
    } else if (piece.end > piece.start) {
      close(piece.start);
      position = piece.end;
    }
  }
  close(length);
  return edits;
}

/** Edits by their places; of those that start at the same offset, insertions first. */
export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return edits.toSorted(
    ({ range: a }, { range: b }) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start),
  );
}
