import { patched, type Release } from '../release/index.ts';
import { EVERY_KEY, readFlags } from './generated/keys.ts';
import type { Command, FlagEntry, FlagSchema, KeySchema, Presence } from './types.ts';
import { allKeys } from './walk.ts';

let flagTable: readonly FlagEntry[] | undefined;

/** Every flag of every command and release. */
export function everyFlag(): readonly FlagEntry[] {
  return (flagTable ??= readFlags());
}

const flagCache = new Map<string, readonly FlagSchema[]>();

/**
 * The flags of one command as one release has them (facts 3).
 *
 * @example
 * ```ts
 * flagsFor('create', NEWEST_RELEASE).some(({ long }) => long === 'cpus'); // true
 * ```
 */
export function flagsFor(command: Command, release: Release): readonly FlagSchema[] {
  const id = `${command} ${release.known}`;
  const cached = flagCache.get(id);
  if (cached) return cached;
  const flags = everyFlag().flatMap((entry) => flagFor(entry, command, release) ?? []);
  // smolvm writes a conflict at one of the two flags; it holds both ways.
  const others = new Map<string, string[]>();
  for (const { long, conflicts } of flags)
    for (const other of conflicts) others.set(other, [...(others.get(other) ?? []), long]);
  const complete = flags.map((flag) => ({
    ...flag,
    conflicts: Array.from(new Set([...flag.conflicts, ...(others.get(flag.long) ?? [])])),
  }));
  flagCache.set(id, complete);
  return complete;
}

const nameCache = new Map<string, ReadonlySet<string>>();

/**
 * Whether a command of a release has a flag. Far less work than `flagsFor`, which says what the flag is like.
 *
 * @param long as the release spells it, without the dashes.
 */
export function isFlagOf(long: string, command: Command, release: Release): boolean {
  const id = `${command} ${release.known}`;
  const names = nameCache.get(id) ?? namesOf(command, release);
  nameCache.set(id, names);
  return names.has(long);
}

function namesOf(command: Command, release: Release): ReadonlySet<string> {
  const names = new Set<string>();
  for (const entry of everyFlag()) {
    const state = patched(entry, release);
    if (state?.commands[command]) names.add(state.long);
  }
  return names;
}

function flagFor(entry: FlagEntry, command: Command, release: Release): FlagSchema | undefined {
  const state = patched(entry, release);
  const own = state?.commands[command];
  if (!state || !own) return undefined;
  const { commands: _commands, presence, changes: _changes, absent: _absent, ...shape } = state;
  const flag = withOverrides(shape, own);
  return {
    ...flag,
    ...presence[command],
    feeds: fedBy(`--${flag.long}`, command),
    implies: flag.implies.filter(({ commands }) => commands?.includes(command) ?? true),
  };
}

/** What a command has otherwise; `null` for what it has not. */
function withOverrides<Shape extends object>(shape: Shape, own: object): Shape {
  return Object.fromEntries(
    Object.entries({ ...shape, ...own }).filter(([, value]) => value !== null),
  ) as Shape;
}

/** By flag and command, the keys whose merge has the flag as a layer. */
let feeds: Map<string, string[]> | undefined;

function fedBy(layer: string, command: Command): readonly string[] {
  feeds ??= allFeeds();
  return feeds.get(`${command} ${layer}`) ?? [];
}

function allFeeds(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const key of allKeys(EVERY_KEY)) addFeeds(key, found);
  return found;
}

function addFeeds({ path, merge = {} }: KeySchema, found: Map<string, string[]>): void {
  for (const [command, { layers }] of Object.entries(merge)) {
    for (const layer of layers.flat().filter((each) => each.startsWith('--'))) {
      const id = `${command} ${layer}`;
      found.set(id, [...(found.get(id) ?? []), path]);
    }
  }
}

/** By command, since when and until when there is a flag. */
export function flagHistory(long: string): Readonly<Partial<Record<Command, Presence>>> | undefined {
  return everyFlag().find((flag) => flag.long === long)?.presence;
}
