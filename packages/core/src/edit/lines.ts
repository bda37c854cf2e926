import type { SmolfileDocument } from '../document/document.ts';
import type { TextEdit, TextRange } from '../text/range.ts';

export function insertion(at: number, text: string): TextEdit {
  return { range: { start: at, end: at }, text };
}

export function replacement(start: number, end: number, text: string): TextEdit {
  return { range: { start, end }, text };
}

/** The line break that a text uses: of the line that an offset is on, or the one before. */
export function lineBreakAt(text: string, at: number): '\n' | '\r\n' {
  const after = text.indexOf('\n', at);
  const feed = after < 0 ? text.lastIndexOf('\n') : after;
  return text.charAt(feed - 1) === '\r' ? '\r\n' : '\n';
}

/** Where the content of the first line begins: behind a byte order mark. */
export function contentStart(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

/** The start of the line that an offset is on, behind a byte order mark. */
export function lineStart(text: string, at: number): number {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  return start === 0 ? contentStart(text) : start;
}

/** The end of the content of a line, before its break. */
export function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  const end = feed < 0 ? text.length : feed;
  return feed > at && text.charAt(end - 1) === '\r' ? end - 1 : end;
}

/** The start of the line after the one that an offset is on; the end of the text for the last. */
export function nextLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
}

/** The white space that the line of an offset begins with. */
export function indentAt(text: string, at: number): string {
  const start = lineStart(text, at);
  return text.slice(start, skipBlanks(text, start));
}

/** Whether nothing but white space is before an offset on its line. */
export function startsLine(text: string, at: number): boolean {
  const start = skipBlanksBack(text, at);
  return start === contentStart(text) || text.charAt(start - 1) === '\n';
}

/** The offset after spaces and tabs. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charAt(at))) at++;
  return at;
}

/** The offset before spaces and tabs. */
export function skipBlanksBack(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charAt(at - 1))) at--;
  return at;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

/** Whether a line ends at an offset. */
export function endsLine(text: string, at: number): boolean {
  return at >= text.length || text.charAt(at) === '\n' || text.startsWith('\r\n', at);
}

/** The comments in a range, by halving: there may be many, and many ranges. */
export function commentsIn({ toml: { comments } }: SmolfileDocument, { start, end }: TextRange): TextRange[] {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comments[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: TextRange[] = [];
  for (let one = comments[low]; one && one.start < end; one = comments[++low]) found.push(one);
  return found;
}

/** The comment behind something on its line. */
export function commentBehind(document: SmolfileDocument, end: number): TextRange | undefined {
  const at = skipBlanks(document.text, end);
  return document.text.charAt(at) === '#' ? commentsIn(document, { start: at, end: at + 1 })[0] : undefined;
}

/** Comments as lines, with the indentation and the line break of a place, without the last break. */
export function commentLines({ text }: SmolfileDocument, comments: readonly TextRange[], at: number): string {
  const lines = comments.map(({ start, end }) => text.slice(start, end).trimEnd());
  return lines.join(lineBreakAt(text, at) + indentAt(text, at));
}

/**
 * Where the comments right above a line begin that are about it: not the ones that open the file, and none that
 * talks to this toolkit about the whole file.
 */
export function commentsAbove(text: string, start: number): number {
  let from = start;
  const first = contentStart(text);
  while (from > first) {
    const line = lineStart(text, from - 1);
    const comment = text.slice(line, from).trim();
    if (!comment.startsWith('#')) return from;
    if (line === first || /smolfile(?:-ignore-file|:)/i.test(comment)) return start;
    from = line;
  }
  return from;
}
