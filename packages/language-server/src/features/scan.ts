import type { Place } from './place.ts';
import { Reader } from './reader.ts';

/** Characters that end a word: whatever a bare value or key cannot hold. */
const WORD_END = /[\s=,[\]{}#."']/;
const VALUE_END = /[\s,[\]{}#"']/;

/** How deep values are read; smolvm refuses more than 80 levels. */
const MOST_DEPTH = 100;

type Where = 'statement' | 'inline';

/**
 * Reads statements up to the one under a cursor, taking anything for TOML that looks remotely like it. Each method
 * leaves `at` behind what it read, and `found` set once the cursor is met; then everything returns.
 */
export class Scanner {
  readonly #in: Reader;
  readonly #offset: number;
  #found: Place | undefined;
  #depth = 0;

  /** @param end where the next statement starts: what is open by then never ended. */
  constructor(text: string, offset: number, end: number) {
    this.#in = new Reader(text, end);
    this.#offset = offset;
  }

  /**
   * @param start where a statement starts.
   * @param table of the statement, when it is no header.
   */
  statements(start: number, table: readonly string[]): Place {
    this.#in.at = start;
    let current = table;
    while (!this.#found) {
      if (this.#blank((at) => this.#key(current, at, at, 0, 'statement'))) break;
      if (this.#in.at >= this.#in.end) break;
      if (this.#in.peek() === '[') current = this.#header();
      else this.#keyValue(current, 'statement');
      if (!this.#found) this.#restOfLine();
    }
    return this.#found ?? { kind: 'none' };
  }

  #header(): readonly string[] {
    const array = this.#in.text.startsWith('[[', this.#in.at);
    if (this.#offset === this.#in.at) this.#found = { kind: 'none' };
    this.#in.at += array ? 2 : 1;
    // A cursor between the brackets of `[[` is nowhere.
    if (this.#offset < this.#in.at) this.#found ??= { kind: 'none' };
    const line = this.#in.text.slice(this.#in.at, this.#in.lineEnd());
    const closed = /^[^#]*\]/.test(line);
    return this.#names((table, start, end) => {
      const followedBy = /^[ \t]*\./.test(this.#in.text.slice(end, this.#in.lineEnd())) ? 'dot' : 'nothing';
      this.#found = { kind: 'header', table, range: { start, end }, array, closed, followedBy };
    });
  }

  #keyValue(table: readonly string[], where: Where): void {
    const start = this.#in.at;
    const names = this.#names((before, from, to) => {
      this.#key([...table, ...before], from, to, before.length, where);
    });
    if (this.#found) return;
    if (this.#in.peek() === '=') {
      this.#in.at++;
      this.#value([...table, ...names], false);
    } else if (this.#in.at === start) {
      this.#in.at++; // nothing that a key may start with
    }
  }

  /** Reads `a . "b"`; what the cursor touches is given to `meet`, with the names before it. */
  #names(meet: (before: readonly string[], start: number, end: number) => void): readonly string[] {
    const names: string[] = [];
    for (;;) {
      const gap = this.#in.at;
      this.#in.spaces();
      const start = this.#in.at;
      const name = this.#name();
      if (this.#offset >= start && this.#offset <= this.#in.at) meet(names.slice(), start, this.#in.at);
      else if (this.#offset >= gap && this.#offset < start) meet(names.slice(), this.#offset, this.#offset);
      if (name !== '') names.push(name);
      if (this.#found) return names;
      const end = this.#in.at;
      this.#in.spaces();
      if (this.#offset > end && this.#offset <= this.#in.at) this.#found = { kind: 'none' };
      if (this.#found || this.#in.peek() !== '.') return names;
      this.#in.at++;
    }
  }

  #name(): string {
    const quote = this.#in.peek();
    if (quote === '"' || quote === "'") {
      const { content } = this.#in.string();
      return this.#in.text.slice(content.start, content.end);
    }
    return this.#in.word(WORD_END);
  }

  #value(path: readonly string[], element: boolean): void {
    // smolvm reads nothing so deep, and each level takes some of the stack.
    if (this.#depth >= MOST_DEPTH) {
      this.#found = { kind: 'none' };
      return;
    }
    this.#depth++;
    this.#valueInside(path, element);
    this.#depth--;
  }

  #valueInside(path: readonly string[], element: boolean): void {
    const gap = this.#in.at;
    this.#in.spaces();
    const start = this.#in.at;
    const first = this.#in.peek();
    if (this.#offset >= gap && this.#offset < start) {
      // A word behind the spaces is what the new value replaces; a list or a string is left alone.
      const quoted = first === '"' || first === "'";
      const end = this.#in.word(VALUE_END) === '' || quoted ? this.#offset : this.#in.at;
      this.#found = { kind: 'value', path, element, range: { start: this.#offset, end } };
    } else if (first === '"' || first === "'") {
      this.#stringValue(path, element);
    } else if (first === '[') {
      this.#array(path);
    } else if (first === '{') {
      this.#inlineTable(path);
    } else {
      this.#in.word(VALUE_END);
      if (this.#touches(start)) {
        this.#found = { kind: 'value', path, element, range: { start, end: this.#in.at } };
      }
    }
  }

  #stringValue(path: readonly string[], element: boolean): void {
    const start = this.#in.at;
    const string = this.#in.string();
    if (!this.#touches(start)) return;
    const range = { start, end: this.#in.at };
    const { content } = string;
    const inside = this.#offset >= content.start && this.#offset <= content.end;
    if (inside) this.#found = { kind: 'value', path, element, range, string };
    else if (this.#offset === start) this.#found = { kind: 'value', path, element, range };
    else this.#found = { kind: 'none' };
  }

  #array(path: readonly string[]): void {
    const open = this.#in.at++;
    if (this.#offset === open) this.#found = { kind: 'none' };
    let due = true;
    while (!this.#found) {
      if (this.#blank((at) => this.#element(path, due, at)) || this.#in.at >= this.#in.end) return;
      const next = this.#in.peek();
      if (next === ']') {
        this.#in.at++;
        if (this.#offset === this.#in.at) this.#found = { kind: 'none' };
        return;
      }
      const start = this.#in.at;
      if (next === ',') this.#in.at++;
      else this.#value(path, true);
      if (this.#in.at === start) this.#in.at++;
      due = next === ',';
    }
  }

  #element(path: readonly string[], due: boolean, at: number): void {
    this.#found = due
      ? { kind: 'value', path, element: true, range: { start: at, end: at } }
      : { kind: 'none' };
  }

  #inlineTable(path: readonly string[]): void {
    const open = this.#in.at++;
    if (this.#offset === open) this.#found = { kind: 'none' };
    let due = true;
    while (!this.#found) {
      const gap = this.#in.at;
      this.#in.spaces();
      const next = this.#in.peek();
      const here = this.#offset >= gap && this.#offset <= this.#in.at;
      const punctuation = next === '' || next === ',' || next === '}' || next === '\n' || next === '\r';
      if (here && (punctuation || this.#offset < this.#in.at)) {
        if (due) this.#key(path, this.#offset, this.#offset, 0, 'inline');
        else this.#found = { kind: 'none' };
        return;
      }
      // TOML 1.0 has no line breaks here: the table was not finished.
      if (next === '' || next === '\n' || next === '\r') return;
      const start = this.#in.at;
      if (next === '}' || next === ',') this.#in.at++;
      else this.#keyValue(path, 'inline');
      if (this.#in.at === start) this.#in.at++;
      due = next === ',';
      if (next === '}') return;
    }
  }

  #key(table: readonly string[], start: number, end: number, dotted: number, where: Where): void {
    const next = /^[ \t]*([.=]?)/.exec(this.#in.text.slice(end, this.#in.lineEnd()))?.[1];
    const followedBy = next === '=' ? 'equals' : next === '.' ? 'dot' : 'nothing';
    this.#found = { kind: 'key', table, dotted, range: { start, end }, where, followedBy };
  }

  /**
   * Reads white space, line ends and comments; gives a cursor in them to `meet`. A cursor at their end is in them
   * unless something starts there.
   *
   * @returns whether the cursor was met.
   */
  #blank(meet: (at: number) => void): boolean {
    for (;;) {
      const start = this.#in.at;
      while (this.#in.at < this.#in.end && /\s/.test(this.#in.peek())) this.#in.at++;
      const next = this.#in.peek();
      const punctuation = next === '' || next === '#' || next === ']' || next === ',';
      if (
        this.#offset >= start &&
        (this.#offset < this.#in.at || (punctuation && this.#offset === this.#in.at))
      ) {
        meet(this.#offset);
        return true;
      }
      if (next !== '#') return false;
      this.#comment();
      if (this.#found) return true;
    }
  }

  #comment(): void {
    const start = this.#in.at;
    this.#in.at = this.#in.lineEnd();
    if (this.#offset > start && this.#offset <= this.#in.at) {
      this.#found = { kind: 'comment', range: { start, end: this.#in.at } };
    }
  }

  /** What follows a statement on its line. */
  #restOfLine(): void {
    const end = Math.min(this.#in.lineEnd(), this.#in.end);
    const hash = this.#in.text.slice(this.#in.at, end).search(/#/);
    const stop = hash < 0 ? end : this.#in.at + hash;
    if (this.#offset >= this.#in.at && this.#offset <= stop) this.#found = { kind: 'none' };
    this.#in.at = stop;
    if (hash >= 0 && !this.#found) this.#comment();
  }

  #touches(start: number): boolean {
    return this.#offset >= start && this.#offset <= this.#in.at;
  }
}
