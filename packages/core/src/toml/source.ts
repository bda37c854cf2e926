import type { TextRange } from '../text/range.ts';
import { BOM, CR, HASH, isControl, LF, SPACE, TAB } from './characters.ts';
import { codesOf } from './codes.ts';
import { type RelatedPlace, type TomlError, type TomlErrorCode, TOML_PROBLEMS } from './problems.ts';

/** Copying this is far cheaper than making the like, which counts for small files. */
const NO_NAMES: (string | undefined)[] = Array.from({ length: 64 });

/** The text, how far it has been read, and what was noticed on the way. One per call of the parser. */
export class Source {
  /**
   * One that is always there: V8 forgets the shape of objects when a garbage collection finds none of them,
   * and with it all machine code for them, which is the whole parser's between two calls.
   */
  static readonly idle: Source = new Source('', 0);

  readonly text: string;
  /** A byte for each character, `END` behind the last. */
  readonly codes: Uint8Array;
  readonly length: number;
  readonly maxDepth: number;
  readonly errors: TomlError[] = [];
  readonly comments: TextRange[] = [];
  /** Where the next character is read. */
  position = 0;
  /**
   * The value being read was given up after its error; every construct around it ends at `position` without
   * complaining about its own missing bracket.
   */
  abandoned = false;

  /** Names met before, by their length and ends: the same few keys make up a large file, and one string serves them all. */
  readonly #names = NO_NAMES.slice();

  constructor(text: string, maxDepth: number) {
    this.text = text;
    this.codes = codesOf(text);
    this.length = text.length;
    this.maxDepth = maxDepth;
  }

  /** The text between two offsets, which is often met. */
  name(start: number, end: number): string {
    const { codes } = this;
    const slot = (codes[start]! + 3 * codes[end - 1]! + 7 * (end - start)) & 63;
    const known = this.#names[slot];
    if (known !== undefined && known.length === end - start && this.text.startsWith(known, start))
      return known;
    return (this.#names[slot] = this.text.slice(start, end));
  }

  report(
    code: TomlErrorCode,
    start: number,
    end: number,
    message: string,
    more?: { help?: string; related?: RelatedPlace },
  ): void {
    const error: TomlError = { code, start, end, message, help: more?.help ?? TOML_PROBLEMS[code].help };
    this.errors.push(more?.related ? { ...error, related: [more.related] } : error);
  }

  /** Whether a line ends at this offset: LF, CRLF or the end of the text. */
  endsLine(at: number): boolean {
    const code = this.codes[at]!;
    return code === LF || (code === CR && this.codes[at + 1] === LF) || at >= this.length;
  }

  /** Where the content of the line around this offset ends. */
  lineEnd(from: number): number {
    const feed = this.text.indexOf('\n', from);
    if (feed < 0) return this.length;
    return feed > from && this.codes[feed - 1] === CR ? feed - 1 : feed;
  }

  skipSpaces(): void {
    const { codes } = this;
    let at = this.position;
    let code = codes[at]!;
    while (code === SPACE || code === TAB) code = codes[++at]!;
    this.position = at;
  }

  /** Whitespace and line breaks, no comments. */
  skipBlank(): void {
    const { codes } = this;
    let at = this.position;
    for (;;) {
      const code = codes[at]!;
      if (code === LF || code === SPACE || code === TAB) at++;
      else if (code === CR && codes[at + 1] === LF) at += 2;
      else break;
    }
    this.position = at;
  }

  /** Whitespace, line breaks and comments: what may stand between the items of an array. */
  skipTrivia(): void {
    for (;;) {
      this.skipBlank();
      if (this.codes[this.position] !== HASH) return;
      this.readComment();
    }
  }

  /** At a `#`: reads to the end of the line's content. */
  readComment(): void {
    const { codes } = this;
    const start = this.position;
    let at = start + 1;
    for (;;) {
      const code = codes[at]!;
      if (!isControl(code) && at < this.length) at++;
      else if (this.endsLine(at)) break;
      else at = this.reportControls(at, 'a comment');
    }
    this.comments.push({ start, end: at });
    this.position = at;
  }

  /** At a carriage return without line feed, or a byte order mark, outside strings and comments. */
  reportStray(at: number): void {
    if (this.text.charCodeAt(at) === BOM) {
      this.report('misplaced-bom', at, at + 1, 'A byte order mark can only stand at the start of the file');
    } else {
      this.report('bare-carriage-return', at, at + 1, 'A carriage return is not followed by a line feed');
    }
  }

  /** At a control character: reports the run of them. @returns the offset after the run. */
  reportControls(start: number, where: string): number {
    const { text } = this;
    if (text.charCodeAt(start) === CR) {
      this.report(
        'bare-carriage-return',
        start,
        start + 1,
        `A carriage return in ${where} is not followed by a line feed`,
      );
      return start + 1;
    }
    let end = start + 1;
    while (isControl(text.charCodeAt(end)) && text.charCodeAt(end) !== CR && text.charCodeAt(end) !== LF)
      end++;
    const name = `U+${text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0')}`;
    const what = end - start > 1 ? `Control characters such as ${name}` : `The control character ${name}`;
    this.report('control-character', start, end, `${what} cannot stand in ${where}`);
    return end;
  }
}
