import type { Command, FlagSchema } from '../schema/index.ts';
import type { TextRange } from '../text/range.ts';
import { flagTable, titleOf, usageOf } from './flag-table.ts';
import { callProblem, type CallProblem } from './problems.ts';
import type { Release } from '../release/index.ts';

/** What was given, as far as flags depend on each other. */
export interface GivenFlags {
  readonly command: Command;
  readonly release: Release;
  readonly text: string;
  /** By long name, in the order in which they were given; without a place for those outside the text. */
  readonly seen: ReadonlyMap<string, TextRange | undefined>;
  readonly assumed: readonly string[];
}

/** Conflicts, then what is required: clap's order, after it has read all arguments. */
export function checkTogether(given: GivenFlags): CallProblem[] {
  return [...conflicts(given), ...requirements(given)];
}

function conflicts({ command, release, seen }: GivenFlags): CallProblem[] {
  const { long } = flagTable(command, release);
  const names = Array.from(seen.keys());
  return names.flatMap((name, index) =>
    names.slice(index + 1).flatMap((other) => {
      if (!long.get(name)?.conflicts.includes(other)) return [];
      const [range, earlier] = seen.get(other)
        ? [seen.get(other)!, seen.get(name)]
        : [seen.get(name)!, undefined];
      if (!range) return [];
      const message = `\`--${name}\` and \`--${other}\` exclude each other`;
      if (earlier) {
        const related = [{ range: earlier, source: 'flags' as const, message: 'The other one is here' }];
        return [callProblem('conflicting-flags', { message, range, related })];
      }
      const help =
        name === 'smolfile' || other === 'smolfile'
          ? 'Remove the flag: a Smolfile is given'
          : 'Remove the flag: the other one is given';
      return [callProblem('conflicting-flags', { message, range, help })];
    }),
  );
}

function requirements({ command, release, text, seen, assumed }: GivenFlags): CallProblem[] {
  const { long } = flagTable(command, release);
  const flags = new Set(long.values());
  const whole = { start: 0, end: text.length };
  const isThere = (name: string): boolean => seen.has(name) || assumed.includes(name);
  const lacking = (flag: FlagSchema, range: TextRange, why: string): CallProblem =>
    callProblem('missing-flag', { message: `\`${usageOf(flag)}\` is missing: ${why}`, range });
  const problems: CallProblem[] = [];
  for (const flag of flags) {
    const { requiredUnless } = flag;
    const needed = flag.required || (requiredUnless.length > 0 && !requiredUnless.some(isThere));
    if (needed && !isThere(flag.long)) {
      const unless = requiredUnless.map((name) => `\`--${name}\``).join(' or ');
      const why = unless === '' ? 'it is required' : `it is required without ${unless}`;
      problems.push(lacking(flag, whole, `${why} by \`${titleOf(command)}\``));
    }
    if (!seen.has(flag.long)) continue;
    for (const name of flag.requires) {
      const other = long.get(name);
      // clap asks for nothing that the rest of the call excludes
      if (other && !isThere(name) && !other.conflicts.some(isThere))
        problems.push(lacking(other, seen.get(flag.long) ?? whole, `\`--${flag.long}\` needs it`));
    }
  }
  return problems;
}
