import { visible } from './visible.ts';

/** What every shell takes as it is; a `=` in front means something to zsh. */
const PLAIN = /^(?!=)[A-Za-z0-9_@%+=:,./-]+$/;

/** A text between single quotes, in which nothing means anything to a shell. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * A word as a POSIX shell reads it back, and as `splitWords` does; quoted only where it must be.
 *
 * @example
 * ```ts
 * quoteWord('two words'); // "'two words'"
 * ```
 */
export function quoteWord(value: string): string {
  return PLAIN.test(value) ? value : singleQuoted(value);
}

/**
 * A word to be printed and pasted: bash, zsh and dash read the same value back. What a terminal obeys or does not show
 * is spelled out by `printf`, which is the only way that all three have; a line break stays one, between quotes. What
 * GitHub's runner would take for a command is broken by a pair of quotes that means nothing.
 */
export function shellWord(value: string): string {
  if (PLAIN.test(value)) return value;
  const pieces: string[] = [];
  let hidden = '';
  let plain = '';
  const flush = (): void => {
    if (plain !== '') pieces.push(unobeyed(singleQuoted(plain)));
    if (hidden !== '') pieces.push(`"$(printf '${octal(hidden)}')"`);
    plain = '';
    hidden = '';
  };
  for (const character of value) {
    const isHidden = character !== '\n' && visible(character) !== character;
    if (isHidden ? plain !== '' : hidden !== '') flush();
    if (isHidden) hidden += character;
    else plain += character;
  }
  flush();
  return pieces.length === 0 ? "''" : pieces.join('');
}

/** Words as one command line to be printed and pasted. */
export function shellLine(values: readonly string[]): string {
  return values.map(shellWord).join(' ');
}

function unobeyed(quoted: string): string {
  return quoted.replaceAll(/#(?=#)/g, "#''").replaceAll(/\n(?=[ \t]*::)/g, "\n''");
}

/** The bytes of a text in UTF-8, as `printf` takes them; half a character is none, and becomes U+FFFD. */
function octal(text: string): string {
  const escapes = encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD')).match(/%[0-9A-F]{2}|[^%]/g) ?? [];
  return escapes
    .map((each) => {
      const byte = each.length === 3 ? Number.parseInt(each.slice(1), 16) : each.charCodeAt(0);
      return `\\${byte.toString(8).padStart(3, '0')}`;
    })
    .join('');
}
