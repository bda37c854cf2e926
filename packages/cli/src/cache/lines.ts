/** How long the name is that each line begins with. */
export const NAME_LENGTH = 32;

/** Whoever asks for more than so many is better off with an index. */
const FEW = 16;

/** Digits of a name that an index goes by: as many as a number holds, which takes less memory than a text. */
const DIGITS = 13;

/** The lines of a text, each by the name that it begins with: 32 hexadecimal digits and a blank. */
export class Lines {
  readonly #text: string;
  #asked = 0;
  #index: ReadonlyMap<number, number> | undefined;

  /** @param text its lines end with a line feed, and no name is there twice. */
  constructor(text: string) {
    this.#text = text;
  }

  /**
   * What follows a name. An index does not know a line whose name ends as that of a later one, of which one of a
   * billion texts has two: it is as good as unknown then.
   */
  get(name: string): string | undefined {
    const at = this.#asked++ < FEW ? this.#search(name) : (this.#indexed().get(numberOf(name)) ?? -1);
    if (at < 0 || !this.#text.startsWith(`${name} `, at)) return undefined;
    return this.#text.slice(at + NAME_LENGTH + 1, this.#text.indexOf('\n', at));
  }

  /** All of them, in order. */
  *[Symbol.iterator](): Generator<[name: string, rest: string], void> {
    for (const at of this.#starts()) {
      const end = this.#text.indexOf('\n', at);
      yield [this.#text.slice(at, at + NAME_LENGTH), this.#text.slice(at + NAME_LENGTH + 1, end)];
    }
  }

  #search(name: string): number {
    return this.#text.startsWith(name) ? 0 : this.#text.indexOf(`\n${name} `) + 1 || -1;
  }

  #indexed(): ReadonlyMap<number, number> {
    if (this.#index) return this.#index;
    const index = new Map<number, number>();
    for (const at of this.#starts()) index.set(numberOf(this.#text.slice(at, at + NAME_LENGTH)), at);
    return (this.#index = index);
  }

  *#starts(): Generator<number, void> {
    for (let at = 0, end; (end = this.#text.indexOf('\n', at)) >= 0; at = end + 1) yield at;
  }
}

function numberOf(name: string): number {
  return Number.parseInt(name.slice(-DIGITS), 16);
}
