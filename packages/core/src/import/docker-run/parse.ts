import { splitWords } from '../../call/words.ts';
import type { ImportContext } from '../context.ts';
import type { Word } from '../../call/call.ts';
import { SourceError, type SourceFile } from '../place.ts';
import { readFlags, type UsedFlag } from './read-flags.ts';

/** A `docker run` command line taken apart. */
export interface RunLine {
  readonly flags: readonly UsedFlag[];
  readonly image: Word;
  /** What follows the image: the command. */
  readonly command: readonly Word[];
}

/**
 * Reads a command line as the docker CLI does.
 *
 * @throws SourceError for what docker refuses, and for what only a shell could tell: `$X`, `$(…)`.
 */
export function parseRunLine(file: SourceFile, { reader, variables }: ImportContext): RunLine {
  const { words, problem } = splitWords(file.text);
  if (problem) throw new SourceError(file.place(problem.range.start, problem.range.end), problem.message);
  const known: Known = { PWD: reader.folder ?? '.', HOME: variables('HOME') };
  const rest = words.slice(commandLength(words)).map((word) => settled(file, word, known));
  const { used: flags, next: at } = readFlags(rest, (message, { start, end }) => {
    throw new SourceError(file.place(start, end), message);
  });
  const image = rest[at];
  if (!image)
    throw new SourceError(
      file.place(file.text.length, file.text.length),
      'No image is named',
      'docker run [OPTIONS] IMAGE [COMMAND] [ARG…]',
    );
  return { flags, image, command: rest.slice(at + 1) };
}

/** How many words `docker run`, `docker container run` or `sudo docker run` are. */
function commandLength(words: readonly Word[]): number {
  const values = words.map(({ value }) => value);
  const start = values[0] === 'sudo' ? 1 : 0;
  if (!/(?:^|\/)(?:docker|podman|nerdctl)$/.test(values[start] ?? '')) return 0;
  const verb = values[start + 1] === 'container' ? start + 2 : start + 1;
  return /^(?:run|create)$/.test(values[verb] ?? '') ? verb + 1 : start + 1;
}

/** Variables that are known without a shell. */
interface Known {
  readonly PWD: string;
  readonly HOME: string | undefined;
}

/** What lines out there ask a shell for most: the working directory, the home folder. */
const ASKED = /\$\(pwd\)|`pwd`|\$\{?(PWD|HOME)\b\}?/g;

/** What stands in single quotes or after a backslash is meant as it is; the rest must be known, or is refused. */
function settled(file: SourceFile, word: Word, known: Known): Word {
  const { start, end } = word.range;
  const source = file.text.slice(start, end);
  const open = source.replaceAll(/'[^']*'|\\[\s\S]/g, blank);
  const rest = open.replaceAll(ASKED, (asked, name: keyof Known = 'PWD') =>
    known[name] === undefined ? asked : ' '.repeat(asked.length),
  );
  const match = /\$(?:[A-Za-z_{(]|\d)|`/.exec(rest) ?? /[;&|<>]/.exec(rest.replaceAll(/"[^"]*"/g, blank));
  if (match)
    throw new SourceError(
      file.place(start + match.index, end),
      `Only a shell knows what \`${source.slice(match.index)}\` stands for`,
      'Write its value, or put it in single quotes if it is meant as it is.',
    );
  if (rest === open) return word;
  return {
    ...word,
    value: word.value.replaceAll(ASKED, (asked, name: keyof Known = 'PWD') => known[name] ?? asked),
  };
}

function blank(quoted: string): string {
  return ' '.repeat(quoted.length);
}
