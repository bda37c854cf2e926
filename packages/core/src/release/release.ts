/**
 * The releases of smolvm. This is the only place that knows their numbers and their order: everything else asks a
 * `Release` what it does.
 */
import { compareVersions } from 'compare-versions';
import { readTables, type BehaviourName, type GrammarName } from './generated/tables.ts';
import type { BehaviourEntry } from './types.ts';
import { patched } from './patch.ts';
import type { Command } from '../model/diagnostic.ts';

const { releases, behaviours, grammars } = readTables();
const versions = releases.split(' ');

const places: ReadonlyMap<string, number> = new Map(versions.map((version, place) => [version, place]));

/** A release of smolvm: opaque, ordered, and the one to ask what smolvm does. */
export class Release {
  /** As it was asked for, `1.14.0`. */
  readonly version: string;
  /** Whether it is one of the releases that are known; otherwise it is taken for the nearest known one before it. */
  readonly isKnown: boolean;
  /** The version of the known release that it is, or is taken for. */
  readonly known: string;
  readonly #place: number;
  readonly #behaviours = new Map<string, boolean>();
  readonly #grammars = new Map<string, object>();

  /** @param place of the known release in the list. Use `releaseAt`. */
  constructor(version: string, place: number) {
    this.version = version;
    this.known = versions[place]!;
    this.isKnown = this.known === version;
    this.#place = place;
  }

  /** Whether it is newer than all that is known, and so taken for the newest known release. */
  get isBeyond(): boolean {
    return !this.isKnown && this.#place === versions.length - 1;
  }

  /** The known release before it. */
  get previous(): Release | undefined {
    return RELEASES[this.#place - 1];
  }

  /** Whether it comes before a known release. */
  isBefore(version: string): boolean {
    return this.#place < placeOf(version);
  }

  /** Whether smolvm does the same in both, as far as is known. */
  isSameAs(other: Release): boolean {
    return this.#place === other.#place;
  }

  /** Negative when it comes before the other one, 0 when they are the same. */
  compare(other: Release): number {
    return this.#place - other.#place;
  }

  /**
   * Whether smolvm behaves in a way that `schemas/behaviours.json` names.
   *
   * @param command the command that is meant, for a behaviour that not all have.
   */
  has(name: BehaviourName, command?: Command): boolean {
    const { commands } = behaviours[name];
    if (command !== undefined && commands && !commands.includes(command)) return false;
    const known = this.#behaviours.get(name);
    if (known !== undefined) return known;
    const answer = holds(behaviours[name], this);
    this.#behaviours.set(name, answer);
    return answer;
  }

  /** What this release allows in values of one grammar, by `schemas/grammars.json`. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each grammar names the shape of its own options
  grammar<Options extends object>(name: GrammarName): Options {
    const known = this.#grammars.get(name);
    if (known) return known as Options;
    const { options = {} } = patched(grammars[name], this) ?? {};
    this.#grammars.set(name, options);
    return options as Options;
  }
}

function holds({ since, until }: BehaviourEntry, release: Release): boolean {
  return (
    !(since !== undefined && release.isBefore(since)) && !(until !== undefined && !release.isBefore(until))
  );
}

function placeOf(version: string): number {
  const place = places.get(version);
  if (place === undefined) throw new Error(`no release ${version} in schemas/releases.json`);
  return place;
}

/** What is known of a behaviour that `schemas/behaviours.json` names. */
export function behaviour(name: BehaviourName): BehaviourEntry {
  return behaviours[name];
}

/** The releases at which a named behaviour or a grammar changes, by version. */
export function dataTurns(): readonly string[] {
  const ofBehaviours = Object.values(behaviours).flatMap(({ since, until }) => [since, until]);
  const ofGrammars = Object.values(grammars).flatMap(({ changes = [] }) =>
    changes.map(({ before }) => before),
  );
  return [...ofBehaviours, ...ofGrammars].filter((version) => version !== undefined);
}

/** Every known release, oldest first. */
export const RELEASES: readonly Release[] = versions.map((version, place) => new Release(version, place));

/** The oldest release that is known. */
export const OLDEST_RELEASE: Release = RELEASES[0]!;

/** The newest release that is known. */
export const NEWEST_RELEASE: Release = RELEASES.at(-1)!;

const VERSION = /^v?(\d{1,6}\.\d{1,6}\.\d{1,6})$/;

/**
 * The release of a version. One between two known ones is taken for the nearest known one before it, and one that is
 * newer than all for the newest (`isKnown`, `isBeyond`).
 *
 * @param text such as `1.14.0`.
 * @returns undefined for what is no whole version, and for one older than the oldest known release.
 * @example
 * ```ts
 * releaseAt('1.14.0')?.version; // '1.14.0'
 * releaseAt('banana'); // undefined
 * ```
 */
export function releaseAt(text: string): Release | undefined {
  const version = VERSION.exec(text)?.[1];
  if (version === undefined) return undefined;
  const known = places.get(version);
  if (known !== undefined) return RELEASES[known];
  const place = versions.findLastIndex((each) => compareVersions(each, version) <= 0);
  return place < 0 ? undefined : new Release(version, place);
}
