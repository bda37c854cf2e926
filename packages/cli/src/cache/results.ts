import type { HostFileSystem } from '@smolfile/core';
import { readOwn, sweep, writeOwn } from '@smolfile/host';
import { sha256 } from 'js-sha256';
import { join } from 'node:path';
import { Lines, NAME_LENGTH } from './lines.ts';

/** What the outcome of a check depends on, beside the bytes of the file. */
export interface Circumstances {
  /** What rules may look at: nothing, or the host, from where the command would be called or from a guess. */
  readonly host: 'nothing' | 'here' | 'guess';
  /** What options ask for; empty without any. */
  readonly asked: string;
  /** The configuration that counts. */
  readonly config?: {
    readonly text: string;
    /** The file, seen from the folder of the configuration. */
    readonly below: string;
    /** Whether the file was found by a search: what is named is checked also where it is ignored. */
    readonly searched: boolean;
  };
}

/** What is kept of a check. */
export interface Outcome {
  /** The release that the file was checked for. */
  readonly smolvm: string;
  /** How many findings there are; each of them is one that `--quiet` hides. */
  readonly findings: number;
  /** How many findings comments silence. */
  readonly silenced: number;
}

const PREFIX = 'results-';

/** Of one digit of a key: who checks a few files reads a sixteenth of what is known. */
const MOST_ENTRIES = 8192;

/** Of one digit of a key: what is more is written before the end, since of 100,000 files it would be much. */
const MOST_ADDED = 2048;

/** What takes more than this to be kept is checked anew: a long path that the host is asked of, or many. Characters. */
const LONGEST = 4096;

/**
 * How checks came out in which nothing serious was found, by what the file says, kept in the user's cache folder from
 * run to run. Of findings only their number is kept: they quote their file.
 *
 * An answer of the host is never taken from here: the host is asked again, and where it answers otherwise than it did,
 * nothing is known.
 */
export class Results {
  readonly #folder: string;
  readonly #build: string;
  readonly #platform: NodeJS.Platform;
  readonly #known = new Map<string, Lines>();
  readonly #added = new Map<string, Map<string, string>>();
  readonly #configs = new Map<string, string>();

  /**
   * @param folder absolute; it need not exist.
   * @param build tells this program from every other.
   */
  constructor(folder: string, build: string, platform: NodeJS.Platform) {
    this.#folder = folder;
    this.#build = build;
    this.#platform = platform;
  }

  /**
   * Names a check, in 64 hexadecimal digits. The first half is what it is kept under; the second stands nowhere, and
   * can be told by who has the file only.
   */
  keyOf(bytes: Uint8Array, { host, asked, config }: Circumstances): string {
    const about = [this.#build, this.#platform, host, asked];
    if (config) about.push(this.#digestOf(config.text), config.below, String(config.searched));
    return sha256
      .create()
      .update(`${JSON.stringify(about)}\0`)
      .update(bytes)
      .hex();
  }

  /**
   * How a check came out.
   *
   * @param host asked what it was asked then; left out where it may not be.
   * @returns undefined where that is not known.
   */
  outcomeOf(key: string, host: HostFileSystem | undefined): Kept | undefined {
    const name = key.slice(0, NAME_LENGTH);
    const line = this.#knownOf(name[0]!).get(name);
    const kept = line === undefined ? undefined : parsed(name, line);
    const isSame = kept?.answers.every(([path, digest]) => host && answerOf(host, path) === digest);
    return isSame ? kept : undefined;
  }

  /**
   * Keeps how a check came out.
   *
   * @param answers what the host was asked, and the digest of each answer.
   */
  add(key: string, outcome: Outcome, answers: ReadonlyMap<string, string>): void {
    const name = key.slice(0, NAME_LENGTH);
    const line = written(name, outcome, answers);
    if (line.length > LONGEST) return;
    const digit = name[0]!;
    const added = this.#added.get(digit) ?? new Map<string, string>();
    this.#added.set(digit, added.set(name, line));
    if (added.size >= MOST_ADDED) this.#write(digit, added);
  }

  /** Writes what was added; says nothing where that cannot be. */
  save(): void {
    for (const [digit, added] of this.#added) this.#write(digit, added);
    if (this.#added.size > 0) sweep(this.#folder, PREFIX);
    this.#added.clear();
  }

  #write(digit: string, added: Map<string, string>): void {
    if (added.size === 0) return;
    writeOwn(this.#path(digit), () => {
      // read again: another run may have written meanwhile
      const all = [...new Map([...this.#read(digit), ...added])];
      return all
        .slice(-MOST_ENTRIES)
        .map(([key, line]) => `${key} ${line}\n`)
        .join('');
    });
    added.clear();
  }

  #digestOf(config: string): string {
    const known = this.#configs.get(config) ?? sha256(config);
    this.#configs.set(config, known);
    return known;
  }

  #knownOf(digit: string): Lines {
    const known = this.#known.get(digit) ?? this.#read(digit);
    this.#known.set(digit, known);
    return known;
  }

  #read(digit: string): Lines {
    return new Lines(readOwn(this.#path(digit))?.toString() ?? '');
  }

  #path(digit: string): string {
    return join(this.#folder, `${PREFIX}${this.#build}-${digit}.txt`);
  }
}

/** The host's answer, as it is kept. */
export function answerOf(host: HostFileSystem, path: string): string {
  return sha256(JSON.stringify(host.inspect(path))).slice(0, 16);
}

/** With what the host was asked then, and the digests of its answers. */
export interface Kept extends Outcome {
  readonly answers: readonly (readonly [path: string, digest: string])[];
}

/** With a sum, so that what a disk does to it is seen. */
function written(
  key: string,
  { smolvm, findings, silenced }: Outcome,
  answers: ReadonlyMap<string, string>,
): string {
  const text = JSON.stringify([smolvm, findings, silenced, [...answers]]);
  return `${sumOf(key, text)} ${text}`;
}

function parsed(key: string, line: string): Kept | undefined {
  const text = line.slice(9);
  if (line.slice(0, 8) !== sumOf(key, text)) return undefined;
  const [smolvm, findings, silenced, answers] = JSON.parse(text) as [string, number, number, Kept['answers']];
  return { smolvm, findings, silenced, answers };
}

function sumOf(key: string, text: string): string {
  return sha256(`${key} ${text}`).slice(0, 8);
}
