/** Runs work after a pause, the last one asked for winning; one line of work per key. */
export class Debouncer {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #failed: (error: unknown) => void;

  /** @param failed told when work throws or rejects: an exception in a timer would end the process. */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** @param delay in milliseconds, counted anew by every call for the same key. */
  run(key: string, delay: number, work: () => Promise<void>): void {
    this.cancel(key);
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      work().catch(this.#failed);
    }, delay);
    this.#timers.set(key, timer);
  }

  /** Whether work is still to come. */
  isWaiting(key: string): boolean {
    return this.#timers.has(key);
  }

  cancel(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  stop(): void {
    for (const key of this.#timers.keys()) this.cancel(key);
  }
}
