import type { Looks } from './look.ts';

interface Answer {
  readonly id: number;
  readonly answer?: unknown;
  readonly problem?: string;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The page's side of the second worker, which starts when it is first asked. */
export class Looker {
  readonly #start: () => Worker;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #next = 0;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  ask<Name extends keyof Looks>(name: Name, asked: Looks[Name][0]): Promise<Looks[Name][1]> {
    const id = this.#next++;
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // The rule is about a window's, which wants to know who may read it.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      this.#started().postMessage({ id, name, asked });
    }) as Promise<Looks[Name][1]>;
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#start();
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.problem === undefined) waiting?.resolve(data.answer);
      else waiting?.reject(new Error(data.problem));
    });
    this.#worker = worker;
    return worker;
  }
}

/**
 * Does one piece of work at a time, and of what is asked for meanwhile only the last: whoever types faster than a
 * worker answers does not wait for answers that nobody wants any more.
 */
export class Latest {
  readonly #work: () => Promise<void>;
  readonly #failed: (error: unknown) => void;
  #running = false;
  #again = false;

  constructor(work: () => Promise<void>, failed: (error: unknown) => void) {
    this.#work = work;
    this.#failed = failed;
  }

  run(): void {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    this.#work()
      .catch(this.#failed)
      .finally(() => {
        this.#running = false;
        if (!this.#again) return;
        this.#again = false;
        this.run();
      });
  }
}
