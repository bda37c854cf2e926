import { EventEmitter, Uri, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { driftOf, type Drift } from '../smolvm/drift.ts';
import { readMachines, type Machine } from '../smolvm/machines.ts';
import type { Installed } from './installed.ts';
import type { Memory } from './memory.ts';
import { resolve } from './server.ts';

/** A machine, the file it was made from, and what differs between them. The object stays the same for a name. */
export interface KnownMachine {
  readonly kind: 'machine';
  machine: Machine;
  file: Uri | undefined;
  drift: readonly Drift[];
}

/**
 * What smolvm last said about its machines.
 *
 * It is asked apart from what shows the answer: VS Code forgets the entries of a view while it waits for new ones, and
 * a command on one of them then does nothing. Nobody's click may be lost because smolvm is slow.
 */
export class KnownMachines implements Disposable {
  readonly #tools: {
    readonly client: BaseLanguageClient;
    readonly installed: Installed;
    readonly memory: Memory;
  };
  readonly #changed = new EventEmitter<KnownMachine | undefined>();
  #machines: readonly KnownMachine[] = [];
  #problem: string | undefined;
  #there = false;
  #asking: Promise<void> | undefined;
  #again = false;

  /** After something is known that was not before: of the one machine that is given, or of which ones there are. */
  readonly onDidChange = this.#changed.event;

  constructor(tools: { client: BaseLanguageClient; installed: Installed; memory: Memory }) {
    this.#tools = tools;
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

  /** Asks smolvm. Whoever comes while it is being asked gets an answer that began after they came. */
  refresh(): Promise<void> {
    if (this.#asking) {
      this.#again = true;
      return this.#asking;
    }
    this.#asking = this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #ask(): Promise<void> {
    do {
      this.#again = false;
      // One answer after the other.
      // oxlint-disable-next-line no-await-in-loop
      await this.#askOnce();
    } while (this.#again);
  }

  async #askOnce(): Promise<void> {
    const { installed } = this.#tools;
    const there = installed.locate() !== undefined;
    const { machines, problem } = there
      ? await installed.ask({ kind: 'list' }).then(readMachines, problemOf)
      : { machines: [] };
    const found = await Promise.all(machines.map((machine) => this.#compared(machine)));
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

  async #compared(machine: Machine): Promise<KnownMachine> {
    const { client, memory } = this.#tools;
    const text = memory.fileOf(machine.name);
    if (text === undefined) return { kind: 'machine', machine, file: undefined, drift: [] };
    const file = Uri.parse(text);
    // The file may be gone, or be broken: then there is nothing to compare with.
    const { machineFlags } = memory.of(file);
    const resolved = await resolve(client, file, 'create', machineFlags).catch(() => undefined);
    const drift = resolved?.accepted ? driftOf(machine, resolved.config) : [];
    return { kind: 'machine', machine, file, drift };
  }
}

function problemOf(error: unknown): { readonly machines: readonly []; readonly problem: string } {
  return { machines: [], problem: error instanceof Error ? error.message : String(error) };
}
