import type { Call } from '../call/index.ts';
import type { Command, Diagnostic } from '../model/diagnostic.ts';
import type { TextRange } from '../text/range.ts';
import type { Release } from '../release/index.ts';
import type { Target } from '../target/index.ts';

/** A value given by a flag, or by the command for the machine (`flag` is then `COMMAND`). */
export interface FlagOrigin {
  readonly kind: 'flag';
  /** The flag with its value, as it was written: `--cpus 4`. Credentials in it are masked like everywhere. */
  readonly flag: string;
  /** Of the value, or of a flag without one; in the text of the call. */
  readonly range: TextRange;
}

/** A value written in the Smolfile. */
export interface SmolfileOrigin {
  readonly kind: 'smolfile';
  /** `cpus`, or `dev.ports[0]` for an element of a list. */
  readonly key: string;
  /** Of the value; in the document. */
  readonly range: TextRange;
}

/** A value that another key or flag brings about. */
export interface ImpliedOrigin {
  readonly kind: 'implied';
  /** The key or flag: `network.allow_hosts`, `--dns`. */
  readonly by: string;
  readonly range: TextRange;
  /** Set when the range is in the text of the call, not in the document. */
  readonly source?: 'flags';
}

/** smolvm's own value. */
export interface DefaultOrigin {
  readonly kind: 'default';
}

/** A value that somebody has written. */
export type GivenOrigin = FlagOrigin | SmolfileOrigin;
/** Where a value comes from. */
export type Origin = GivenOrigin | ImpliedOrigin | DefaultOrigin;

/** Something that was given and has no effect, with the reason in one sentence. */
export type Dropped = GivenOrigin & { readonly reason: string };

/** Where a single value comes from. */
export interface ValueProvenance {
  /** Never empty; more than one where each alone would do (`--net` and `net = true`). */
  readonly origins: readonly Origin[];
  readonly dropped: readonly Dropped[];
}

/** Where one element of a list comes from; without `value`, what came to no element. */
export interface ElementProvenance {
  readonly value?: ConfigValue;
  /** The element as it was written, white space trimmed where smolvm trims. */
  readonly written?: string;
  readonly origins: readonly Origin[];
  readonly dropped: readonly Dropped[];
}

/**
 * By the name of the value in the configuration: `cpus`, `restart.policy`, `secrets.TOKEN` for an entry of a map; per
 * element for lists.
 */
export type Provenance = Readonly<Record<string, ValueProvenance | readonly ElementProvenance[]>>;

/** A value of the merged configuration. */
export type ConfigValue =
  | null
  | boolean
  | number
  /** Beyond what a number holds exactly. */
  | bigint
  | string
  | readonly ConfigValue[]
  | { readonly [key: string]: ConfigValue };

/** The merged configuration in the shape of the conformance vectors (conformance/README.md). */
export type Config = Readonly<Record<string, ConfigValue>>;

/** Who says what the guest runs: the call, the file, the image, or smolvm itself; nobody, and then nothing runs. */
export type RunsFrom = 'call' | 'smolfile' | 'image' | 'smolvm';

/** What reaches the guest: of `machine run`, and of `machine start` after `machine create` (ends.jsonl). */
export interface Runs {
  /** Every command that prepares the machine, in order; a bake may run one twice. */
  readonly init: readonly (readonly string[])[];
  /** What it runs; `null` for the image's own ENTRYPOINT and CMD, or for nothing at all. */
  readonly command: readonly string[] | null;
  readonly from: RunsFrom | null;
  /**
   * Over the image's own. A value of the host is `{ fromHost: NAME }`, a secret `{ secret: REFERENCE }`; what a
   * terminal needs is left out.
   */
  readonly env: readonly (readonly [name: string, value: ConfigValue])[];
  /** `null` for the image's own, or the guest's. */
  readonly workdir: string | null;
  readonly user: string | null;
}

/** What `pack create` writes into the manifest of its pack (ends.jsonl); `null` for the image's own. */
export interface Manifest {
  readonly image: string | null;
  readonly entrypoint: readonly string[] | null;
  readonly cmd: readonly string[] | null;
  /** Over the image's own, as written: a bare name takes its value where the pack runs. */
  readonly env: readonly string[];
  readonly workdir: string | null;
  readonly user: string | null;
  readonly cpus: ConfigValue;
  readonly memory: ConfigValue;
  readonly net: boolean;
  readonly gpu: boolean;
  readonly secrets: ConfigValue;
}

/** A key of the file that the command does not act on. */
export interface IgnoredKey {
  readonly key: string;
  /** Of the key. */
  readonly range: TextRange;
  readonly reason: string;
  /** What to do about it. */
  readonly help: string;
}

/** The names of the variables that the host's environment has; their values are nobody's business. */
export interface HostEnvironment {
  /** Whether the host has a variable of that name. */
  has(name: string): boolean;
}

/** What is known however smolvm decides. */
export interface Common {
  /** What it was resolved for. */
  readonly target: Target;
  readonly release: Release;
  /** The release, as text. */
  readonly smolvm: string;
  readonly command: Command;
  readonly call: Call;
  /** Whether what looks like a credential is masked. */
  readonly masked: boolean;
  /** Everything that there is to say about file and flags, the refusal included. */
  readonly diagnostics: readonly Diagnostic[];
  /** Keys of the file that the command does not act on, in document order. */
  readonly ignored: readonly IgnoredKey[];
}

/** What smolvm would end up with. */
export interface Accepted extends Common {
  readonly accepted: true;
  readonly config: Config;
  readonly provenance: Provenance;
  /** What reaches the guest; not of a pack. */
  readonly runs?: Runs;
  /** Of a pack, unless a machine is packed. */
  readonly manifest?: Manifest;
}

/** Why smolvm would refuse. */
export interface Refused extends Common {
  readonly accepted: false;
  /** The finding that smolvm stops at, one of `diagnostics`. */
  readonly error: Diagnostic & { readonly stage: 'args' | 'parse' | 'config' };
}

/** The merged configuration, or why smolvm refuses. */
export type Resolution = Accepted | Refused;

/** Whether the provenance of a value is that of a list. */
export function isListProvenance(
  provenance: ValueProvenance | readonly ElementProvenance[],
): provenance is readonly ElementProvenance[] {
  return Array.isArray(provenance);
}
