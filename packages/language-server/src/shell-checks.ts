import {
  shellFindings,
  shellScripts,
  type ShellComment,
  type ShellFinding,
  type ShellScript,
  type SmolfileDocument,
} from '@smolfile/core';
import { Debouncer } from './debounce.ts';

/** A question to shellcheck. */
export interface ShellQuestion extends Pick<ShellScript, 'dialect' | 'text'> {
  /** Where shellcheck is, as the client has it set: an absolute path, or a name to look for; empty for its own. */
  readonly path: string;
  /** URIs of folders in which no program is taken for it. */
  readonly outside: readonly string[];
}

/** What comes of a question. `missing`: there is nothing to be asked. */
export type ShellAnswer =
  | { readonly kind: 'comments'; readonly comments: readonly ShellComment[] }
  | { readonly kind: 'missing'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** Has shellcheck look at a script. */
export type Ask = (question: ShellQuestion, signal: AbortSignal) => Promise<ShellAnswer>;

/** Milliseconds without another script before one is asked about: our own checks come first. */
const QUIET = 300;

/** Milliseconds between two announcements while more answers are to come. */
const BETWEEN = 500;

/** Answers that are kept, but for those that open documents have a use for. */
const MOST_ANSWERS = 1000;

/** Scripts of one document that are asked about. */
const MOST_SCRIPTS = 200;

/** UTF-16 units of a script; what is longer is none that somebody writes in a string. */
const MOST_LENGTH = 16 * 1024;

/** So often in a row it may fail before it is not asked any more. */
const MOST_FAILURES = 3;

/** How shellcheck is reached for a document. */
export type ShellcheckOf = Pick<ShellQuestion, 'path' | 'outside'>;

/** Who wants to know. */
export interface ShellChecksHost {
  /** Told of the documents of which there is more to say. */
  readonly arrived: (uris: readonly string[]) => void;
  /** Told once of each reason for which nothing is said. */
  readonly said: (reason: string) => void;
}

/**
 * Has shellcheck look at scripts, one after the other and unseen: what is known is there at once, what is not is told
 * when it comes. A script is asked about once, as long as it stays as it is.
 */
export class ShellChecks {
  readonly #ask: Ask;
  readonly #host: ShellChecksHost;
  readonly #answers = new Map<string, readonly ShellComment[]>();
  /** Questions that there was no answer to. */
  readonly #failed = new Set<string>();
  /** By document: all that it has to ask, answered or not. */
  readonly #questions = new Map<string, ReadonlySet<string>>();
  /** By document: the questions whose answers it is waiting for. */
  readonly #wanted = new Map<string, ReadonlyMap<string, ShellQuestion>>();
  /** By document: how often there was more to say. */
  readonly #states = new Map<string, number>();
  readonly #starts: Debouncer;
  /** Documents whose questions may be asked, as nobody is typing in them. */
  readonly #ready = new Set<string>();
  readonly #said = new Set<string>();
  #running: { readonly key: string; readonly ends: AbortController } | undefined;
  #arrived = new Set<string>();
  #announced = 0;
  #failures = 0;

  constructor(ask: Ask, host: ShellChecksHost) {
    this.#ask = ask;
    this.#host = host;
    this.#starts = new Debouncer((error) => host.said(String(error)));
  }

  /** What is known by now of the scripts of a document, where they stand; see `of`. */
  findingsOf(
    uri: string,
    document: SmolfileDocument,
    reach: ShellcheckOf | undefined,
  ): readonly ShellFinding[] {
    const known = this.of(uri, reach ? shellScripts(document) : [], reach);
    return Array.from(known, ([script, comments]) => shellFindings(document, script, comments)).flat();
  }

  /**
   * What is known of the scripts of a document, by the scripts. What is not will be asked, and what it was asked about
   * before is not any more.
   *
   * @param reach undefined where nothing may be started: then nothing is known.
   */
  of(
    uri: string,
    scripts: readonly ShellScript[],
    reach: ShellcheckOf | undefined,
  ): ReadonlyMap<ShellScript, readonly ShellComment[]> {
    const known = new Map<ShellScript, readonly ShellComment[]>();
    const wanted = new Map<string, ShellQuestion>();
    const questions = new Set<string>();
    if (reach) {
      for (const script of scripts.slice(0, MOST_SCRIPTS)) {
        const { dialect, text } = script;
        const question = { dialect, text, ...reach };
        const key = keyOf(question);
        const answer = this.#answers.get(key);
        questions.add(key);
        if (answer) known.set(script, answer);
        else if (text.trim() !== '' && text.length <= MOST_LENGTH && !this.#failed.has(key))
          wanted.set(key, question);
      }
    }
    this.#questions.set(uri, questions);
    this.#want(uri, wanted);
    return known;
  }

  /** Changes with what is known of a document while its text stays the same. */
  stateOf(uri: string): number {
    return this.#states.get(uri) ?? 0;
  }

  /** To be called when a document is closed. */
  forget(uri: string): void {
    this.#want(uri, new Map());
    this.#questions.delete(uri);
    this.#states.delete(uri);
  }

  /** To be called when settings changed: what failed may work by now. */
  again(): void {
    this.#failures = 0;
    this.#failed.clear();
    this.#said.clear();
    // Asked for anew by whoever still wants to know.
    this.#wanted.clear();
  }

  stop(): void {
    this.#starts.stop();
    this.#wanted.clear();
    this.#running?.ends.abort();
  }

  #want(uri: string, wanted: ReadonlyMap<string, ShellQuestion>): void {
    const before = this.#wanted.get(uri);
    if (wanted.size === 0) {
      this.#wanted.delete(uri);
      this.#ready.delete(uri);
      this.#starts.cancel(uri);
    } else {
      this.#wanted.set(uri, wanted);
      const isNew = Array.from(wanted.keys()).some((key) => !before?.has(key));
      if (isNew) {
        this.#ready.delete(uri);
        this.#starts.run(uri, QUIET, async () => {
          this.#ready.add(uri);
          await this.#askAll();
        });
      }
    }
    const { key, ends } = this.#running ?? {};
    if (key !== undefined && this.#waitingFor(key).length === 0) ends?.abort();
  }

  #waitingFor(key: string): string[] {
    return Array.from(this.#wanted).flatMap(([uri, wanted]) => (wanted.has(key) ? [uri] : []));
  }

  /** Asks one question after the other, until there is none left that may be asked. */
  async #askAll(): Promise<void> {
    if (this.#running) return;
    for (let next = this.#next(); next; next = this.#next()) {
      const [key, question] = next;
      const ends = new AbortController();
      this.#running = { key, ends };
      // One at a time: the machine has other things to do.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await this.#answerTo(question, ends.signal);
      this.#running = undefined;
      if (!ends.signal.aborted) this.#heard(key, answer);
    }
    this.#announce();
  }

  #next(): [string, ShellQuestion] | undefined {
    if (this.#failures >= MOST_FAILURES) return undefined;
    for (const uri of this.#ready) {
      for (const question of this.#wanted.get(uri) ?? []) return question;
    }
    return undefined;
  }

  async #answerTo(question: ShellQuestion, signal: AbortSignal): Promise<ShellAnswer> {
    try {
      return await this.#ask(question, signal);
    } catch (error) {
      return { kind: 'failed', reason: String(error) };
    }
  }

  #heard(key: string, answer: ShellAnswer): void {
    const uris = this.#waitingFor(key);
    if (answer.kind === 'missing') {
      this.#say(`Shell scripts are not checked: ${answer.reason}.`);
      // It may be there when they are looked at the next time.
      for (const uri of uris) this.#want(uri, new Map());
      return;
    }
    const comments = answer.kind === 'comments' ? answer.comments : [];
    if (answer.kind === 'failed') this.#fail(key, answer.reason);
    else {
      this.#failures = 0;
      this.#keep(key, comments);
    }
    for (const uri of uris) {
      const wanted = new Map(this.#wanted.get(uri));
      wanted.delete(key);
      this.#want(uri, wanted);
      if (comments.length === 0) continue;
      this.#arrived.add(uri);
      this.#states.set(uri, this.stateOf(uri) + 1);
    }
    if (performance.now() - this.#announced >= BETWEEN) this.#announce();
  }

  #fail(key: string, reason: string): void {
    this.#failed.add(key);
    this.#failures++;
    this.#say(`shellcheck ${reason}: a script is not checked.`);
    if (this.#failures === MOST_FAILURES)
      this.#say('shellcheck is not asked any more until settings change.');
  }

  #keep(key: string, comments: readonly ShellComment[]): void {
    this.#answers.set(key, comments);
    if (this.#answers.size <= MOST_ANSWERS) return;
    // What an open document has would be asked for again at once, and so on without end.
    const used = new Set(Array.from(this.#questions.values(), (questions) => [...questions]).flat());
    for (const each of this.#answers.keys()) {
      if (!used.has(each) && this.#answers.size > MOST_ANSWERS) this.#answers.delete(each);
    }
  }

  #announce(): void {
    const uris = [...this.#arrived];
    this.#announced = performance.now();
    if (uris.length === 0) return;
    this.#arrived = new Set();
    this.#host.arrived(uris);
  }

  #say(reason: string): void {
    if (this.#said.has(reason)) return;
    this.#said.add(reason);
    this.#host.said(reason);
  }
}

function keyOf({ path, dialect, text }: ShellQuestion): string {
  return JSON.stringify([path, dialect, text]);
}
