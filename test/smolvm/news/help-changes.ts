import { isDeepStrictEqual } from 'node:util';
import { COMMANDS, type Command } from '@smolfile/core';
import { dataFlags } from './data.ts';
import type { HelpFlag, HelpPage } from './help.ts';

type Pages = ReadonlyMap<string, HelpPage>;

/** What one release's help has that an older one's has not, one line each. */
export function helpChanges(older: Pages, newer: Pages): string[] {
  const names = [...new Set([...older.keys(), ...newer.keys()])];
  const commands = new Map<string, string[]>();
  for (const name of names) {
    const [before, after] = [older.get(name), newer.get(name)];
    const changes =
      before && after ? pageChanges(before, after) : [after ? 'new command' : 'no longer a command'];
    for (const change of changes) commands.set(change, [...(commands.get(change) ?? []), name]);
  }
  return [...commands].map(([change, on]) => `${change} (${some(on)})`).toSorted();
}

/** A flag of every command is one change, not fifty. */
function some(commands: readonly string[]): string {
  const named = commands.map((name) => (name === '' ? 'smolvm' : name));
  return named.length > 4 ? `${named.length} commands` : named.join(', ');
}

function pageChanges(before: HelpPage, after: HelpPage): string[] {
  const flags = [...new Set([...before.flags.keys(), ...after.flags.keys()])];
  return flags.flatMap((long) => {
    const [one, other] = [before.flags.get(long), after.flags.get(long)];
    if (!one) return [`new: ${shown(other!)}`];
    if (!other) return [`gone: --${long}`];
    return isDeepStrictEqual(one, other) ? [] : [`changed: ${shown(one)} is now ${shown(other)}`];
  });
}

/** What the help has and the toolkit's table of flags has not, or otherwise. */
export function missingFlags(pages: Pages, release: string): string[] {
  return COMMANDS.flatMap((command) => {
    const page = pages.get(WORDS[command]);
    return page ? missingOf(command, page, release) : [`${WORDS[command]}: no such command`];
  });
}

const WORDS: Readonly<Record<Command, string>> = {
  create: 'machine create',
  run: 'machine run',
  pack: 'pack create',
};

function missingOf(command: Command, page: HelpPage, release: string): string[] {
  const own = new Map(dataFlags(command, release).map((flag) => [flag.long, flag]));
  const missing = [...page.flags.values()].flatMap((flag) => {
    const known = own.get(flag.long);
    if (flag.long === 'help') return [];
    if (!known) return [`${WORDS[command]} ${shown(flag)}: not in the toolkit's data`];
    const differs = [
      known.short === flag.short ? '' : 'short',
      known.value === flag.value ? '' : 'value',
      flag.values === undefined || isDeepStrictEqual([...(known.values ?? [])], flag.values) ? '' : 'values',
    ].filter((part) => part !== '');
    if (differs.length === 0) return [];
    return [`${WORDS[command]} ${shown(flag)}: the toolkit's ${differs.join(' and ')} differs`];
  });
  const surplus = [...own.values()]
    .filter(({ long, hidden }) => !hidden && !page.flags.has(long))
    .map(({ long }) => `${WORDS[command]} --${long}: only in the toolkit's data`);
  return [...missing, ...surplus];
}

function shown({ long, short, value, values, default: otherwise, aliases }: HelpFlag): string {
  const parts = [
    `${short === undefined ? '' : `-${short}, `}--${long}${value === undefined ? '' : ` <${value}>`}`,
    values && `of ${values.join(', ')}`,
    otherwise !== undefined && `default ${otherwise}`,
    aliases.length > 0 && `also ${aliases.join(', ')}`,
  ];
  return parts.filter(Boolean).join(', ');
}
