import { NEWEST_RELEASE, type Release } from '../release/index.ts';
import { schemaFor, treeAt, type KeySchema } from '../schema/index.ts';
import { LineIndex } from '../text/line-index.ts';
import { parseToml, type TomlDocument, type TomlError } from '../toml/index.ts';
import { versionPin, type VersionPin } from './directives.ts';
import { Settings } from './settings.ts';

/** A parsed Smolfile: the text, its syntax, and what it sets, as each release of smolvm reads it. */
export class SmolfileDocument {
  readonly text: string;
  readonly toml: TomlDocument;
  readonly lines: LineIndex;
  /** The version that the file itself asks for, as written. */
  readonly pin: VersionPin | undefined;
  readonly #settings = new Map<KeySchema, Settings>();

  constructor(text: string) {
    this.text = text;
    this.toml = parseToml(text);
    this.lines = new LineIndex(text);
    const first = this.toml.body[0]?.start ?? this.toml.headers[0]?.start ?? text.length;
    this.pin = versionPin(text, this.toml.comments, first);
  }

  /** What the file sets, by key path: every key that any known release has. */
  get settings(): Settings {
    return this.settingsBy(treeAt(NEWEST_RELEASE));
  }

  /** What the file sets as a release reads it: keys that it does not have are no settings. */
  settingsAt(release: Release): Settings {
    return this.settingsBy(schemaFor(release));
  }

  /** What the file sets, by a tree of keys. */
  settingsBy(schema: KeySchema): Settings {
    const known = this.#settings.get(schema);
    if (known) return known;
    const settings = new Settings(this.toml.root, schema);
    this.#settings.set(schema, settings);
    return settings;
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
 * @example
 * ```ts
 * parseSmolfile('cpus = 4\n').settings.integer('cpus')?.value; // 4
 * parseSmolfile('cpus = \n').errors.map(({ code }) => code); // ['missing-value']
 * ```
 */
export function parseSmolfile(text: string): SmolfileDocument {
  return new SmolfileDocument(text);
}
