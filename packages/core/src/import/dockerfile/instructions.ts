import { DockerfileParser } from 'dockerfile-ast';
import { SourceError, type Place, type SourceFile } from '../place.ts';

/** One instruction, read as BuildKit does. */
export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  /** Of all of it. */
  readonly place: Place;
  /** `--name=value` before the arguments; an empty value where there is none. */
  readonly flags: readonly { readonly name: string; readonly value: string }[];
  /** The arguments: continued lines joined, comments between them out, flags too. */
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
  /** Comments at the top, apart from the first instruction. */
  readonly top: readonly string[];
}

/**
 * Takes a Dockerfile apart.
 *
 * @throws SourceError when it has no instruction.
 */
export function readInstructions(file: SourceFile): Instructions {
  const parsed = DockerfileParser.parse(file.text);
  const escape = parsed.getEscapeCharacter();
  const directives = new Set(parsed.getDirectives().map((each) => each.getRange().start.line));
  const comments = new Map<number, string>();
  for (const [index, line] of file.text.split('\n').entries()) {
    const match = /^\s*#\s?(.*?)\s*$/.exec(line);
    if (match && !directives.has(index)) comments.set(index, match[1]!);
  }
  const instructions = parsed.getInstructions();
  if (instructions.length === 0)
    throw new SourceError(
      file.place(0, 0),
      'There is no instruction in this Dockerfile',
      'It begins with `FROM IMAGE`.',
    );
  let from = 0;
  const list = instructions.map((each): Instruction => {
    const { start, end } = each.getRange();
    const offset = ({ line, character }: { line: number; character: number }) =>
      file.lines.lineRange(line).start + character;
    const place = file.place(offset(start), offset(end));
    const about = commentsAbove(comments, start.line, from);
    from = end.line + 1;
    const source = file.text.slice(place.range.start, place.range.end);
    const [keyword = ''] = /^\S+/.exec(source) ?? [];
    const heredocs = HEREDOC_KEYWORDS.has(keyword.toUpperCase()) ? heredocsOf(source) : undefined;
    const lines = heredocs ? [heredocs.line] : source.split('\n');
    const inner = heredocs
      ? []
      : lines.flatMap((_, index) =>
          index > 0 && comments.has(start.line + index) ? [comments.get(start.line + index)!] : [],
        );
    const joined = joinLines(lines, escape).slice(keyword.length).trim();
    const { flags, rest } = takeFlags(joined);
    return {
      keyword: keyword.toUpperCase(),
      place,
      flags,
      text: rest,
      heredocs: heredocs?.contents ?? [],
      comments: [...about, ...inner],
    };
  });
  const first = instructions[0]!.getRange().start.line;
  const own = new Set(commentsAbove(comments, first, 0));
  const top = Array.from(comments).filter(([line, text]) => line < first && !own.has(text));
  return { list, escape, top: top.map(([, text]) => text) };
}

const HEREDOC_KEYWORDS = new Set(['RUN', 'COPY', 'ADD']);

/** The comments that stand right above a line, without an empty line between. */
function commentsAbove(comments: ReadonlyMap<number, string>, line: number, from: number): string[] {
  const found: string[] = [];
  for (let above = line - 1; above >= from && comments.has(above); above--)
    found.unshift(comments.get(above)!);
  return found;
}

/** Joins continued lines as BuildKit does: comments and empty lines among them count for nothing. */
function joinLines(lines: readonly string[], escape: string): string {
  const continued = new RegExp(`\\${escape}[ \\t]*$`);
  let text = '';
  for (const [index, raw] of lines.entries()) {
    const line = raw.replace(/\r$/, '');
    if (index > 0 && (/^\s*#/.test(line) || line.trim() === '')) continue;
    text += line.replace(continued, '');
    if (!continued.test(line)) break;
  }
  return text;
}

function takeFlags(text: string): { flags: { name: string; value: string }[]; rest: string } {
  const flags: { name: string; value: string }[] = [];
  let rest = text;
  for (let match = FLAG.exec(rest); match; match = FLAG.exec(rest)) {
    flags.push({ name: match[1]!, value: (match[2] ?? '').replaceAll(/^"|"$/g, '') });
    rest = rest.slice(match[0].length);
  }
  return { flags, rest };
}

const FLAG = /^--([a-z][a-z-]*)(?:=("[^"]*"|\S*))?(?:\s+|$)/;

/** The contents of the here-documents that an instruction opens, and its first line. */
function heredocsOf(source: string): { line: string; contents: string[] } | undefined {
  const [line = '', ...body] = source.split('\n');
  const names = Array.from(line.matchAll(/<<(-?)\s*(['"]?)(\w+)\2/g), ([, dash = '', , name = '']) => ({
    name,
    strip: dash !== '',
  }));
  if (names.length === 0) return undefined;
  const contents = names.map(({ name, strip }) => {
    const end = body.findIndex(
      (each) => (strip ? each.replace(/^\t+/, '') : each).replace(/\r$/, '') === name,
    );
    const taken = body.splice(0, end < 0 ? body.length : end + 1);
    if (end >= 0) taken.pop();
    return taken.map((each) => `${strip ? each.replace(/^\t+/, '') : each}\n`).join('');
  });
  return { line: line.replaceAll(/<<-?\s*(['"]?)\w+\1/g, '').trimEnd(), contents };
}
