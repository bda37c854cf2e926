import { parseSmolfile } from '../document/document.ts';
import type { Command, Diagnostic } from '../model/diagnostic.ts';
import type { HostFileSystem } from '../model/host.ts';
import { lint } from '../lint/lint.ts';
import { resolve } from '../resolve/resolve.ts';

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

  /** The codes of all that is to be said of a file for one command. */
  codes(toml: string, command: Command): Set<string> {
    const { smolvm } = this;
    const options = { commands: [command], ...(smolvm !== undefined && { smolvm }) };
    return new Set(lint(parseSmolfile(toml), options).diagnostics.map(({ code }) => code));
  }

  /** Whether `machine create` has flags. */
  hasFlags(flags: string): boolean {
    return resolve(parseSmolfile('net = true\n'), {
      command: 'create',
      flags,
      ...(this.smolvm !== undefined && { smolvm: this.smolvm }),
    }).accepted;
  }

  #ask(toml: string): Diagnostic | undefined {
    const document = parseSmolfile(toml);
    const options = {
      ...(this.smolvm !== undefined && { smolvm: this.smolvm }),
      commands: ['create', 'run'] as const,
    };
    // some paths are wrong wherever they are looked up, some only on a host
    return [{}, ...(toml.includes('volumes') ? [{ host: HOST }] : [])]
      .flatMap((more) => lint(document, { ...options, ...more }).diagnostics)
      .find(({ severity, code }) => severity === 'error' || code === TOO_NEW);
  }
}

/** A host that has every folder: what is asked is whether smolvm would mount it. */
const HOST: HostFileSystem = {
  inspect: (path) => ({ kind: 'directory', canonical: path.startsWith('/') ? path : `/project/${path}` }),
  platform: 'linux',
};
