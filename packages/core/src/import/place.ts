import { LineIndex } from '../text/line-index.ts';
import type { TextRange } from '../text/range.ts';

/** A file that an import reads: the source itself, or what it refers to. */
export class SourceFile {
  /** How messages name it. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    this.lines = new LineIndex(text);
  }

  /** @returns the place from one offset up to another. */
  place(start: number, end: number): Place {
    return { file: this, range: { start, end } };
  }
}

/** Somewhere in one of the files. */
export interface Place {
  readonly file: SourceFile;
  readonly range: TextRange;
}

/** A source that cannot be read as what it is: where, and the reason. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly place: Place;
  /** What to do about it. */
  readonly help: string | undefined;

  constructor(place: Place, message: string, help?: string) {
    super(message);
    this.place = place;
    this.help = help;
  }
}
