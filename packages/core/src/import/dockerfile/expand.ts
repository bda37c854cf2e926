/** Values of variables by name; undefined for what is not set. */
export type Lookup = (name: string) => string | undefined;

/** A text that cannot be read; the message says why. */
export class ExpandError extends Error {}

/**
 * Takes quotes and variables out of a word of an instruction as BuildKit's lexer does (import 3, ENV): `'…'` is
 * literal, `\$` a dollar, `${a:-b}` and its kin are worked out; what is not set is empty.
 *
 * @param escape the escape character of the Dockerfile.
 * @throws ExpandError for what BuildKit refuses.
 */
export function expand(text: string, lookup: Lookup, escape: string): string {
  return new Expander(text, lookup, escape).read('');
}

/** Splits at blanks that stand in no quotes, quotes and escapes left in, as BuildKit reads `ENV a=b c=d`. */
export function splitRaw(text: string, escape: string): string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (character === escape && quote !== "'" && index + 1 < text.length) {
      word += character + text[++index]!;
    } else if (quote === '' && /\s/.test(character)) {
      if (word !== '') words.push(word);
      word = '';
    } else {
      if (quote === '' && /['"]/.test(character)) quote = character;
      else if (character === quote) quote = '';
      word += character;
    }
  }
  return word === '' ? words : [...words, word];
}

class Expander {
  readonly #text: string;
  readonly #lookup: Lookup;
  readonly #escape: string;
  #pos = 0;

  constructor(text: string, lookup: Lookup, escape: string) {
    this.#text = text;
    this.#lookup = lookup;
    this.#escape = escape;
  }

  /** Reads up to one of the characters of `stop`, which is consumed, or to the end. */
  read(stop: string): string {
    let result = '';
    while (this.#pos < this.#text.length) {
      const character = this.#text[this.#pos]!;
      if (stop.includes(character)) {
        this.#pos++;
        return result;
      }
      if (character === "'") result += this.#single();
      else if (character === '"') result += this.#double();
      else if (character === '$') result += this.#dollar();
      else if (character === this.#escape) {
        result += this.#text[this.#pos + 1] ?? '';
        this.#pos += 2;
      } else {
        result += character;
        this.#pos++;
      }
    }
    if (stop !== '') throw new ExpandError(`\`${stop}\` is missing`);
    return result;
  }

  #single(): string {
    const end = this.#text.indexOf("'", this.#pos + 1);
    if (end < 0) throw new ExpandError("the quote `'` is never closed");
    const result = this.#text.slice(this.#pos + 1, end);
    this.#pos = end + 1;
    return result;
  }

  #double(): string {
    let result = '';
    for (this.#pos++; this.#pos < this.#text.length;) {
      const character = this.#text[this.#pos]!;
      const next = this.#text[this.#pos + 1];
      if (character === '"') {
        this.#pos++;
        return result;
      }
      if (character === '$') {
        result += this.#dollar();
      } else if (character === this.#escape && next !== undefined) {
        result += next === '"' || next === '$' || next === this.#escape ? next : character + next;
        this.#pos += 2;
      } else {
        result += character;
        this.#pos++;
      }
    }
    throw new ExpandError('the quote `"` is never closed');
  }

  #dollar(): string {
    this.#pos++;
    if (this.#text[this.#pos] !== '{') {
      const name = this.#name();
      return name === '' ? '$' : (this.#lookup(name) ?? '');
    }
    this.#pos++;
    const name = this.#name();
    if (name === '') throw new ExpandError('`${` is followed by no name');
    const operator = /^(?::[-+?]|[-+?]|##?|%%?|\/\/?|\})/.exec(this.#text.slice(this.#pos))?.[0];
    if (operator === undefined) throw new ExpandError(`what follows \`\${${name}\` is no modifier`);
    this.#pos += operator.length;
    if (operator === '}') return this.#lookup(name) ?? '';
    return this.#modified(name, operator);
  }

  #modified(name: string, operator: string): string {
    const value = this.#lookup(name);
    const present = operator.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
    if (operator.startsWith('/')) {
      const pattern = this.read('/');
      const replacement = this.read('}');
      return replaced(value ?? '', pattern, replacement, operator === '//');
    }
    const word = this.read('}');
    switch (operator.replace(':', '')) {
      case '-':
        return present ? value! : word;
      case '+':
        return present ? word : '';
      case '?':
        if (!present) throw new ExpandError(word || `${name} is not set`);
        return value!;
      default:
        return cut(value ?? '', word, operator);
    }
  }

  #name(): string {
    const [name = ''] = /^(?:[A-Za-z_]\w*|\d+|[@*#])/.exec(this.#text.slice(this.#pos)) ?? [];
    this.#pos += name.length;
    return name;
  }
}

/** A shell pattern with `*` and `?`, as a regular expression's source. */
function globSource(pattern: string, lazy: boolean): string {
  return pattern.replaceAll(/[\s\S]/gu, (character) => {
    if (character === '*') return lazy ? '[\\s\\S]*?' : '[\\s\\S]*';
    if (character === '?') return '[\\s\\S]';
    return character.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  });
}

function cut(value: string, pattern: string, operator: string): string {
  const greedy = operator.length === 2;
  if (operator.startsWith('#')) return value.replace(new RegExp(`^${globSource(pattern, !greedy)}`, 'u'), '');
  // the shortest end begins latest
  const ending = new RegExp(`^${globSource(pattern, false)}$`, 'u');
  const starts = Array.from({ length: value.length + 1 }, (_, index) => index);
  const from = (greedy ? starts : starts.toReversed()).find((start) => ending.test(value.slice(start)));
  return from === undefined ? value : value.slice(0, from);
}

function replaced(value: string, pattern: string, replacement: string, all: boolean): string {
  if (pattern === '') return value;
  return value.replace(new RegExp(globSource(pattern, false), all ? 'gu' : 'u'), () => replacement);
}
