const PLAIN = /^[ -~]*$/;

/** Made when first needed: classes of Unicode characters are slow to build. */
let patterns: { readonly invisible: RegExp; readonly picture: RegExp } | undefined;

function makePatterns() {
  const person = String.raw`\p{Extended_Pictographic}[\p{M}\u{1f3fb}-\u{1f3ff}]*`;
  return {
    /**
     * Characters that a terminal obeys or does not show: controls (escape sequences), format characters (text that
     * turns direction, that has no width), halves of surrogate pairs, and the two line ends that are no line ends.
     */
    invisible: /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    /** Joiners between emoji are part of a picture (👩‍💻), not hidden text. */
    picture: new RegExp(`^${person}(?:\\u200d${person})+$`, 'u'),
  };
}

/** A text with nothing hidden in it: what would be obeyed or not be seen is written `<U+202E>`. */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  patterns ??= makePatterns();
  const { invisible, picture } = patterns;
  if (picture.test(text)) return text;
  return text.replace(invisible, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return `<U+${point.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
