import { SourceError, type SourceFile } from '../place.ts';
import { splitRaw } from './expand.ts';

/** An instruction as it stands in the file: where, and as one line. */
export interface LogicalLine {
  /** 0-based, inclusive. */
  readonly first: number;
  readonly last: number;
  /** Continued lines joined; comments and empty lines among them count for nothing. */
  readonly text: string;
  /** Contents of the here-documents that it opens. */
  readonly heredocs: readonly string[];
}

/** The lines of a Dockerfile, and the character that escapes in them. */
export interface Lines {
  readonly list: readonly LogicalLine[];
  readonly escape: string;
  /** Comments by line, 0-based, without their mark. */
  readonly comments: ReadonlyMap<number, string>;
}

const COMMENT = /^\s*#\s?(.*?)\s*$/;
const HEREDOC_KEYWORD = /^(?:RUN|COPY|ADD)\s/i;

/**
 * Joins the lines of a Dockerfile as BuildKit's parser does. The libraries for it differ from that parser where a line
 * ends with an escaped escape, and in here-documents.
 *
 * @throws SourceError for a here-document without an end.
 */
export function joinLines(file: SourceFile): Lines {
  const lines = file.text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  const { escape, directives } = readDirectives(lines);
  const continued = new RegExp(`(^|[^\\${escape}])\\${escape}[ \\t]*$`);
  const comments = new Map<number, string>();
  const list: LogicalLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const comment = COMMENT.exec(lines[at]!);
    if (comment) {
      if (at >= directives) comments.set(at, comment[1]!);
      continue;
    }
    const first = at;
    let text = lines[at]!.trimStart();
    if (text === '') continue;
    while (continued.test(text) && at + 1 < lines.length) {
      const next = lines[++at]!;
      const inner = COMMENT.exec(next);
      if (inner) comments.set(at, inner[1]!);
      else if (next.trim() !== '') text = text.replace(continued, '$1') + next;
    }
    text = text.replace(continued, '$1');
    const heredocs = HEREDOC_KEYWORD.test(text)
      ? readHeredocs(file, text, lines, at, escape)
      : { contents: [], last: at };
    at = heredocs.last;
    list.push({ first, last: at, text, heredocs: heredocs.contents });
  }
  return { list, escape, comments };
}

/** `# escape=` and its like stand before anything else; the first line that is none ends them. */
function readDirectives(lines: readonly string[]): { escape: string; directives: number } {
  let escape = '\\';
  for (const [index, line] of lines.entries()) {
    const match = /^#\s*([A-Za-z][\w]*)\s*=\s*(.+?)\s*$/.exec(line);
    if (!match || !/^(?:syntax|escape|check)$/i.test(match[1]!)) return { escape, directives: index };
    if (match[1]!.toLowerCase() === 'escape' && /^[\\`]$/.test(match[2]!)) escape = match[2]!;
  }
  return { escape, directives: lines.length };
}

function readHeredocs(
  file: SourceFile,
  text: string,
  lines: readonly string[],
  from: number,
  escape: string,
): { contents: string[]; last: number } {
  const contents: string[] = [];
  let last = from;
  for (const word of splitRaw(text, escape)) {
    const match = HEREDOC.exec(word);
    if (!match) continue;
    const strip = match[1] !== '';
    const bare = (line: string) => (strip ? line.replace(/^\t+/, '') : line);
    const end = lines.findIndex((line, index) => index > last && bare(line) === match[3]);
    if (end < 0) {
      const { start, end: stop } = file.lines.lineRange(from);
      throw new SourceError(file.place(start, stop), `The here-document \`${match[3]}\` has no end`);
    }
    contents.push(
      lines
        .slice(last + 1, end)
        .map((line) => `${bare(line)}\n`)
        .join(''),
    );
    last = end;
  }
  return { contents, last };
}

/** A word that opens a here-document. */
export const HEREDOC: RegExp = /^\d*<<(-?)(['"]?)([^'"<>\s]+)\2$/;
