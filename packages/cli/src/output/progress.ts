import type { Io, Output } from '../io.ts';

/** Says on a terminal how many of how many are done. */
export interface Progress {
  /** One more is done. */
  step(): void;
  /** Makes room for something else; the next step shows it again. */
  clear(): void;
}

/** Below this, in milliseconds, nobody waits; and nobody reads what changes more often than ten times a second. */
const PATIENCE = 500;
const PAUSE = 100;

const NOTHING: Progress = { step() {}, clear() {} };

/**
 * Progress on standard error, where that is a terminal and no CI service; nothing in pipes, and nothing for work that
 * is done at once.
 *
 * @param total how many there are.
 * @param noun what they are, in the plural.
 * @param now in milliseconds; tests have a clock of their own.
 */
export function progressOf(
  total: number,
  noun: string,
  { stderr, env }: Pick<Io, 'stderr' | 'env'>,
  now: () => number = () => performance.now(),
): Progress {
  if (total < 2 || env['CI'] || !stderr.isTerminal()) return NOTHING;
  return new Line(total, noun, stderr, now);
}

/** An output before whose text progress makes room. */
export function clearing(output: Output, progress: Progress): Output {
  return {
    ...output,
    write(text) {
      progress.clear();
      output.write(text);
    },
  };
}

class Line implements Progress {
  readonly #total: number;
  readonly #noun: string;
  readonly #output: Output;
  readonly #now: () => number;
  #done = 0;
  #next: number;
  #isShown = false;

  constructor(total: number, noun: string, output: Output, now: () => number) {
    this.#total = total;
    this.#noun = noun;
    this.#output = output;
    this.#now = now;
    this.#next = now() + PATIENCE;
  }

  step(): void {
    this.#done++;
    const time = this.#now();
    if (time < this.#next || this.#done === this.#total) return;
    this.#next = time + PAUSE;
    this.#isShown = true;
    this.#output.write(`\r${this.#done} of ${this.#total} ${this.#noun} …`);
  }

  clear(): void {
    if (this.#isShown) this.#output.write('\r\u001B[K');
    this.#isShown = false;
  }
}
