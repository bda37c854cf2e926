import type { Word } from '../../call/call.ts';
import type { TextRange } from '../../text/range.ts';
import { RUN_ALIASES, RUN_FLAGS, type RunFlag } from '../table/index.ts';

/** A flag as it was given. */
export interface UsedFlag {
  readonly flag: RunFlag;
  /** Empty for a flag without value; `false` for one that is switched off. */
  readonly value: string;
  readonly range: TextRange;
}

/** The flags that words begin with. */
export interface ReadFlags {
  readonly used: readonly UsedFlag[];
  /** Index of the first word that is no flag. */
  readonly next: number;
}

/** Flags that count, and those in whose place a later one of the same name stands. */
export function inForce(used: readonly UsedFlag[]): { counts: UsedFlag[]; replaced: UsedFlag[] } {
  const isLast = ({ flag }: UsedFlag, index: number) =>
    flag.repeats || !used.slice(index + 1).some((later) => later.flag.name === flag.name);
  return { counts: used.filter(isLast), replaced: used.filter((each, index) => !isLast(each, index)) };
}

/** Called for what is no flag of `docker run`; the word is passed over if it returns. */
export type Refuse = (message: string, range: TextRange) => void;

const byLong = new Map(RUN_FLAGS.map((flag) => [flag.name, flag]));
const byShort = new Map(
  RUN_FLAGS.flatMap((flag) => (flag.short === undefined ? [] : [[flag.short, flag] as const])),
);

/**
 * Reads words as the docker CLI does: flags end at the first word that is none, letters may be joined (`-itd`), values
 * follow after `=` or as the next word, and `=false` switches a flag off.
 */
export function readFlags(words: readonly Word[], refuse: Refuse): ReadFlags {
  const used: UsedFlag[] = [];
  let at = 0;
  while (at < words.length) {
    const { value } = words[at]!;
    if (value === '--') return { used, next: at + 1 };
    if (!value.startsWith('-') || value === '-') break;
    const read = value.startsWith('--') ? longFlag(words, at, refuse) : shortFlags(words, at, refuse);
    used.push(...read.used);
    at = read.next;
  }
  return { used, next: at };
}

function longFlag(words: readonly Word[], at: number, refuse: Refuse): ReadFlags {
  const { value: word, range } = words[at]!;
  const [, name = word, value] = /^([^=]*)=([\s\S]*)$/.exec(word) ?? [];
  const flag = byLong.get(RUN_ALIASES[name] ?? name);
  if (!flag) return unknownFlag(name, range, at, refuse);
  if (value !== undefined) return { used: [{ flag, value, range }], next: at + 1 };
  return withNext(words, at, flag, refuse);
}

function shortFlags(words: readonly Word[], at: number, refuse: Refuse): ReadFlags {
  const { value: word, range } = words[at]!;
  const used: UsedFlag[] = [];
  for (let index = 1; index < word.length; index++) {
    const flag = byShort.get(word[index]!);
    if (!flag) return unknownFlag(`-${word[index]}`, range, at, refuse);
    const rest = word.slice(index + 1);
    if (rest.startsWith('=') || (flag.takesValue && rest !== ''))
      return { used: [...used, { flag, value: rest.replace(/^=/, ''), range }], next: at + 1 };
    if (flag.takesValue) {
      const last = withNext(words, at, flag, refuse);
      return { used: [...used, ...last.used], next: last.next };
    }
    used.push({ flag, value: '', range });
  }
  return { used, next: at + 1 };
}

function withNext(words: readonly Word[], at: number, flag: RunFlag, refuse: Refuse): ReadFlags {
  const { range } = words[at]!;
  if (!flag.takesValue) return { used: [{ flag, value: '', range }], next: at + 1 };
  const value = words[at + 1];
  if (!value) {
    refuse(`\`${flag.name}\` needs a value`, range);
    return { used: [], next: at + 1 };
  }
  const whole = { start: range.start, end: value.range.end };
  return { used: [{ flag, value: value.value, range: whole }], next: at + 2 };
}

function unknownFlag(name: string, range: TextRange, at: number, refuse: Refuse): ReadFlags {
  refuse(`\`docker run\` has no flag \`${name}\``, range);
  return { used: [], next: at + 1 };
}
