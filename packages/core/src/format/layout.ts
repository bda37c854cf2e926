import type { TextRange } from '../text/range.ts';
import type { TomlDocument } from '../toml/index.ts';
import type { Piece, StatementPiece } from './pieces.ts';
import { keyText, valueText, type Surroundings } from './values.ts';

/** A piece with a blank line before it or without. */
export interface Placed {
  readonly piece: Piece;
  readonly isApart: boolean;
}

/** Whether a piece is a header or the comments directly above one belong to it. */
export function isHeader(piece: Piece): piece is StatementPiece {
  return piece.kind === 'statement' && piece.node.type === 'header';
}

/**
 * Decides where blank lines are: one before each header, or before the comments directly above it; elsewhere one
 * where the author wrote one or more. Behind damaged lines everything stays.
 */
export function place(pieces: readonly Piece[], { text }: TomlDocument): Placed[] {
  const placed: Placed[] = [];
  let belongsToHeader = false;
  for (let index = pieces.length - 1; index >= 0; index--) {
    const piece = pieces[index]!;
    const before = pieces[index - 1];
    const breaks = before ? countBreaks(text, before.end, piece.start) : 0;
    belongsToHeader = isHeader(piece) || (piece.kind === 'comment' && belongsToHeader);
    const isAttached: boolean = belongsToHeader && before?.kind === 'comment' && breaks === 1;
    const isApart = breaks > 1 || (belongsToHeader && !isAttached);
    placed.push({ piece, isApart: before !== undefined && before.kind !== 'damaged' && isApart });
    belongsToHeader &&= isAttached;
  }
  return placed.toReversed();
}

function countBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end && count < 2; at++) if (text.charAt(at) === '\n') count++;
  return count;
}

/** What separates a piece from the one before. */
export function separator({ isApart }: Placed, before: Piece | undefined, eol: string): string {
  if (!before || before.kind === 'damaged') return '';
  return isApart ? eol + eol : eol;
}

/** Writes one piece as it should be. */
export function pieceText(piece: Piece, around: Surroundings): string {
  const { text } = around;
  const slice = ({ start, end }: TextRange): string => text.slice(start, end);
  if (piece.kind === 'damaged') return slice(piece);
  if (piece.kind === 'comment') return slice(piece.comment);
  const { node, comment } = piece;
  const keys = keyText(node.keys, text);
  const behind = comment ? ` ${slice(comment)}` : '';
  if (node.type === 'header') return `${node.array ? `[[${keys}]]` : `[${keys}]`}${behind}`;
  const written = `${keys} = ${valueText(node.value, keys.length + 3, around)}${behind}`;
  const asItWas = text.slice(node.start, comment?.end ?? node.end);
  return covers(asItWas) && contentByLine(asItWas) !== contentByLine(written) ? asItWas : written;
}

/** A comment that silences findings of its line must not end up on another line than these. */
function covers(statement: string): boolean {
  return statement.includes('smolfile-ignore');
}

/** What stands on which line, white space and commas aside. */
function contentByLine(statement: string): string {
  return statement
    .split('\n')
    .map((line) => line.replaceAll(/[\s,]+/g, ''))
    .filter((line) => line !== '')
    .join('\n');
}
