import { NEWEST_RELEASE, type Release } from '../release/index.ts';
import { accepted, refused, shown, suggest, type Parsed, type ValueProblem } from './result.ts';
import { debugChar, rustTrim, utf8Length } from './rust.ts';

/** `local-path` is a directory or an archive: only the file system knows. */
export type ImageKind = 'stdin' | 'local-archive' | 'local-path' | 'registry';

/**
 * Where an image comes from, by its spelling alone (facts 4.3). `run` does this to the flag and the key, `create` only
 * to the flag, `pack` never.
 * @example
 * ```ts
 * classifyImage('./alpine.tar'); // 'local-archive'
 * ```
 */
export function classifyImage(ref: string): ImageKind {
  if (ref === '-') return 'stdin';
  if (/\.(?:tar|tar\.gz|tgz)$/.test(ref)) return 'local-archive';
  return /^(?:\/|\.\/|\.\.\/)/.test(ref) ? 'local-path' : 'registry';
}

/**
 * Reads `--image` of `run` and `create`: anything but blank (facts 3.1). `pack` takes that too, and so does the key.
 */
export function parseImageFlag(text: string): Parsed<string> {
  if (rustTrim(text) !== '') return accepted(text);
  return refused({
    reason: 'empty',
    message: 'The image is empty',
    help: 'Name an image, or leave the flag out.',
    from: 0,
    to: text.length,
    smolvm: 'image reference must not be empty',
  });
}

/** What smolvm stores for a local image, which `start` understands in a record (facts 4.3). */
export type PersistedImage =
  | { readonly kind: 'archive'; readonly sha256: string }
  | { readonly kind: 'directory'; readonly path: string };

export function parsePersistedImage(ref: string): PersistedImage | undefined {
  if (ref.startsWith('local:')) return { kind: 'archive', sha256: ref.slice('local:'.length) };
  if (ref.startsWith('local-dir:')) return { kind: 'directory', path: ref.slice('local-dir:'.length) };
  return undefined;
}

/** Whether a file is a Dockerfile by its name, in any case (facts 4.3); smolvm also looks inside. */
export function looksLikeDockerfileName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^(?:dockerfile|containerfile)$|\.(?:dockerfile|containerfile)$/i.test(name);
}

/** Whether `run` takes its first argument for an image that somebody forgot `--image` for (facts 2.5). */
export function isLikelyImageReference(word: string): boolean {
  return word.includes(':') || (word.includes('/') && !/^(?:\/|\.\/|\.\.\/)/.test(word));
}

/** The parts of a reference to an image in a registry. */
export interface ImageReference {
  /** `docker.io` for Docker Hub; with the port, when there is one. */
  readonly registry: string;
  readonly repository: string;
  /** `latest` when neither tag nor digest is written; absent with a digest, which drops the tag. */
  readonly tag?: string;
  readonly digest?: string;
  /** The spelling smolvm caches it under. */
  readonly text: string;
}

/**
 * One spelling for all spellings of an image: registry and `library/` filled in, `:latest` added, the tag dropped
 * before a digest (facts 4.3). `localhost/x` is on Docker Hub here: only a `.` or a `:` makes a registry.
 * @example
 * ```ts
 * normalizeImage('alpine').text; // 'docker.io/library/alpine:latest'
 * ```
 */
export function normalizeImage(ref: string): ImageReference {
  const known = ref.startsWith('index.docker.io/') ? ref.slice('index.'.length) : ref;
  const sign = known.indexOf('@');
  const named = sign === -1 ? known : known.slice(0, sign);
  const colon = named.lastIndexOf(':');
  const tagged = colon !== -1 && !named.includes('/', colon);
  const name = tagged ? named.slice(0, colon) : named;
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  const explicit = /[.:]/.test(first);
  const registry = explicit ? first : 'docker.io';
  const path = explicit ? name.slice(slash + 1) : name;
  const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  if (sign !== -1) {
    const digest = known.slice(sign + 1);
    return { registry, repository, digest, text: `${registry}/${repository}@${digest}` };
  }
  const tag = tagged ? named.slice(colon + 1) : 'latest';
  return { registry, repository, tag, text: `${registry}/${repository}:${tag}` };
}

/** By registry, the hosts that smolvm knows a pull to need beside or in place of it; in `schemas/grammars.json`. */
interface ImageOptions {
  readonly pullHosts: Readonly<Record<string, readonly string[]>>;
}

