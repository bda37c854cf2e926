import { DOT, isDigit, MINUS, PLUS, UNDERSCORE, ZERO } from './characters.ts';

/** What kind of number a text is, if it is one. Read by hand: a pattern would need stack for every digit. */
export function numberKind(word: string): 'integer' | 'float' | undefined {
  const first = word.charCodeAt(0);
  const start = first === PLUS || first === MINUS ? 1 : 0;
  if (start === 0 && first === ZERO && isPrefixed(word)) return 'integer';
  let at = word.charCodeAt(start) === ZERO ? start + 1 : digitsEnd(word, start, isDigit);
  if (at === start) return undefined;
  if (at === word.length) return 'integer';
  if (word.charCodeAt(at) === DOT) {
    const end = digitsEnd(word, at + 1, isDigit);
    if (end === at + 1) return undefined;
    at = end;
  }
  if (word.charAt(at) === 'e' || word.charAt(at) === 'E') {
    const sign = word.charCodeAt(at + 1);
    const digits = sign === PLUS || sign === MINUS ? at + 2 : at + 1;
    at = digitsEnd(word, digits, isDigit);
    if (at === digits) return undefined;
  }
  return at === word.length ? 'float' : undefined;
}

const isHexadecimal = (code: number): boolean =>
  isDigit(code) || (code > 64 && code < 71) || (code > 96 && code < 103);
const isOctal = (code: number): boolean => code >= ZERO && code < ZERO + 8;
const isBinary = (code: number): boolean => code === ZERO || code === ZERO + 1;

function isPrefixed(word: string): boolean {
  const letter = word.charAt(1);
  if (letter !== 'x' && letter !== 'o' && letter !== 'b') return false;
  const accepts = letter === 'x' ? isHexadecimal : letter === 'o' ? isOctal : isBinary;
  return word.length > 2 && digitsEnd(word, 2, accepts) === word.length;
}

/** Where a run of digits, with single underscores between them, ends; `start` if there is none. */
function digitsEnd(word: string, start: number, accepts: (code: number) => boolean): number {
  let at = start;
  for (;;) {
    if (!accepts(word.charCodeAt(at))) return at === start ? start : at - 1;
    at++;
    if (word.charCodeAt(at) === UNDERSCORE) at++;
    else if (!accepts(word.charCodeAt(at))) return at;
  }
}
