/** Which smolvm is installed. Pure, but for the one call that is handed in. */

/** How long and how much a question to smolvm may take. */
export type Ask = () => Promise<string>;

/**
 * The version in the output of `smolvm --version` (or Pilot's `smolvm.version`).
 *
 * @returns `1.6.0`, without what a pre-release adds; undefined when there is none.
 */
export function versionIn(output: string): string | undefined {
  const named = /\bsmolvm["']?[\s:]+["']?v?(\d{1,6}\.\d{1,6}\.\d{1,6})(?![\d.])/i.exec(output);
  return (named ?? /(?<![\d.])v?(\d{1,6}\.\d{1,6}\.\d{1,6})(?![\d.])/.exec(output))?.[1];
}

/**
 * Whether a release is newer than every one that is known exactly: what is said of it is said of another one then.
 *
 * @param known the newest that is known.
 */
export function isBeyond(version: string, known: string): boolean {
  return version.localeCompare(known, 'en', { numeric: true }) > 0;
}

/** Remembers the version of each binary, so that each is asked once. */
export class Versions {
  readonly #known = new Map<string, Promise<string | undefined>>();

  /**
   * The version of a binary.
   *
   * @param stamp changes with the binary: its path, size and time. A failed question is asked again next time.
   */
  of(stamp: string, ask: Ask): Promise<string | undefined> {
    const known = this.#known.get(stamp);
    if (known) return known;
    const asked = ask().then(versionIn, () => {
      this.#known.delete(stamp);
      return undefined;
    });
    this.#known.set(stamp, asked);
    return asked;
  }
}
