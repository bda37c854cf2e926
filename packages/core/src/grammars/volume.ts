import { accepted, refused, shown, suggest, type Parsed, type ValueProblem } from './result.ts';
import { rustTrim } from './rust.ts';
import { NEWEST_RELEASE, type Release } from '../release/index.ts';

/**
 * One mount. In the spec it was read from, `source` is at 0 and `target` at `source.length + 1`, in both grammars.
 */
export interface Volume {
  /** Host path as written: relative to the working directory, `~` and `$X` not expanded. */
  readonly source: string;
  /** Guest path as written; whether it can be one is another matter. */
  readonly target: string;
  readonly readOnly: boolean;
  /** A copy that smolvm mirrors back to the host when the machine stops (values 22). */
  readonly staged?: true;
}

/** What releases allow, in `schemas/grammars.json`. */
export interface VolumeOptions {
  /** Whether the spec is read from the right, so that colons may be in the host path (facts 4.2). */
  readonly rightAnchored: boolean;
  readonly modes: readonly string[];
  /** Whether an absolute path alone is a disk volume. */
  readonly guestPathAlone: boolean;
  readonly remote: Readonly<Record<'create' | 'run', readonly string[]>>;
}

/**
 * Reads `HOST:GUEST[:ro|:rw]` with the grammar of a release (facts 4.2). What depends on the host's file system, and
 * whether the target is absolute, is not looked at; a remote volume is `parseRemoteVolume`'s to read first.
 */
export function parseVolume(spec: string, release: Release = NEWEST_RELEASE): Parsed<Volume> {
  const volume = split(spec, release);
  if (volume === undefined) {
    return refused({ ...explain(spec, release), smolvm: invalidFormat(spec) });
  }
  if (volume.source === '') {
    return refused({ ...explain(spec, release), smolvm: sourceNotFound('') });
  }
  return accepted(volume);
}

/** A volume as smolvm reads it back. */
export function formatVolume({ source, target, readOnly, staged }: Volume): string {
  return `${source}:${target}${staged ? STAGED : readOnly ? ':ro' : ''}`;
}

function split(spec: string, release: Release): Volume | undefined {
  const { rightAnchored, modes } = release.grammar<VolumeOptions>('volume');
  if (!rightAnchored) return splitAtColons(spec);
  const staged = modes.includes('staged') && spec.endsWith(STAGED);
  const volume = splitAtRight(staged ? spec.slice(0, -STAGED.length) : spec, staged);
  return volume && staged ? { ...volume, staged } : volume;
}

const STAGED = ':staged';

function splitAtColons(spec: string): Volume | undefined {
  const [source, target, mode, ...rest] = spec.split(':', 4);
  if (source === undefined || target === undefined || rest.length > 0) return undefined;
  if (mode !== undefined && mode !== 'ro' && mode !== 'rw') return undefined;
  return { source, target, readOnly: mode === 'ro' };
}

/** @param plain whether a mode was taken away already: only one is. */
function splitAtRight(spec: string, plain = false): Volume | undefined {
  const { rest, readOnly } = plain ? { rest: spec, readOnly: false } : splitMode(spec);
  const colon = rest.lastIndexOf(':');
  const source = rest.slice(0, Math.max(colon, 0));
  const target = rest.slice(colon + 1);
  return colon === -1 || source === '' || target === '' ? undefined : { source, target, readOnly };
}

/** Takes a trailing `:ro` or `:rw` away. */
export function splitMode(spec: string): { rest: string; readOnly: boolean } {
  const mode = /:r[ow]$/.exec(spec);
  return mode === null
    ? { rest: spec, readOnly: false }
    : { rest: spec.slice(0, mode.index), readOnly: spec.endsWith(':ro') };
}

function invalidFormat(spec: string): string {
  return `invalid mount path: invalid format '${spec}' (expected host:guest[:ro|:rw])`;
}

/** smolvm's text for a source that is not there (facts 4.2). */
export function sourceNotFound(source: string): string {
  return `mount source not found: ${source}`;
}

/** smolvm's text for a source that is no directory (facts 4.2). */
export function sourceNotDirectory(source: string): string {
  return `mount operation failed: validate host path: source path on host must be a directory (virtiofs limitation): ${source}`;
}

/** smolvm's text for a protected source, which it prints with links resolved (facts 4.2). */
export function sourceProtected(canonicalPath: string): string {
  return `mount operation failed: validate host path: source path on host is a protected system path and cannot be mounted: ${canonicalPath}`;
}

/** smolvm's text for a target that an earlier mount has; `target` is the later spelling (facts 4.2). */
export function duplicateTarget(target: string): string {
  return `mount operation failed: validate mounts: duplicate mount target: ${target} is specified more than once`;
}

const SHAPE = 'Write `HOST:GUEST`, for example `./src:/app`, with `:ro` after it for read-only.';

function explain(spec: string, release: Release): ValueProblem {
  const whole = { from: 0, to: spec.length };
  if (rustTrim(spec) === '') {
    return { ...whole, reason: 'empty', message: 'The volume is empty', help: SHAPE };
  }
  if (spec.startsWith('s3://')) {
    return {
      ...whole,
      reason: 'volume-remote',
      message: `${shown(spec)} is a remote volume, which this smolvm does not mount here`,
      help: 'Remote volumes need `machine create` of a newer smolvm.',
    };
  }
  if (/^[A-Za-z]:[\\/]/.test(spec) && !release.grammar<VolumeOptions>('volume').rightAnchored) {
    return {
      ...whole,
      reason: 'volume-drive',
      message: `${shown(spec)} starts with a drive, whose colon this smolvm takes for the separator`,
      help: 'Use a newer smolvm, or a path without a drive.',
    };
  }
  const mode = explainMode(spec, release);
  if (mode !== undefined) return mode;
  if (spec.startsWith(':')) {
    return {
      from: 0,
      to: 0,
      reason: 'volume-no-source',
      message: 'There is no host path before the colon',
      help: SHAPE,
    };
  }
  if (!spec.includes(':') || splitMode(spec).rest.indexOf(':') === -1 || spec.endsWith(':')) {
    return {
      ...whole,
      reason: 'volume-no-target',
      message: `${shown(spec)} does not say where in the guest to mount it`,
      help: SHAPE,
    };
  }
  return {
    ...whole,
    reason: 'volume-colons',
    message: `${shown(spec)} has too many colons`,
    help: `${SHAPE} Colons in the host path need a newer smolvm.`,
  };
}

