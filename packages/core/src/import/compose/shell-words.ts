/** A command line that Compose refuses. */
export class ShellWordsError extends Error {}

/** The words of a command line, and what Compose leaves out of it. */
export interface ShellWords {
  readonly words: readonly string[];
  /** From an unquoted `;`, `&`, `|`, `<` or `>` on everything is dropped without a word (import 4). */
  readonly cut?: string;
}

/** What the characters stand in: quotes, which go, or backquotes and `$(…)`, which stay. */
type Inside = '' | "'" | '"' | '`' | ')';

/**
 * Splits a string as Compose does a string `command` or `entrypoint`, with Go's `go-shellwords`: quotes, no shell, no
 * globs, nothing expanded. Unlike in a shell a backslash acts before any character in double quotes, too.
 *
 * @throws ShellWordsError for an open quote, or a parenthesis.
 */
export function shellWords(line: string): ShellWords {
  const words: string[] = [];
  let word = '';
  let began = false;
  let inside: Inside = '';
  for (let index = 0; index < line.length; index++) {
    let character = line[index]!;
    if (character === '\\' && inside !== "'") {
      index++;
      if (index === line.length) throw new ShellWordsError('the backslash at the end has nothing to escape');
      character = line[index]!;
    } else if (/[ \t\r\n]/.test(character) && inside === '') {
      if (began) words.push(word);
      word = '';
      began = false;
      continue;
    } else if (character === inside) {
      inside = '';
      began = true;
      if (character === "'" || character === '"') continue;
    } else if (inside === '') {
      if (/[;&|<>]/.test(character)) return cutAt(line, index, { words, word, began });
      if (character === "'" || character === '"') {
        inside = character;
        began = true;
        continue;
      }
      if (character === '`') inside = '`';
      if (character === '(' && !word.endsWith('$'))
        throw new ShellWordsError('`(` begins nothing that Compose knows');
      if (character === '(' || character === ')') inside = ')';
    }
    word += character;
    began = true;
  }
  if (inside !== '') throw new ShellWordsError(`\`${inside}\` is missing at the end`);
  return { words: began ? [...words, word] : words };
}

/** `2>` goes with what is cut. */
function cutAt(
  line: string,
  index: number,
  { words, word, began }: { words: string[]; word: string; began: boolean },
): ShellWords {
  const number = line[index] === '>' && /^\d/.test(word);
  if (began && !number) words.push(word);
  return { words, cut: line.slice(number ? index - word.length : index) };
}
