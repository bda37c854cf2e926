import { splitWords } from '../../call/words.ts';
import type { Word } from '../../call/call.ts';
import { SourceError, type SourceFile } from '../place.ts';
import { RUN_ALIASES, RUN_FLAGS, type RunFlag } from '../table/index.ts';
import type { TextRange } from '../../text/range.ts';

/** A flag as it was given. */
export interface UsedFlag {
  readonly flag: RunFlag;
  /** Empty for a flag without value. */
  readonly value: string;
  readonly range: TextRange;
}

/** A `docker run` command line taken apart. */
export interface RunLine {
  readonly flags: readonly UsedFlag[];
  readonly image: Word;
  /** What follows the image: the command. */
  readonly command: readonly Word[];
}

const byLong = new Map(RUN_FLAGS.map((flag) => [flag.name.slice(2), flag]));
const byShort = new Map(
  RUN_FLAGS.flatMap((flag) => (flag.short === undefined ? [] : [[flag.short, flag] as const])),
);

/**
 * Reads a command line as the docker CLI does: flags end at the image, letters may be joined (`-itd`), values follow
 * after `=` or as the next word.
 *
 * @throws SourceError for what docker refuses, and for what only a shell could tell: `$X`, `$(…)`.
 */
export function parseRunLine(file: SourceFile): RunLine {
  const { words, problem } = splitWords(file.text);
  if (problem) throw new SourceError(file.place(problem.range.start, problem.range.end), problem.message);
  const rest = words.slice(commandLength(words));
  for (const word of rest) refuseShell(file, word);
  const flags: UsedFlag[] = [];
  let at = 0;
  while (at < rest.length) {
    const word = rest[at]!;
    if (word.value === '--') {
      at++;
      break;
    }
    if (!word.value.startsWith('-') || word.value === '-') break;
    const { used, next } = word.value.startsWith('--')
      ? longFlag(file, rest, at)
      : shortFlags(file, rest, at);
    flags.push(...used);
    at = next;
  }
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

/** What stands in single quotes or after a backslash is meant as it is. */
function refuseShell(file: SourceFile, { range }: Word): void {
  const source = file.text.slice(range.start, range.end);
  const open = source.replaceAll(/'[^']*'|\\[\s\S]/g, (quoted) => ' '.repeat(quoted.length));
  const match = /\$(?:[A-Za-z_{(]|\d)|`/.exec(open);
  if (!match) return;
  const start = range.start + match.index;
  throw new SourceError(
    file.place(start, range.end),
    `Only a shell knows what \`${source.slice(match.index)}\` stands for`,
    'Write its value, or put it in single quotes if it is meant as it is.',
  );
}

interface Read {
  readonly used: readonly UsedFlag[];
  /** Index of the next word. */
  readonly next: number;
}

function longFlag(file: SourceFile, words: readonly Word[], at: number): Read {
  const { value: word, range } = words[at]!;
  const equals = word.indexOf('=');
  const name = word.slice(2, equals < 0 ? undefined : equals);
  const flag = byLong.get(RUN_ALIASES[name] ?? name);
  if (!flag) throw unknownFlag(file, `--${name}`, range);
  if (equals >= 0) return { used: [{ flag, value: word.slice(equals + 1), range }], next: at + 1 };
  return withValue(file, words, at, { flag, range });
}

function shortFlags(file: SourceFile, words: readonly Word[], at: number): Read {
  const { value: word, range } = words[at]!;
  const used: UsedFlag[] = [];
  for (let index = 1; index < word.length; index++) {
    const flag = byShort.get(word[index]!);
    if (!flag) throw unknownFlag(file, `-${word[index]}`, range);
    if (!flag.takesValue) {
      used.push({ flag, value: '', range });
      continue;
    }
    const value = word.slice(index + 1);
    if (value !== '')
      return { used: [...used, { flag, value: value.replace(/^=/, ''), range }], next: at + 1 };
    const last = withValue(file, words, at, { flag, range });
    return { used: [...used, ...last.used], next: last.next };
  }
  return { used, next: at + 1 };
}

function withValue(
  file: SourceFile,
  words: readonly Word[],
  at: number,
  { flag, range }: Pick<UsedFlag, 'flag' | 'range'>,
): Read {
  if (!flag.takesValue) return { used: [{ flag, value: '', range }], next: at + 1 };
  const value = words[at + 1];
  if (!value) throw new SourceError(file.place(range.start, range.end), `\`${flag.name}\` needs a value`);
  return {
    used: [{ flag, value: value.value, range: { start: range.start, end: value.range.end } }],
    next: at + 2,
  };
}

function unknownFlag(file: SourceFile, name: string, { start, end }: TextRange): SourceError {
  return new SourceError(file.place(start, end), `\`docker run\` has no flag \`${name}\``);
}
