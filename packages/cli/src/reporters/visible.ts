/**
 * Characters that a terminal obeys or does not show: controls (escape sequences), format characters (text that
 * turns direction, that has no width), halves of surrogate pairs, and the two line ends that are no line ends.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
const PLAIN = /^[ -~]*$/;
/** Joiners between emoji are part of a picture (👩‍💻), not hidden text. */
const PICTURE =
  /^\p{Extended_Pictographic}[\p{M}\u{1f3fb}-\u{1f3ff}]*(?:\u200d\p{Extended_Pictographic}[\p{M}\u{1f3fb}-\u{1f3ff}]*)+$/u;

/** A text with nothing hidden in it: what would be obeyed or not be seen is written `<U+202E>`. */
export function visible(text: string): string {
  if (PLAIN.test(text) || PICTURE.test(text)) return text;
  return text.replace(INVISIBLE, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return `<U+${point.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
