import type { TextRange } from '../text/range.ts';

/** A version pinned by a comment at the top of the file. */
export interface VersionPin {
  readonly version: string;
  /** The version inside the quotes. */
  readonly range: TextRange;
}

const PIN = /^#\s*smolfile:\s*smolvm\s*=\s*"([^"]*)"\s*$/;

/**
 * Reads `# smolfile: smolvm = "1.2.0"` (design 3) from the comments before the first statement, so that a file
 * can say which smolvm it is for and every tool sees the same.
 *
 * @param comments the document's comments in order.
 * @param firstStatement offset where the first key or header begins; the text's length when there is none.
 */
export function versionPin(
  text: string,
  comments: Iterable<TextRange>,
  firstStatement: number,
): VersionPin | undefined {
  for (const { start, end } of comments) {
    if (start >= firstStatement) return undefined;
    const comment = text.slice(start, end);
    const version = PIN.exec(comment)?.[1];
    if (version === undefined) continue;
    const from = start + comment.indexOf('"') + 1;
    return { version, range: { start: from, end: from + version.length } };
  }
  return undefined;
}
