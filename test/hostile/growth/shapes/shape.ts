/** A Smolfile of about so many characters that has much of one thing. */
export type Shape = (length: number) => string;

/** So many pieces that they have about the length. */
export function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

/** The same of pieces that count. */
export function counted(piece: (index: number) => string, length: number): string {
  return Array.from({ length: Math.ceil(length / piece(99).length) }, (_, index) => piece(index)).join('');
}

/** A key with a string that repeats a piece. */
export function inString(key: string, piece: string): Shape {
  return (length) => `${key} = ${JSON.stringify(repeated(piece, length))}\n`;
}

/** A list with one long string that repeats a piece. */
export function inElement(key: string, piece: string): Shape {
  return (length) => `${key} = [${JSON.stringify(repeated(piece, length))}]\n`;
}

/** A list of many short strings. */
export function inElements(key: string, element: (index: number) => string): Shape {
  return (length) => `${key} = [${counted((index) => `${JSON.stringify(element(index))}, `, length)}]\n`;
}
