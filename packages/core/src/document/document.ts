import { ROOT } from '../schema/index.ts';
import { LineIndex } from '../text/line-index.ts';
import { parseToml, type TomlDocument, type TomlError } from '../toml/index.ts';
import { versionPin, type VersionPin } from './directives.ts';
import { Settings } from './settings.ts';

/** A parsed Smolfile: the text, its syntax, and what it sets; nothing in it depends on smolvm's version. */
export class SmolfileDocument {
  readonly text: string;
  readonly toml: TomlDocument;
  readonly lines: LineIndex;
  /** What the file sets, by key path. */
  readonly settings: Settings;
  /** The version that the file itself asks for, as written. */
  readonly pin: VersionPin | undefined;

  constructor(text: string) {
    this.text = text;
    this.toml = parseToml(text);
    this.lines = new LineIndex(text);
    this.settings = new Settings(this.toml.root, ROOT);
    const first = this.toml.body[0]?.start ?? this.toml.headers[0]?.start ?? text.length;
    this.pin = versionPin(text, this.toml.comments, first);
  }

  /** Syntax errors, in document order. */
  get errors(): readonly TomlError[] {
    return this.toml.errors;
  }

  /**
   * Whether some of the file could not be read. Then nothing may be concluded from a key being absent: it may
   * stand in the broken part.
   */
  get damaged(): boolean {
    return this.toml.errors.length > 0;
  }
}

/**
 * Parses a Smolfile, or any text at all.
 *
 * @param text the file's content, decoded from UTF-8 by the caller (smolvm refuses what is not UTF-8).
 * @returns a document, always; what is wrong with it is in `errors`.
 */
export function parseSmolfile(text: string): SmolfileDocument {
  return new SmolfileDocument(text);
}
