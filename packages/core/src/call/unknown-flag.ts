import { distance } from 'fastest-levenshtein';
import { COMMAND_NAMES, flagHistory, keyByPath, type Command, type FlagSchema } from '../schema/index.ts';
import { flagTable, titleOf } from './flag-table.ts';
import type { CallProblemCode } from './problems.ts';
import { NEWEST_RELEASE, type Release } from '../release/index.ts';

/** What people bring from Docker and other tools. */
const HABITS: Readonly<Record<string, string>> = {
  memory: 'mem',
  ram: 'mem',
  publish: 'port',
  mount: 'volume',
  file: 'smolfile',
  cwd: 'workdir',
  platform: 'oci-platform',
  'no-net': 'net',
};

/** Why a flag is unknown to a command, and what it may have been meant for. */
export interface UnknownFlag {
  readonly code: CallProblemCode;
  readonly message: string;
  readonly help: string;
  /** The flag that it is elsewhere, or was meant for: its shape tells whether a value follows. */
  readonly meant?: FlagSchema;
}

/**
 * Explains a flag that a command of a version does not have.
 *
 * @param spelling `--name` or `-n`, without a value.
 * @param word the whole argument, for long names written with one hyphen.
 */
export function explainUnknown(
  command: Command,
  release: Release,
  spelling: string,
  word: string,
): UnknownFlag {
  const title = titleOf(command);
  const message = `\`${title}\` has no flag \`${spelling}\``;
  if (spelling === '--version' || spelling === '-V') {
    const help = 'Remove it; `smolvm --version` prints the version';
    return { code: 'unknown-flag', message, help };
  }
  const later = lookUp(command, NEWEST_RELEASE, spelling);
  const since = later && flagHistory(later.long)?.[command]?.since;
  if (later && since !== undefined) {
    return {
      code: 'flag-needs-newer-smolvm',
      message: `\`${spelling}\` came with smolvm ${since}, and this is ${release.version}`,
      help: `Use smolvm ${since}, or remove the flag`,
      meant: later,
    };
  }
  const elsewhere = COMMAND_NAMES.filter((other) => other !== command && lookUp(other, release, spelling));
  const [first] = elsewhere;
  if (first !== undefined) {
    const meant = lookUp(first, release, spelling)!;
    const others = elsewhere.map((other) => `\`${titleOf(other)}\``).join(' and ');
    return {
      code: 'flag-of-other-command',
      message: `\`${spelling}\` is a flag of ${others}, not of \`${title}\``,
      help: keyInstead(meant, command, release) ?? `Remove the flag: \`${title}\` has nothing like it`,
      meant,
    };
  }
  const meant = nearest(command, release, spelling, word);
  const help = meant ? `Did you mean \`--${meant.long}\`?` : `Remove it, or see \`smolvm ${title} --help\``;
  return { code: 'unknown-flag', message, help, ...(meant && { meant }) };
}

function lookUp(command: Command, release: Release, spelling: string): FlagSchema | undefined {
  const { long, short } = flagTable(command, release);
  return spelling.startsWith('--') ? long.get(spelling.slice(2)) : short.get(spelling.slice(1));
}

/** The key of the file that says the same, where the command reads it. */
function keyInstead(flag: FlagSchema, command: Command, release: Release): string | undefined {
  const key = flag.key === undefined ? undefined : keyByPath(flag.key, release);
  if (!key?.merge?.[command] || key.absent) return undefined;
  return `Set \`${key.path}\` in the Smolfile instead`;
}

function nearest(command: Command, release: Release, spelling: string, word: string): FlagSchema | undefined {
  const { long } = flagTable(command, release);
  const written = spelling.startsWith('--') ? spelling.slice(2) : word.slice(1);
  const name = (written.split('=', 1)[0] ?? '').toLowerCase().replaceAll('_', '-').slice(0, 64);
  const direct = long.get(name) ?? long.get(HABITS[name] ?? '');
  // a short flag is one letter: nothing is near it
  if (direct || name.length < 2 || (!spelling.startsWith('--') && name.length < 3)) return direct;
  let best: FlagSchema | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  const habits = Object.entries(HABITS).flatMap(([habit, flag]) => {
    const meant = long.get(flag);
    return meant ? [[habit, meant] as const] : [];
  });
  for (const [candidate, flag] of [...long, ...habits]) {
    const away = flag.hidden ? bestDistance : distance(name, candidate);
    if (away < bestDistance) [best, bestDistance] = [flag, away];
  }
  return best;
}
