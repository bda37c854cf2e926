/**
 * Patterns of a configuration: `*`, `?`, `[a-z]` and `[!a-z]` within a name, `**` for any folders, `{a,b}`. Matched name
 * by name, with one place to go back to: the expressions that libraries make of `*a*a*a*b` take hours on a long name,
 * and a configuration comes with a repository that anybody may have written.
 */

/** How many patterns braces may stand for. */
export const MOST_ALTERNATIVES = 1000;

/** A pattern of one name: what each of its characters takes; `undefined` is `*`. */
type NamePattern = readonly (((character: string) => boolean) | undefined)[];
const ANY_FOLDERS = '**';

/**
 * Makes a test of a glob.
 *
 * @returns whether a path, relative and with `/`, is taken as a whole.
 */
export function compileGlob(glob: string): (path: string) => boolean {
  const alternatives = (alternativesOf(glob) ?? []).map((one) => one.split('/').map(partOf));
  return (path) => {
    const names = path.split('/').map((name) => Array.from(name));
    return alternatives.some((parts) => matchesParts(parts, names));
  };
}

/** What braces stand for, each without any; undefined when it is too much. A brace that pairs with none is itself. */
export function alternativesOf(glob: string): string[] | undefined {
  const done: string[] = [];
  const pending = [glob];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const choices = firstChoice(next);
    if (!choices) done.push(next);
    else pending.push(...choices);
    if (done.length + pending.length > MOST_ALTERNATIVES) return undefined;
  }
  return done;
}

/** The patterns that the innermost first brace pair with a comma in it stands for. */
function firstChoice(glob: string): string[] | undefined {
  const match = /\{([^{}]*,[^{}]*)\}/.exec(glob);
  if (!match) return undefined;
  const before = glob.slice(0, match.index);
  const after = glob.slice(match.index + match[0].length);
  return match[1]!.split(',').map((choice) => before + choice + after);
}

function partOf(part: string): NamePattern | typeof ANY_FOLDERS {
  if (part === ANY_FOLDERS) return ANY_FOLDERS;
  const pattern: NamePattern[number][] = [];
  for (const [token = '', negated, set] of part.matchAll(/\[([!^]?)(\]?[^\]]*)\]|\*+|[^]/gu)) {
    if (token.startsWith('*')) pattern.push(undefined);
    else if (token === '?') pattern.push(() => true);
    else if (set !== undefined) pattern.push(setOf(set, negated !== ''));
    else pattern.push((character) => character === token);
  }
  return pattern;
}

function setOf(set: string, negated: boolean): (character: string) => boolean {
  const ranges = Array.from(set.matchAll(/([^])-([^])|([^])/gu), ([, from, to, one]) => [
    from ?? one!,
    to ?? one!,
  ]);
  return (character) => ranges.some(([from, to]) => from! <= character && character <= to!) !== negated;
}

/** Goes back to the last `**` only: what an earlier one could take, the last one can take as well. */
function matchesParts(
  parts: readonly (NamePattern | typeof ANY_FOLDERS)[],
  names: readonly (readonly string[])[],
): boolean {
  return walk(parts, names, ANY_FOLDERS, (part, name) => part !== ANY_FOLDERS && matchesName(part, name));
}

function matchesName(pattern: NamePattern, name: readonly string[]): boolean {
  return walk(pattern, name, undefined, (takes, character) => takes?.(character) ?? false);
}

/** Whether a pattern with wild cards takes a whole sequence, in at most the product of their lengths of steps. */
function walk<P, T>(
  pattern: readonly P[],
  sequence: readonly T[],
  wild: P,
  takes: (part: P, item: T) => boolean,
): boolean {
  let at = 0;
  let place = 0;
  let lastWild = -1;
  let resume = 0;
  while (place < sequence.length) {
    if (at < pattern.length && pattern[at] === wild) {
      lastWild = at++;
      resume = place;
    } else if (at < pattern.length && takes(pattern[at]!, sequence[place]!)) {
      at++;
      place++;
    } else if (lastWild >= 0) {
      at = lastWild + 1;
      place = ++resume;
    } else {
      return false;
    }
  }
  while (at < pattern.length && pattern[at] === wild) at++;
  return at === pattern.length;
}
