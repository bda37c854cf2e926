import { EventEmitter, type Disposable, type Uri } from 'vscode';
import { machineIn } from '../smolvm/started.ts';

/** A run of a file that is under way. */
export interface Run {
  /** What it printed so far is heard here. */
  hear(text: string): void;
  end(): void;
}

/** The machines of the runs that are under way: they are gone once their program ends. */
export class Runs implements Disposable {
  /** By file, the latest last. */
  readonly #machines = new Map<string, string[]>();
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  /** The machine of the latest run of a file. */
  of(uri: Uri): string | undefined {
    return this.#machines.get(uri.toString())?.at(-1);
  }

  /** To be called when a file is run. */
  begin(uri: Uri): Run {
    const key = uri.toString();
    let printed = '';
    let machine: string | undefined;
    return {
      hear: (text) => {
        if (machine !== undefined || printed.length > FIRST_WORDS) return;
        printed += text;
        machine = machineIn(printed);
        if (machine === undefined) return;
        this.#machines.set(key, [...(this.#machines.get(key) ?? []), machine]);
        this.#changed.fire();
      },
      end: () => {
        if (machine === undefined) return;
        const rest = (this.#machines.get(key) ?? []).filter((each) => each !== machine);
        if (rest.length === 0) this.#machines.delete(key);
        else this.#machines.set(key, rest);
        this.#changed.fire();
      },
    };
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** smolvm names the machine before anything else can print. Characters. */
const FIRST_WORDS = 4096;