/** Modes of Docker and slips of ours, with what smolvm calls them; an empty string means: leave it out. */
const MODES: ReadonlyMap<string, { mode: 'ro' | 'rw' | ''; certain: boolean }> = new Map([
  ['ro', { mode: 'ro', certain: true }],
  ['readonly', { mode: 'ro', certain: true }],
  ['read-only', { mode: 'ro', certain: true }],
  ['ro,z', { mode: 'ro', certain: true }],
  ['rw', { mode: 'rw', certain: true }],
  ['readwrite', { mode: 'rw', certain: true }],
  ['rw,z', { mode: 'rw', certain: true }],
  ['z', { mode: '', certain: true }],
  ['cached', { mode: '', certain: true }],
  ['delegated', { mode: '', certain: true }],
  ['consistent', { mode: '', certain: true }],
  ['staged', { mode: '', certain: false }],
]);

function explainMode(spec: string, release: Release): ValueProblem | undefined {
  const colon = spec.lastIndexOf(':');
  const word = spec.slice(colon + 1);
  const meant = word.length > 16 ? undefined : MODES.get(rustTrim(word).toLowerCase());
  const rest = spec.slice(0, Math.max(colon, 0));
  if (meant === undefined || !rest.includes(':') || word === 'ro' || word === 'rw') return undefined;
  const text = meant.mode === '' ? rest : `${rest}:${meant.mode}`;
  const solved = (split(text, release)?.source ?? '') !== '';
  return {
    from: colon + 1,
    to: spec.length,
    reason: 'volume-mode',
    message: `${shown(word)} is no mode of a volume`,
    help: 'Write `ro`, or `rw`, or nothing, which is `rw`; case matters.',
    ...suggest(solved ? text : undefined, meant.certain),
  };
}

/**
 * What a volume whose mode smolvm takes for its target was meant to be: `./src:/app` of `./src:/app:z`.
 *
 * @returns undefined where the target is no mode of Docker.
 */
export function volumeWithoutMode(spec: string, release: Release): Partial<ValueProblem> {
  const { suggestion, certain } = explainMode(spec, release) ?? {};
  return suggest(suggestion, certain);
}

/** `config`: `create` and `run` refuse it. `launch`: they take it, and the guest refuses to mount it. */
export type GuestTargetProblem = ValueProblem & { readonly stage: 'config' | 'launch' };

/**
 * Whether a guest path can be mounted on: absolute (checked by the host), not the root and without `..` (checked by
 * the guest at launch) (facts 4.2). Offsets are within `target`.
 */
export function checkGuestTarget(target: string): GuestTargetProblem | undefined {
  const whole = { from: 0, to: target.length };
  if (!target.startsWith('/')) {
    // From 1.3.0 on `./src:/app:RO` is the source `./src:/app` and this target.
    const isMode = target.length <= 16 && MODES.has(rustTrim(target).toLowerCase());
    return {
      ...whole,
      stage: 'config',
      reason: isMode ? 'volume-mode' : 'target-relative',
      message: isMode
        ? `${shown(target)} is no mode of a volume`
        : `The guest path ${shown(target)} is not absolute`,
      help: isMode ? 'Write `ro` or `rw`; case matters.' : 'Start it with `/`.',
      smolvm: `mount operation failed: validate guest path: target path on guest should be an absolute directory: ${target}`,
      ...suggest(isMode || /^\W/.test(target) ? undefined : withoutParents(target)),
    };
  }
  if (target.split('/').includes('..')) {
    return {
      ...whole,
      stage: 'launch',
      reason: 'target-parent',
      message: `The guest path ${shown(target)} has \`..\` in it, which the guest refuses`,
      help: 'Write the path without `..`.',
      smolvm: 'parent traversal is not allowed',
      ...suggest(withoutParents(target), true),
    };
  }
  if (targetKey(target) === '/') {
    return {
      ...whole,
      stage: 'launch',
      reason: 'target-root',
      message: 'The guest path is `/`, which the guest refuses to mount on',
      help: 'Mount below it, for example on `/app`.',
      smolvm: "mounting to '/' is not allowed",
    };
  }
  return undefined;
}

function withoutParents(target: string): string | undefined {
  const kept: string[] = [];
  for (const part of target.split('/')) {
    if (part === '..') kept.pop();
    else if (part !== '' && part !== '.') kept.push(part);
  }
  return kept.length === 0 ? undefined : `/${kept.join('/')}`;
}

/**
 * What Rust's `Path` equality compares: repeated and trailing slashes and inner `.` do not count, `..` does
 * (facts 4.2).
 */
export function targetKey(target: string): string {
  const parts = target.split('/');
  const kept = parts.filter((part, index) => part !== '' && (part !== '.' || index === 0));
  return target.startsWith('/') ? `/${kept.join('/')}` : kept.join('/');
}

/** Whether smolvm takes two guest paths for the same mount point. */
export function sameTarget(one: string, other: string): boolean {
  return targetKey(one) === targetKey(other);
}
