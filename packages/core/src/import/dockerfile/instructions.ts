import { SourceError, type Place, type SourceFile } from '../place.ts';
import { splitRaw } from './expand.ts';
import { HEREDOC, joinLines, type LogicalLine } from './lines.ts';

/** One instruction, read as BuildKit does. */
export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  /** Of all of it. */
  readonly place: Place;
  /** `--name=value` before the arguments; an empty value where there is none. */
  readonly flags: readonly { readonly name: string; readonly value: string }[];
  /** The arguments: continued lines joined, comments between them out, flags and here-documents too. */
  readonly text: string;
  /** Contents of here-documents. */
  readonly heredocs: readonly string[];
  /** Comments right above it and within it. */
  readonly comments: readonly string[];
}

/** A Dockerfile taken apart. */
export interface Instructions {
  readonly list: readonly Instruction[];
  /** The character that escapes: `\`, or what `# escape=` names. */
  readonly escape: string;
  /** Comments above the first instruction: they are about the whole. */
  readonly top: readonly string[];
}

/**
 * Takes a Dockerfile apart.
 *
 * @throws SourceError when it has no instruction.
 */
export function readInstructions(file: SourceFile): Instructions {
  const { list: lines, escape, comments } = joinLines(file);
  const [first] = lines;
  if (!first)
    throw new SourceError(
      file.place(0, 0),
      'There is no instruction in this Dockerfile',
      'It begins with `FROM IMAGE`.',
    );
  const about = (line: LogicalLine, after: number): string[] => {
    let from = line.first;
    while (from > after && comments.has(from - 1)) from--;
    return Array.from(comments)
      .filter(([at]) => at >= from && at <= line.last)
      .map(([, text]) => text);
  };
  const list = lines.map((line, index): Instruction => {
    const start = file.lines.lineRange(line.first).start;
    const place = file.place(start, file.lines.lineRange(line.last).end);
    const [keyword = ''] = /^\S+/.exec(line.text) ?? [];
    const { flags, rest } = takeFlags(line.text.slice(keyword.length).trim());
    const text = line.heredocs.length > 0 ? withoutHeredocs(rest, escape) : rest;
    const previous = lines[index - 1]?.last ?? line.first - 1;
    return {
      keyword: keyword.toUpperCase(),
      place,
      flags,
      text,
      heredocs: line.heredocs,
      comments: about(line, previous + 1),
    };
  });
  const above = Array.from(comments)
    .filter(([at]) => at < first.first)
    .map(([, text]) => text);
  return { list, escape, top: above };
}

function withoutHeredocs(text: string, escape: string): string {
  return splitRaw(text, escape)
    .filter((word) => !HEREDOC.test(word))
    .join(' ');
}

/** Words that begin with `--` come first; quotes and backslashes in them are taken away. */
function takeFlags(text: string): { flags: { name: string; value: string }[]; rest: string } {
  const flags: { name: string; value: string }[] = [];
  let rest = text;
  for (let match = FLAG.exec(rest); match; match = FLAG.exec(rest)) {
    rest = rest.slice(match[0].length);
    const word = match[1]!.replaceAll(/\\([\s\S])|["']/g, (_, escaped?: string) => escaped ?? '');
    if (word === '--') break;
    const equals = word.indexOf('=');
    flags.push({
      name: word.slice(2, equals < 0 ? undefined : equals),
      value: equals < 0 ? '' : word.slice(equals + 1),
    });
  }
  return { flags, rest };
}

const FLAG = /^(--(?:"[^"]*"|'[^']*'|\\[\s\S]|[^\s"'\\])*)(?:\s+|$)/;
