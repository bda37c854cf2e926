import { parseSmolfile } from '../document/document.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { HostFileSystem } from '../model/host.ts';
import { lint } from '../lint/lint.ts';

/** Words of the finding that says that a key came later than the release. */
const TOO_NEW = 'key-needs-newer-version';

/**
 * What the release that the Smolfile is for takes. It is asked with little Smolfiles: a release that learns a key or a
 * form of a value is known here as soon as `lint` knows it.
 */
export class Target {
  /** As asked for; undefined stands for the newest that is known. */
  readonly smolvm: string | undefined;
  readonly #asked = new Map<string, Diagnostic | undefined>();

  constructor(smolvm: string | undefined) {
    this.smolvm = smolvm;
  }

  /** Whether smolvm takes a file with this in it. */
  takes(toml: string): boolean {
    return this.refusal(toml) === undefined;
  }

  /** @returns why `machine create` or `machine run` would refuse a file with this in it. */
  refusal(toml: string): Diagnostic | undefined {
    if (!this.#asked.has(toml)) this.#asked.set(toml, this.#ask(toml));
    return this.#asked.get(toml);
  }

  /** What the release would do otherwise than is written in a file. */
  warnings(toml: string): readonly Diagnostic[] {
    const { smolvm } = this;
    const { diagnostics } = lint(parseSmolfile(toml), smolvm === undefined ? {} : { smolvm });
    return diagnostics.filter(({ severity }) => severity !== 'info');
  }

  #ask(toml: string): Diagnostic | undefined {
    const { diagnostics } = lint(parseSmolfile(toml), {
      ...(this.smolvm !== undefined && { smolvm: this.smolvm }),
      commands: ['create', 'run'],
      ...(toml.includes('volumes') && { host: HOST }),
    });
    return diagnostics.find(({ severity, code }) => severity === 'error' || code === TOO_NEW);
  }
}

/** A host that has every folder: what is asked is whether smolvm would mount it. */
const HOST: HostFileSystem = {
  inspect: (path) => ({ kind: 'directory', canonical: path.startsWith('/') ? path : `/project/${path}` }),
  platform: 'linux',
};
