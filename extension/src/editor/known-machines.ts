import { EventEmitter, Uri, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CreateAction } from '../smolvm/argv.ts';
import { driftOf, type Drift } from '../smolvm/drift.ts';
import { isRunning, readMachines, type Machine } from '../smolvm/machines.ts';
import type { Installed } from './installed.ts';
import type { Memory } from './memory.ts';
import { resolve } from './server.ts';

/** What a machine is from before it is deleted until it is there again, and started. */
const AGAIN = 'being made again';

/** What smolvm is doing with a machine because of us. */
export type Doing = 'starting' | 'stopping' | 'deleting' | typeof AGAIN;

/** A machine, the file it was made from, and what differs between them. The object stays the same for a name. */
export interface KnownMachine {
  readonly kind: 'machine';
  machine: Machine;
  file: Uri | undefined;
  drift: readonly Drift[];
  doing: Doing | undefined;
  /** What smolvm said when it last failed to do something with it. */
  failure: string | undefined;
}

/** Where what is known comes from. */
export interface Sources {
  readonly client: BaseLanguageClient;
  readonly installed: Installed;
  readonly memory: Memory;
}

/** What to have done, and what a machine is meanwhile. */
const DOING = { start: 'starting', stop: 'stopping', delete: 'deleting' } as const;

/** The state that smolvm lists after it. */
const STATE_AFTER = { create: 'created', start: 'running', stop: 'stopped', delete: undefined } as const;

/** Has smolvm do something with a machine; a signal ends it. */
export type Act = (kind: keyof typeof DOING, name: string, signal: AbortSignal) => Promise<void>;

/** What smolvm could not do. */
interface Failure {
  readonly kind: keyof typeof DOING;
  readonly said: string;
}

/**
 * What smolvm last said about its machines.
 *
 * It is asked apart from what shows the answer: VS Code forgets the entries of a view while it waits for new ones, and
 * a command on one of them then does nothing. Nobody's click may be lost because smolvm is slow.
 */
export class KnownMachines implements Disposable {
  readonly #sources: Sources;
  readonly #changed = new EventEmitter<KnownMachine | undefined>();
  readonly #doing = new Map<string, Doing>();
  readonly #failures = new Map<string, Failure>();
  #machines: readonly KnownMachine[] = [];
  /** How often something was begun or done: an answer from before that is an old one. */
  #steps = 0;
  #problem: string | undefined;
  #there = false;
  #asking: Promise<void> | undefined;
  #again = false;

