import type { Place, StringPlace } from './context.ts';

/** Characters that end a word: whatever a bare value or key cannot hold. */
const WORD_END = /[\s=,[\]{}#."']/;
const VALUE_END = /[\s,[\]{}#"']/;

type Where = 'statement' | 'inline';

/**
 * Reads statements up to the one under a cursor, taking anything for TOML that looks remotely like it. Each method
 * leaves `at` behind what it read, and `found` set once the cursor is met; then everything returns.
 */
export class Scanner {
  readonly #text: string;
  readonly #offset: number;
  readonly #end: number;
  #at = 0;
  #found: Place | undefined;

  /** @param end where the next statement starts: what is open by then never ended. */
  constructor(text: string, offset: number, end: number) {
    this.#text = text;
    this.#offset = offset;
    this.#end = end;
  }

  /**
   * @param start where a statement starts.
   * @param table of the statement, when it is no header.
   */
  statements(start: number, table: readonly string[]): Place {
    this.#at = start;
    let current = table;
    while (!this.#found) {
      if (this.#blank((at) => this.#key(current, at, at, 0, 'statement'))) break;
      if (this.#at >= this.#end) break;
      if (this.#peek() === '[') current = this.#header();
      else this.#keyValue(current, 'statement');
      if (!this.#found) this.#restOfLine();
    }
    return this.#found ?? { kind: 'none' };
  }

  #header(): readonly string[] {
    const array = this.#text.startsWith('[[', this.#at);
    if (this.#offset === this.#at) this.#found = { kind: 'none' };
    this.#at += array ? 2 : 1;
    // A cursor between the brackets of `[[` is nowhere.
    if (this.#offset < this.#at) this.#found ??= { kind: 'none' };
    const line = this.#text.slice(this.#at, this.#lineEnd());
    const closed = /^[^#]*\]/.test(line);
    return this.#names((table, start, end) => {
      const followedBy = /^[ \t]*\./.test(this.#text.slice(end, this.#lineEnd())) ? 'dot' : 'nothing';
      this.#found = { kind: 'header', table, range: { start, end }, array, closed, followedBy };
    });
  }

  #keyValue(table: readonly string[], where: Where): void {
    const start = this.#at;
    const names = this.#names((before, from, to) => {
      this.#key([...table, ...before], from, to, before.length, where);
    });
    if (this.#found) return;
    if (this.#peek() === '=') {
      this.#at++;
      this.#value([...table, ...names], false);
    } else if (this.#at === start) {
      this.#at++; // nothing that a key may start with
    }
  }

  /** Reads `a . "b"`; what the cursor touches is given to `meet`, with the names before it. */
  #names(meet: (before: readonly string[], start: number, end: number) => void): readonly string[] {
    const names: string[] = [];
    for (;;) {
      const gap = this.#at;
      this.#spaces();
      const start = this.#at;
      const name = this.#name();
      const before = names.slice();
      if (this.#offset >= start && this.#offset <= this.#at) meet(before, start, this.#at);
      else if (this.#offset >= gap && this.#offset < start) meet(before, this.#offset, this.#offset);
      if (name !== '') names.push(name);
      if (this.#found) return names;
      const end = this.#at;
      this.#spaces();
      if (this.#offset > end && this.#offset <= this.#at) this.#found = { kind: 'none' };
      if (this.#found || this.#peek() !== '.') return names;
      this.#at++;
    }
  }

  #name(): string {
    const quote = this.#peek();
    if (quote === '"' || quote === "'") {
      const { content } = this.#string();
      return this.#text.slice(content.start, content.end);
    }
    return this.#word(WORD_END);
  }

  #value(path: readonly string[], element: boolean): void {
    const gap = this.#at;
    this.#spaces();
    const start = this.#at;
    const first = this.#peek();
    if (this.#offset >= gap && this.#offset < start) {
      // A word behind the spaces is what the new value replaces; a list or a string is left alone.
      const quoted = first === '"' || first === "'";
      const end = this.#word(VALUE_END) === '' || quoted ? this.#offset : this.#at;
      this.#found = { kind: 'value', path, element, range: { start: this.#offset, end } };
    } else if (first === '"' || first === "'") {
      this.#stringValue(path, element);
    } else if (first === '[') {
      this.#array(path);
    } else if (first === '{') {
      this.#inlineTable(path);
    } else {
      this.#word(VALUE_END);
      if (this.#touches(start)) {
        this.#found = { kind: 'value', path, element, range: { start, end: this.#at } };
      }
    }
  }

  #stringValue(path: readonly string[], element: boolean): void {
    const start = this.#at;
    const string = this.#string();
    if (!this.#touches(start)) return;
    const range = { start, end: this.#at };
    const { content } = string;
    const inside = this.#offset >= content.start && this.#offset <= content.end;
    if (inside) this.#found = { kind: 'value', path, element, range, string };
    else if (this.#offset === start) this.#found = { kind: 'value', path, element, range };
    else this.#found = { kind: 'none' };
  }

  #array(path: readonly string[]): void {
    const open = this.#at++;
    if (this.#offset === open) this.#found = { kind: 'none' };
    let due = true;
    while (!this.#found) {
      if (this.#blank((at) => this.#element(path, due, at)) || this.#at >= this.#end) return;
      const next = this.#peek();
      if (next === ']') {
        this.#at++;
        if (this.#offset === this.#at) this.#found = { kind: 'none' };
        return;
      }
      const start = this.#at;
      if (next === ',') this.#at++;
      else this.#value(path, true);
      if (this.#at === start) this.#at++;
      due = next === ',';
    }
  }

  #element(path: readonly string[], due: boolean, at: number): void {
    this.#found = due
      ? { kind: 'value', path, element: true, range: { start: at, end: at } }
      : { kind: 'none' };
  }

  #inlineTable(path: readonly string[]): void {
    const open = this.#at++;
    if (this.#offset === open) this.#found = { kind: 'none' };
    let due = true;
    while (!this.#found) {
      const gap = this.#at;
      this.#spaces();
      const next = this.#peek();
      const here = this.#offset >= gap && this.#offset <= this.#at;
      const punctuation = next === '' || next === ',' || next === '}' || next === '\n' || next === '\r';
      if (here && (punctuation || this.#offset < this.#at)) {
        if (due) this.#key(path, this.#offset, this.#offset, 0, 'inline');
        else this.#found = { kind: 'none' };
        return;
      }
      // TOML 1.0 has no line breaks here: the table was not finished.
      if (next === '' || next === '\n' || next === '\r') return;
      const start = this.#at;
      if (next === '}' || next === ',') this.#at++;
      else this.#keyValue(path, 'inline');
      if (this.#at === start) this.#at++;
      due = next === ',';
      if (next === '}') return;
    }
  }

  #key(table: readonly string[], start: number, end: number, dotted: number, where: Where): void {
    const next = /^[ \t]*([.=]?)/.exec(this.#text.slice(end, this.#lineEnd()))?.[1];
    const followedBy = next === '=' ? 'equals' : next === '.' ? 'dot' : 'nothing';
    this.#found = { kind: 'key', table, dotted, range: { start, end }, where, followedBy };
  }

  /** Reads one string; one of one line ends with its line at the latest. */
  #string(): StringPlace {
    const one = this.#peek() === '"' ? '"' : "'";
    const long = this.#text.startsWith(one.repeat(3), this.#at);
    const quote = (long ? one.repeat(3) : one) as StringPlace['quote'];
    const start = this.#at + quote.length;
    const limit = long ? this.#end : Math.min(this.#lineEnd(), this.#end);
    this.#at = start;
    while (this.#at < limit) {
      if (this.#text.startsWith(quote, this.#at)) {
        const content = { start, end: this.#at };
        this.#at += quote.length;
        return { quote, content, closed: true };
      }
      this.#at += this.#peek() === '\\' && one === '"' ? 2 : 1;
    }
    this.#at = Math.max(start, limit);
    return { quote, content: { start, end: this.#at }, closed: false };
  }

  /**
   * Reads white space, line ends and comments; gives a cursor in them to `meet`. A cursor at their end is in them
   * unless something starts there.
   *
   * @returns whether the cursor was met.
   */
  #blank(meet: (at: number) => void): boolean {
    for (;;) {
      const start = this.#at;
      while (this.#at < this.#end && /\s/.test(this.#peek())) this.#at++;
      const next = this.#peek();
      const punctuation = next === '' || next === '#' || next === ']' || next === ',';
      if (this.#offset >= start && (this.#offset < this.#at || (punctuation && this.#offset === this.#at))) {
        meet(this.#offset);
        return true;
      }
      if (next !== '#') return false;
      this.#comment();
      if (this.#found) return true;
    }
  }

  #comment(): void {
    const start = this.#at;
    this.#at = this.#lineEnd();
    if (this.#offset > start && this.#offset <= this.#at) {
      this.#found = { kind: 'comment', range: { start, end: this.#at } };
    }
  }

  /** What follows a statement on its line. */
  #restOfLine(): void {
    const end = Math.min(this.#lineEnd(), this.#end);
    const hash = this.#text.slice(this.#at, end).search(/#/);
    const stop = hash < 0 ? end : this.#at + hash;
    if (this.#offset >= this.#at && this.#offset <= stop) this.#found = { kind: 'none' };
    this.#at = stop;
    if (hash >= 0 && !this.#found) this.#comment();
  }

  #word(end: RegExp): string {
    const start = this.#at;
    while (this.#at < this.#end && !end.test(this.#peek())) this.#at++;
    return this.#text.slice(start, this.#at);
  }

  #spaces(): void {
    while (this.#at < this.#end && (this.#peek() === ' ' || this.#peek() === '\t')) this.#at++;
  }

  #touches(start: number): boolean {
    return this.#offset >= start && this.#offset <= this.#at;
  }

  #peek(): string {
    return this.#at < this.#end ? this.#text.charAt(this.#at) : '';
  }

  #lineEnd(): number {
    const feed = this.#text.indexOf('\n', this.#at);
    const end = feed < 0 ? this.#text.length : feed;
    return end > 0 && this.#text.charAt(end - 1) === '\r' ? end - 1 : end;
  }
}
