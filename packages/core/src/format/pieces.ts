import type { TextRange } from '../text/range.ts';
import type { HeaderNode, KeyValueNode, TomlDocument } from '../toml/index.ts';

/**
 * A stretch of whole lines, indentation included, the last line break not. Between two pieces lie blank lines only,
 * so that pieces and what is between them are all of a text.
 */
export type Piece = StatementPiece | CommentPiece | DamagedPiece;

/** `key = value` or a header, with the comment at its end. */
export interface StatementPiece extends TextRange {
  readonly kind: 'statement';
  readonly node: KeyValueNode | HeaderNode;
  readonly comment: TextRange | undefined;
}

/** A comment on a line of its own. */
export interface CommentPiece extends TextRange {
  readonly kind: 'comment';
  readonly comment: TextRange;
}

/**
 * Lines with an error and all that follows up to the next sound statement: what in there is a comment, and what the
 * inside of a string that somebody forgot to close, nobody knows. Its end is the start of a line.
 */
export interface DamagedPiece extends TextRange {
  readonly kind: 'damaged';
}

/** Where the first line begins: behind a byte order mark. */
export function contentStart(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

/** Takes a document apart, in one pass. */
export function piecesOf(document: TomlDocument): Piece[] {
  const { text } = document;
  const pieces: Piece[] = [];
  const isDamaged = damageFinder(document);
  let position = contentStart(text);
  let damage: number | undefined;

  /** Reads the lines between two statements; the first that is neither blank nor a sound comment is damage. */
  const readGap = (end: number): void => {
    while (position < end && damage === undefined) {
      const start = position;
      const content = skipSpaces(text, start);
      const comment = commentAt(text, content);
      const lineEnd = comment?.end ?? content;
      const next = afterLineBreak(text, comment ? skipSpaces(text, lineEnd) : lineEnd);
      if (next === undefined || (comment && isDamaged(start, lineEnd))) {
        damage = start;
      } else {
        if (comment) pieces.push({ kind: 'comment', start, end: skipSpaces(text, lineEnd), comment });
        position = next;
      }
    }
  };

  for (const node of statementsOf(document)) {
    if (node.start < position) continue; // inside of what was damaged
    const start = indentationStart(text, node.start);
    if (damage === undefined) readGap(start);
    const after = skipSpaces(text, node.end);
    const comment = commentAt(text, after);
    const end = comment ? skipSpaces(text, comment.end) : after;
    const next = afterLineBreak(text, end);
    const isAlone = start === contentStart(text) || text.charAt(start - 1) === '\n';
    if (next === undefined || !isAlone || isBroken(node) || isDamaged(start, end)) {
      damage ??= start;
      position = Math.max(position, node.end);
      continue;
    }
    if (damage !== undefined) pieces.push({ kind: 'damaged', start: damage, end: start });
    damage = undefined;
    pieces.push({ kind: 'statement', start, end, node, comment });
    position = next;
  }
  readGap(text.length);
  if (damage !== undefined) pieces.push({ kind: 'damaged', start: damage, end: text.length });
  return pieces;
}

/** Key-values and headers in the order of the text. */
function statementsOf({ body, headers }: TomlDocument): (KeyValueNode | HeaderNode)[] {
  return [...body, ...headers.flatMap((header) => [header, ...header.entries])];
}

function isBroken(node: KeyValueNode | HeaderNode): boolean {
  return node.type === 'header' ? node.keys.length === 0 : node.value.damaged;
}

/** @returns whether an error touches a range; ranges have to be asked for in the order of the text. */
function damageFinder({ errors }: TomlDocument): (start: number, end: number) => boolean {
  const open = openString(errors);
  let index = 0;
  let lastStart = -1;
  let lastEnd = -1;
  return (start, end) => {
    for (let error = errors[index]; error && error.start <= end; error = errors[++index]) {
      lastStart = error.start;
      lastEnd = Math.max(lastEnd, error.end);
    }
    return lastStart >= start || lastEnd > start || end > open;
  };
}

/**
 * Where a string of several lines begins that is never closed: all that follows is its content to TOML, whatever it
 * looks like, and white space in it counts.
 */
function openString(errors: TomlDocument['errors']): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { code, related } of errors) {
    if (code === 'unterminated-string' && related?.[0]) first = Math.min(first, related[0].start);
  }
  return first;
}

/** The comment at an offset, without the spaces at its end. */
function commentAt(text: string, start: number): TextRange | undefined {
  if (text.charAt(start) !== '#') return undefined;
  const feed = text.indexOf('\n', start);
  let end = feed < 0 ? text.length : feed;
  if (feed > 0 && text.charAt(end - 1) === '\r') end--;
  while (isSpace(text, end - 1)) end--;
  return { start, end };
}

/** The offset after the line break at this one, or the end of the text; undefined where the line goes on. */
function afterLineBreak(text: string, at: number): number | undefined {
  if (at >= text.length) return text.length;
  if (text.charAt(at) === '\n') return at + 1;
  return text.startsWith('\r\n', at) ? at + 2 : undefined;
}

function indentationStart(text: string, at: number): number {
  let start = at;
  while (isSpace(text, start - 1)) start--;
  return start;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (isSpace(text, at)) at++;
  return at;
}

function isSpace(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === ' ' || character === '\t';
}