  /** After something is known that was not before: of the one machine that is given, or of which ones there are. */
  readonly onDidChange = this.#changed.event;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  get machines(): readonly KnownMachine[] {
    return this.#machines;
  }

  /** Why there is no list, as a sentence. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Whether there is a smolvm to ask. */
  get isThere(): boolean {
    return this.#there;
  }

  /** The machine of a name, as far as it is known. */
  of(name: string): KnownMachine | undefined {
    return this.#machines.find(({ machine }) => machine.name === name);
  }

  /** The file that a machine was made from, also of one that is gone. */
  fileOf(name: string): Uri | undefined {
    const text = this.#sources.memory.fileOf(name);
    return text === undefined ? undefined : Uri.parse(text);
  }

  /** Asks smolvm. Whoever comes while it is being asked gets an answer that began after they came. */
  refresh(): Promise<void> {
    if (this.#asking) {
      this.#again = true;
      return this.#asking;
    }
    this.#asking = this.#ask();
    return this.#asking;
  }

  /**
   * Has smolvm do something with a machine, once at a time.
   *
   * @param signal ends it.
   * @throws Error with what smolvm said, or that it is at it already.
   */
  readonly act: Act = (kind, name, signal) =>
    this.#while(DOING[kind], name, () => this.#do(kind, name, signal));

  /**
   * Keeps a machine that is deleted and made again one that is being made again, also between the steps: it is not
   * gone, and nothing of what it was before is offered.
   *
   * @param steps is given what has smolvm do one.
   * @throws Error that something is being done with it already, or what the steps throw.
   */
  makeAgain(name: string, steps: (act: Act) => Promise<void>): Promise<void> {
    return this.#while(AGAIN, name, () => steps((...step) => this.#do(...step)));
  }

  /**
   * Has smolvm make a machine.
   *
   * @param signal ends it.
   * @throws Error with what smolvm said.
   */
  async create(action: CreateAction, signal: AbortSignal): Promise<void> {
    try {
      await this.#sources.installed.ask(action, signal);
      this.#isDone('create', action.name);
    } finally {
      void this.refresh();
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #while(doing: Doing, name: string, work: () => Promise<void>): Promise<void> {
    const now = this.#doing.get(name);
    if (now) throw new Error(`The machine "${name}" is ${now} already.`);
    this.#doing.set(name, doing);
    this.#failures.delete(name);
    this.#show(name);
    try {
      await work();
    } finally {
      this.#doing.delete(name);
      this.#show(name);
      void this.refresh();
    }
  }

  async #do(kind: keyof typeof DOING, name: string, signal: AbortSignal): Promise<void> {
    try {
      await this.#sources.installed.ask({ kind, name }, signal);
    } catch (error) {
      this.#failures.set(name, { kind, said: error instanceof Error ? error.message : String(error) });
      throw error;
    }
    if (kind === 'delete' && !this.#isMadeAgain(name)) await this.#sources.memory.forgetMachines([name]);
    this.#isDone(kind, name);
  }

  #isMadeAgain(name: string): boolean {
    return this.#doing.get(name) === AGAIN;
  }

  /** Takes what smolvm has done as done before it lists it so: what was offered until then is offered no more. */
  #isDone(kind: keyof typeof STATE_AFTER, name: string): void {
    this.#steps++;
    const known = this.of(name);
    const state = STATE_AFTER[kind];
    if (state === undefined) {
      if (!known || this.#isMadeAgain(name)) return;
      this.#machines = this.#machines.filter((each) => each !== known);
      this.#changed.fire(undefined);
    } else if (known) {
      known.machine = { ...known.machine, state };
      this.#show(name);
    } else {
      this.#machines = [...this.#machines, this.#notCompared({ name, state, facts: {} })];
      this.#changed.fire(undefined);
    }
  }

  /** Shows what is being done with a machine before smolvm says anything new about it. */
  #show(name: string): void {
    this.#steps++;
    const known = this.of(name);
    if (!known) return;
    known.doing = this.#doing.get(name);
    known.failure = this.#failures.get(name)?.said;
    this.#changed.fire(known);
  }

  async #ask(): Promise<void> {
    try {
      do {
        this.#again = false;
        // One answer after the other.
        // oxlint-disable-next-line no-await-in-loop
        await this.#askOnce();
      } while (this.#again);
    } finally {
      // At once, or whoever comes in between would be told of an end that they came too late for.
      this.#asking = undefined;
    }
  }

  async #askOnce(): Promise<void> {
    const { installed, memory } = this.#sources;
    const there = installed.locate() !== undefined;
    // One that is made while smolvm answers may not be in the answer.
    const remembered = memory.machines;
    const steps = this.#steps;
    const { machines: listed, problem } = there
      ? await installed.ask({ kind: 'list' }).then(readMachines, problemOf)
      : { machines: [] };
    const isOld = (): boolean => {
      if (steps === this.#steps) return false;
      this.#again = true;
      return true;
    };
    if (isOld()) return;
    const machines = [...listed, ...this.#missingForAMoment(listed)].toSorted(byName);
    // What smolvm does not have is not there to be started: its file may make a new one.
    if (there && problem === undefined) {
      const names = new Set(machines.map(({ name }) => name));
      await memory.forgetMachines(remembered.filter((name) => !names.has(name)));
      this.#forgetFailures(machines);
    }
    const found = await Promise.all(machines.map((machine) => this.#compared(machine)));
    if (isOld()) return;
    const before = new Map(this.#machines.map((known) => [known.machine.name, known]));
    const changed: KnownMachine[] = [];
    const after = found.map((now) => {
      const known = before.get(now.machine.name);
      if (!known) return now;
      if (JSON.stringify(known) !== JSON.stringify(now)) changed.push(Object.assign(known, now));
      return known;
    });
    const same =
      there === this.#there &&
      problem === this.#problem &&
      after.length === before.size &&
      after.every((known) => known === before.get(known.machine.name));
    this.#machines = after;
    this.#problem = problem;
    this.#there = there;
    if (!same) this.#changed.fire(undefined);
    else for (const known of changed) this.#changed.fire(known);
  }

  /** Those that smolvm does not list between their deletion and their creation. */
  #missingForAMoment(listed: readonly Machine[]): readonly Machine[] {
    const names = new Set(listed.map(({ name }) => name));
    return this.#machines
      .map(({ machine }) => machine)
      .filter(({ name }) => this.#isMadeAgain(name) && !names.has(name));
  }

  /** Drops what has come about since, at a terminal perhaps, and what was about a machine that is gone. */
  #forgetFailures(machines: readonly Machine[]): void {
    const running = new Map(machines.map((machine) => [machine.name, isRunning(machine)]));
    for (const [name, { kind }] of this.#failures) {
      const runs = running.get(name);
      const isDone = kind === 'delete' ? runs === undefined : runs !== (kind === 'stop');
      if (isDone) this.#failures.delete(name);
    }
  }

  #notCompared(machine: Machine): KnownMachine {
    const { name } = machine;
    return {
      kind: 'machine',
      machine,
      file: undefined,
      drift: [],
      doing: this.#doing.get(name),
      failure: this.#failures.get(name)?.said,
    };
  }

  async #compared(machine: Machine): Promise<KnownMachine> {
    const { client, memory } = this.#sources;
    const common = this.#notCompared(machine);
    const text = memory.fileOf(machine.name);
    if (text === undefined) return common;
    const file = Uri.parse(text);
    // The file may be gone, or be broken: then there is nothing to compare with.
    const { command, flags } = memory.callOf(file);
    const resolved = await resolve(client, file, command, flags).catch(() => undefined);
    const drift = resolved?.accepted ? driftOf(machine, resolved.config) : [];
    return { ...common, file, drift };
  }
}

function byName(a: Machine, b: Machine): number {
  return a.name < b.name ? -1 : 1;
}

function problemOf(error: unknown): { readonly machines: readonly []; readonly problem: string } {
  return { machines: [], problem: error instanceof Error ? error.message : String(error) };
}
