import type { HostFileSystem, HostPath } from '@smolfile/core';

/** Milliseconds between two looks; a handful of `stat` calls cost nothing. */
const INTERVAL = 2000;

interface Seen {
  readonly version: string;
  readonly host: HostFileSystem;
  readonly paths: Map<string, string>;
}

/**
 * Notices when a path of the host that a check asked about is no longer what it was: a mounted folder that is
 * created, a secret's file that goes. Looks again instead of watching, since such paths lie anywhere, and most of
 * the time do not exist.
 */
export class HostWatch {
  readonly #seen = new Map<string, Seen>();
  readonly #changed: (uris: readonly string[]) => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param changed told of the documents that have to be checked again. */
  constructor(changed: (uris: readonly string[]) => void) {
    this.#changed = changed;
  }

  /**
   * A host that remembers what it is asked.
   *
   * @param version of the document; what an older one asked about is forgotten.
   */
  recording(uri: string, host: HostFileSystem, version: string): HostFileSystem {
    const last = this.#seen.get(uri);
    const paths = last?.version === version ? last.paths : new Map<string, string>();
    this.#seen.set(uri, { version, host, paths });
    this.#timer ??= this.#start();
    return {
      platform: host.platform,
      inspect(path) {
        const found = host.inspect(path);
        paths.set(path, keyOf(found));
        return found;
      },
    };
  }

  forget(uri: string): void {
    this.#seen.delete(uri);
    if (this.#seen.size === 0) this.stop();
  }

  /** Looks at every path again. */
  look(): void {
    const changed = Array.from(this.#seen).filter(([, { host, paths }]) =>
      Array.from(paths).some(([path, before]) => keyOf(host.inspect(path)) !== before),
    );
    // The next check will ask again; until then there is no more to say.
    for (const [uri] of changed) this.#seen.delete(uri);
    if (changed.length > 0) this.#changed(changed.map(([uri]) => uri));
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #start(): ReturnType<typeof setInterval> {
    const timer = setInterval(() => this.look(), INTERVAL);
    // Node would live on for it; a browser's timer is a number and has no such thing.
    if (typeof timer === 'object' && 'unref' in timer) timer.unref();
    return timer;
  }
}

function keyOf({ kind, canonical, symlink, size }: HostPath): string {
  return [kind, canonical, symlink, size].join('|');
}
