import stringWidth from 'string-width';

const ASCII = /^[ -~]*$/;
/** A run of what needs no thought, or a little of the rest: Node's segmenter takes the square of what it is given. */
const PIECE = /[ -~]+|[^ -~]{1,64}/gu;
const LONG = 200;

/** How many columns a text takes on a terminal. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  if (text.length <= LONG) return stringWidth(text);
  return (text.match(PIECE) ?? []).reduce(
    (sum, piece) => sum + (ASCII.test(piece) ? piece.length : stringWidth(piece)),
    0,
  );
}
