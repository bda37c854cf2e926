import { EventEmitter, type Memento, type Uri } from 'vscode';

/** What is remembered of a Smolfile between one time and the next, in this workspace. */
export interface Remembered {
  /** The flags of the last run, as they were typed. */
  readonly runFlags?: string;
  /** The machine that was made from it. */
  readonly machine?: string;
  /** Where the last pack went. */
  readonly output?: string;
}

const PREFIX = 'file:';

/** Remembers things per file, in the editor's own storage for the workspace. */
export class Memory {
  readonly #state: Memento;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(state: Memento) {
    this.#state = state;
  }

  of(uri: Uri): Remembered {
    return this.#state.get<Remembered>(PREFIX + uri.toString(), {});
  }

  async remember(uri: Uri, what: Remembered): Promise<void> {
    await this.#state.update(PREFIX + uri.toString(), { ...this.of(uri), ...what });
    this.#changed.fire();
  }

  /** The file that a machine was made from, as its URI in text. */
  fileOf(machine: string): string | undefined {
    const key = this.#state
      .keys()
      .find((each) => each.startsWith(PREFIX) && this.#state.get<Remembered>(each)?.machine === machine);
    return key?.slice(PREFIX.length);
  }

  /** To be called when a machine is gone. */
  async forgetMachine(name: string): Promise<void> {
    for (const key of this.#state.keys()) {
      const { machine, ...rest } = this.#state.get<Remembered>(key) ?? {};
      // One after the other: the storage takes them in order.
      // oxlint-disable-next-line no-await-in-loop
      if (machine === name) await this.#state.update(key, rest);
    }
    this.#changed.fire();
  }
}
