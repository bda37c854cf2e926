import { EventEmitter, type Memento, type Uri } from 'vscode';
import type { FileActionKind } from '../smolvm/argv.ts';

/** What is remembered of a Smolfile between one time and the next, in this workspace. */
export interface Remembered {
  /** Lines of flags as they were typed, the latest first. */
  readonly lines?: Readonly<Partial<Record<FileActionKind, readonly string[]>>>;
  /** The machine that was made from it, and the flags that it was made with. */
  readonly machine?: string;
  readonly machineFlags?: string;
  /** The command that made it, where that is not `create`: `run -d` leaves one behind, and gives it less. */
  readonly madeBy?: 'run';
  /** Where the last pack went. */
  readonly output?: string;
}

const PREFIX = 'file:';
/** As many lines as one looks through. */
const MOST_LINES = 8;

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

  /** The lines of flags of a file, the latest first. */
  linesOf(uri: Uri, kind: FileActionKind): readonly string[] {
    return this.of(uri).lines?.[kind] ?? [];
  }

  async remember(uri: Uri, what: Remembered): Promise<void> {
    await this.#state.update(PREFIX + uri.toString(), { ...this.of(uri), ...what });
    this.#changed.fire();
  }

  /** Has a machine belong to a file. */
  async rememberMachine(
    uri: Uri,
    machine: string,
    line: string,
    madeBy: 'run' | 'create' = 'create',
  ): Promise<void> {
    const { madeBy: _before, ...rest } = this.of(uri);
    await this.#state.update(PREFIX + uri.toString(), {
      ...rest,
      machine,
      machineFlags: line,
      ...(madeBy === 'run' && { madeBy }),
    });
    this.#changed.fire();
  }

  /** The call that the machine of a file was made by. */
  callOf(uri: Uri): { readonly command: 'run' | 'create'; readonly flags: string } {
    const { madeBy = 'create', machineFlags = '' } = this.of(uri);
    return { command: madeBy, flags: machineFlags };
  }

  /** The machines that are remembered. */
  get machines(): readonly string[] {
    return this.#state
      .keys()
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => this.#state.get<Remembered>(key)?.machine)
      .filter((machine) => machine !== undefined);
  }

  /** To be called with every line of flags that is used; an empty one is nothing to come back to. */
  async rememberLine(uri: Uri, kind: FileActionKind, line: string): Promise<void> {
    if (line === '') return;
    const earlier = this.linesOf(uri, kind).filter((each) => each !== line);
    const lines = { ...this.of(uri).lines, [kind]: [line, ...earlier].slice(0, MOST_LINES) };
    await this.remember(uri, { lines });
  }

  /** The file that a machine was made from, as its URI in text. */
  fileOf(machine: string): string | undefined {
    const key = this.#state
      .keys()
      .find((each) => each.startsWith(PREFIX) && this.#state.get<Remembered>(each)?.machine === machine);
    return key?.slice(PREFIX.length);
  }

  /** To be called with machines that are gone. */
  async forgetMachines(names: readonly string[]): Promise<void> {
    const keys = this.#state.keys().filter((key) => {
      const machine = key.startsWith(PREFIX) ? this.#state.get<Remembered>(key)?.machine : undefined;
      return machine !== undefined && names.includes(machine);
    });
    for (const key of keys) {
      const {
        machine: _machine,
        machineFlags: _flags,
        madeBy: _by,
        ...rest
      } = this.#state.get<Remembered>(key) ?? {};
      // One after the other: the storage takes them in order.
      // oxlint-disable-next-line no-await-in-loop
      await this.#state.update(key, rest);
    }
    if (keys.length > 0) this.#changed.fire();
  }

  /** Moves what is known of a file to its new name. */
  async rename(from: Uri, to: Uri): Promise<void> {
    const known = this.#state.get<Remembered>(PREFIX + from.toString());
    if (!known) return;
    await this.#state.update(PREFIX + from.toString(), undefined);
    await this.remember(to, known);
  }
}
