import type { StringPlace } from './place.ts';

/** The characters of a statement, read from left to right; nothing is read beyond its end. */
export class Reader {
  readonly text: string;
  /** Where the next statement starts: what is open by then never ended. */
  readonly end: number;
  /** Behind what was read. */
  at = 0;

  constructor(text: string, end: number) {
    this.text = text;
    this.end = end;
  }

  /** Reads one string; one of one line ends with its line at the latest. */
  string(): StringPlace {
    const one = this.peek() === '"' ? '"' : "'";
    const long = this.text.startsWith(one.repeat(3), this.at);
    const quote = (long ? one.repeat(3) : one) as StringPlace['quote'];
    const start = this.at + quote.length;
    const limit = long ? this.end : Math.min(this.lineEnd(), this.end);
    this.at = start;
    while (this.at < limit) {
      if (this.text.startsWith(quote, this.at)) {
        const content = { start, end: this.at };
        this.at += quote.length;
        return { quote, content, closed: true };
      }
      this.at += this.peek() === '\\' && one === '"' ? 2 : 1;
    }
    this.at = Math.max(start, limit);
    return { quote, content: { start, end: this.at }, closed: false };
  }

  word(end: RegExp): string {
    const start = this.at;
    while (this.at < this.end && !end.test(this.peek())) this.at++;
    return this.text.slice(start, this.at);
  }

  spaces(): void {
    while (this.at < this.end && (this.peek() === ' ' || this.peek() === '\t')) this.at++;
  }

  peek(): string {
    return this.at < this.end ? this.text.charAt(this.at) : '';
  }

  lineEnd(): number {
    const feed = this.text.indexOf('\n', this.at);
    const end = feed < 0 ? this.text.length : feed;
    return end > 0 && this.text.charAt(end - 1) === '\r' ? end - 1 : end;
  }
}
