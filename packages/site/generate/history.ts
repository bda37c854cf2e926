/** What changed for Smolfiles from one release of smolvm to the next: the facts of both, compared. */
import {
  allKeys,
  flagsFor,
  flagText,
  RELEASES,
  schemaFor,
  type Command,
  type FlagSchema,
  type KeySchema,
  type Release,
} from '@smolfile/core';
import { keyFacts } from 'smolfile';

/** Something that is otherwise from a release on. */
export interface KeyChange {
  readonly path: string;
  readonly release: string;
  readonly kind: 'new' | 'gone' | 'other';
  /** Markdown. */
  readonly text: string;
}

export interface FlagChange {
  readonly command: Command;
  readonly release: string;
  readonly kind: 'new' | 'gone';
  readonly flag: FlagSchema;
}

const ALL: readonly Command[] = ['create', 'run', 'pack'];

let keys: readonly KeyChange[] | undefined;
let flags: readonly FlagChange[] | undefined;

/** Changes of a key, the newest first. */
export function keyChanges(path: string): KeyChange[] {
  return allKeyChanges()
    .filter((change) => change.path === path)
    .toReversed();
}

/** Changes of all keys, the oldest first. */
export function allKeyChanges(): readonly KeyChange[] {
  keys ??= turns(keysOf, changesOfKeys);
  return keys;
}

/** Flags that came and went, the oldest first. */
export function allFlagChanges(): readonly FlagChange[] {
  flags ??= turns(flagsOf, changesOfFlags);
  return flags;
}

/** Holds each release against the one before it. */
function turns<State, Change>(
  stateOf: (release: Release) => State,
  changesOf: (before: State, after: State, release: string) => Change[],
): Change[] {
  const states = RELEASES.map((release) => ({ release, state: stateOf(release) }));
  return states.flatMap(({ release, state }, index) => {
    const before = states[index - 1]?.state;
    return before === undefined ? [] : changesOf(before, state, release.version);
  });
}

function keysOf(release: Release): ReadonlyMap<string, KeySchema> {
  return new Map(Array.from(allKeys(schemaFor(release)), (key) => [key.path, key]));
}

function changesOfKeys(
  before: ReadonlyMap<string, KeySchema>,
  after: ReadonlyMap<string, KeySchema>,
  release: string,
): KeyChange[] {
  const come = Array.from(after.values())
    .filter(({ path }) => !before.has(path))
    .map(({ path, description }): KeyChange => ({ path, release, kind: 'new', text: `New: ${description}` }));
  const gone = Array.from(before.values())
    .filter(({ path }) => !after.has(path))
    .map(({ path }): KeyChange => ({ path, release, kind: 'gone', text: 'Gone.' }));
  const other = Array.from(after.values()).flatMap((key): KeyChange[] => {
    const old = before.get(key.path);
    const text = old === undefined ? '' : differences(factsOf(old), factsOf(key));
    return text === '' ? [] : [{ path: key.path, release, kind: 'other', text }];
  });
  return [...come, ...gone, ...other];
}

/** Since when a key is there is no change of it. */
function factsOf(key: KeySchema): string[] {
  return keyFacts(key, [])
    .split('\n')
    .filter((line) => !line.startsWith('- Since: '));
}

function differences(before: readonly string[], after: readonly string[]): string {
  const gone = before.filter((line) => !after.includes(line));
  const come = after.filter((line) => !before.includes(line));
  const words = (line: string): string => line.replace(/^- /, '');
  return [
    ...come.map((line) => `- Now: ${words(line)}`),
    ...gone.map((line) => `- Before: ${words(line)}`),
  ].join('\n');
}

function flagsOf(release: Release): readonly (readonly [Command, FlagSchema])[] {
  return ALL.flatMap((command) => flagsFor(command, release).map((flag) => [command, flag] as const));
}

function changesOfFlags(
  before: ReturnType<typeof flagsOf>,
  after: ReturnType<typeof flagsOf>,
  release: string,
): FlagChange[] {
  const has = (list: ReturnType<typeof flagsOf>, command: Command, long: string): boolean =>
    list.some(([other, flag]) => other === command && flag.long === long);
  return [
    ...after
      .filter(([command, { long, hidden }]) => !hidden && !has(before, command, long))
      .map(([command, flag]): FlagChange => ({ command, release, kind: 'new', flag })),
    ...before
      .filter(([command, { long, hidden }]) => !hidden && !has(after, command, long))
      .map(([command, flag]): FlagChange => ({ command, release, kind: 'gone', flag })),
  ];
}

/** As usage texts write it. */
export function flagName(flag: FlagSchema): string {
  return `\`${flagText(flag)}\``;
}
