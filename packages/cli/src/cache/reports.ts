import type { HostFileSystem } from '@smolfile/core';
import { readOwn, sweep, writeOwn } from '@smolfile/host';
import { sha256 } from 'js-sha256';
import { join } from 'node:path';
import type { Style } from '../reporters/report.ts';
import { deciphered, enciphered } from './cipher.ts';
import { answerOf } from './results.ts';

/** What a report depends on, beside what its files say. */
export interface Question {
  /** As given. */
  readonly paths: readonly string[];
  readonly quiet: boolean;
  /** Names of formats, all for standard output. */
  readonly formats: readonly string[];
  /** As given; empty for what the configuration says. */
  readonly failOn: string;
  readonly style: Style;
  /** The working directory, and the root of the repository that a CI service names. */
  readonly places: readonly string[];
}

/** A file that a report is about. */
export interface Input {
  /** As the report names it. */
  readonly path: string;
  /** What its check is named, by `Results`. */
  readonly key: string;
}

/** What was said. */
export interface Said {
  /** The exit code. */
  readonly code: number;
  readonly stdout: string;
}

/** What a report came from, while it is worked out. */
export class Origin {
  readonly inputs: Input[] = [];
  readonly answers = new Map<string, string>();
  /** Whether it is all here: what is not known exactly may be known tomorrow, and what cannot be read, read. */
  isWhole = true;
  hasFindings = false;

  /** One file, what the host was asked for it, and how many findings it has. */
  add(input: Input, answers: Iterable<readonly [path: string, digest: string]>, findings: number): void {
    this.inputs.push(input);
    if (findings > 0) this.hasFindings = true;
    for (const [path, digest] of answers) this.answers.set(path, digest);
  }
}

/** By the path that the host was asked of, the digest of what it answered. */
export type Answers = ReadonlyMap<string, string>;

const PREFIX = 'report-';

/** What was said longest ago makes room. */
const MOST_REPORTS = 128;

/** What is longer is worked out anew. Characters. */
const LONGEST = 32_768;

/** Beyond this, a report is not of a file but of a project, of which something is changed each time. */
export const MOST_FILES = 100;

/**
 * What was said of files that have not changed since, kept in the user's cache folder from run to run.
 *
 * A report quotes its files, so it is kept enciphered: the key is made of what the files say, and stands nowhere. Who
 * has all of them can work it out, and reads nothing new; to anybody else, and when they are gone, it says nothing.
 */
export class Reports {
  readonly #folder: string;
  readonly #build: string;

  /**
   * @param folder absolute; it need not exist.
   * @param build tells this program from every other.
   */
  constructor(folder: string, build: string) {
    this.#folder = folder;
    this.#build = build;
  }

  /**
   * What was said.
   *
   * @param host asked what it was asked then; left out where it may not be.
   * @returns undefined where that is not known.
   */
  said(question: Question, inputs: readonly Input[], host: HostFileSystem | undefined): Said | undefined {
    const { path, key } = this.#placeOf(question, inputs);
    const kept = readOwn(path);
    const json = kept && deciphered(kept, key);
    if (json === undefined) return undefined;
    const [code, stdout, answers] = JSON.parse(json) as [number, string, [path: string, digest: string][]];
    const isSame = answers.every(([asked, digest]) => host && answerOf(host, asked) === digest);
    return isSame ? { code, stdout } : undefined;
  }

  /** Keeps what is said; says nothing where that cannot be, or is not worth it. */
  keep(question: Question, inputs: readonly Input[], { code, stdout }: Said, answers: Answers): void {
    // one of many megabytes is not written twice to see that it is too long
    if (stdout.length > LONGEST) return;
    const json = JSON.stringify([code, stdout, [...answers]]);
    if (json.length > LONGEST) return;
    const { path, key } = this.#placeOf(question, inputs);
    writeOwn(path, () => enciphered(json, key));
    sweep(this.#folder, PREFIX, MOST_REPORTS);
  }

  #placeOf(question: Question, inputs: readonly Input[]): { path: string; key: Buffer } {
    const { paths, quiet, formats, failOn, style, places } = question;
    const { colors, width, links = false } = style;
    const look = [colors.red('.'), width, links];
    const files = inputs.map(({ path, key }) => [path, key]);
    const about = [this.#build, paths, quiet, formats, failOn, look, places, files];
    const key = sha256(JSON.stringify(about));
    const name = `${PREFIX}${this.#build}-${sha256(key).slice(0, 32)}`;
    return { path: join(this.#folder, name), key: Buffer.from(key, 'hex') };
  }
}
