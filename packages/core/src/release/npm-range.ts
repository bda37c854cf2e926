import Range from 'semver/classes/range.js';

/**
 * Those of some versions that lie in a range in npm's grammar.
 *
 * @returns undefined where the text is no range.
 */
export function versionsInRange(text: string, versions: readonly string[]): readonly string[] | undefined {
  let range: Range;
  try {
    range = new Range(text);
  } catch {
    return undefined;
  }
  return versions.filter((version) => range.test(version));
}