/**
 * The hosts an allow-list must have for the pull; releases since 1.3.5 add them themselves to `allow_hosts`
 * (facts 2.5, values 12).
 *
 * @param release which hosts it adds; what the newest adds is what a pull needs.
 */
export function registryHosts(ref: string, release: Release = NEWEST_RELEASE): readonly string[] {
  const { registry } = normalizeImage(ref);
  const { pullHosts } = release.grammar<ImageOptions>('image-reference');
  return pullHosts[registry] ?? [registry.replace(/:[0-9]*$/, '')];
}

export const IMAGE_REFERENCE_MAX_BYTES = 512;

/** In the order in which the guest looks for them. */
const FORBIDDEN = ['$', '`', '|', ';', '&', '>', '<', '\n', '\r', '\0'];

/**
 * What the guest says of a registry reference when it pulls, in its order (facts 4.3). Nothing on the host asks; the
 * registry may still refuse what passes.
 */
export function checkImageReference(ref: string): Parsed<ImageReference> {
  const problem = check(ref);
  if (problem === undefined) return accepted(normalizeImage(ref));
  return refused({
    from: 0,
    to: ref.length,
    help: 'Write a reference such as `alpine:3.20` or `ghcr.io/owner/name:v1`.',
    ...problem,
    smolvm: `invalid image reference '${ref}': ${problem.smolvm}`,
    ...repair(ref),
  });
}

type Found = Partial<ValueProblem> & Pick<ValueProblem, 'reason' | 'message'> & { readonly smolvm: string };

function check(ref: string): Found | undefined {
  if (ref === '') {
    return {
      reason: 'empty',
      message: 'The image is empty',
      help: 'Name an image, or take the key out for a bare machine.',
      smolvm: 'image reference cannot be empty',
    };
  }
  const bytes = utf8Length(ref);
  if (bytes > IMAGE_REFERENCE_MAX_BYTES) {
    return {
      reason: 'image-length',
      message: `The reference is ${bytes} bytes long, more than ${IMAGE_REFERENCE_MAX_BYTES}`,
      smolvm: `image reference too long: ${bytes} bytes (max: ${IMAGE_REFERENCE_MAX_BYTES})`,
    };
  }
  const forbidden = FORBIDDEN.find((character) => ref.includes(character));
  if (forbidden !== undefined) {
    return {
      ...at(ref.indexOf(forbidden)),
      reason: 'image-forbidden-character',
      message: `The reference ${shown(ref)} has a ${shown(forbidden)} in it`,
      smolvm: `image reference contains forbidden character: ${debugChar(forbidden)}`,
    };
  }
  const dots = ref.indexOf('..');
  if (dots !== -1 && ref.includes('/')) {
    return {
      ...at(dots, 2),
      reason: 'image-traversal',
      message: `The reference ${shown(ref)} has \`..\` in it`,
      smolvm: 'image reference contains suspicious path traversal',
    };
  }
  return checkCharacters(ref);
}

function checkCharacters(ref: string): Found | undefined {
  const invalid = /[^A-Za-z0-9._/:@-]/u.exec(ref);
  if (invalid !== null) {
    return {
      ...at(invalid.index, invalid[0].length),
      reason: 'image-character',
      message: `The reference ${shown(ref)} has a ${shown(invalid[0])} in it`,
      smolvm: 'image reference contains invalid characters',
    };
  }
  if (!/^[A-Za-z0-9]/.test(ref)) {
    return {
      ...at(0),
      reason: 'image-start',
      message: `The reference ${shown(ref)} does not start with a letter or digit`,
      smolvm: 'image reference must start with alphanumeric character',
    };
  }
  if (!/[A-Za-z0-9]$/.test(ref)) {
    return {
      ...at(ref.length - 1),
      reason: 'image-end',
      message: `The reference ${shown(ref)} does not end with a letter or digit`,
      smolvm: 'image reference must end with alphanumeric character',
    };
  }
  return undefined;
}

function at(from: number, length = 1): { from: number; to: number } {
  return { from, to: from + length };
}

function repair(ref: string): Partial<ValueProblem> {
  if (ref.length > IMAGE_REFERENCE_MAX_BYTES) return {};
  const trimmed = rustTrim(ref);
  const text = trimmed.replace(/[:@/]+$/, '');
  return text !== '' && text !== ref && check(text) === undefined ? suggest(text, text === trimmed) : {};
}
