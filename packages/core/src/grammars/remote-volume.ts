import { accepted, refused, shown, suggest, type Parsed } from './result.ts';
import { formatVolume, splitMode, type Volume, type VolumeOptions } from './volume.ts';
import type { Release } from '../release/index.ts';
import type { Command } from '../model/diagnostic.ts';

/** Whether a source is an object store or an rclone remote, (facts 4.2). */
export function isRemoteVolume(source: string): boolean {
  return source.startsWith('s3://') || source.startsWith(':');
}

/** Whether a spec begins like a remote of rclone. */
export function isRcloneRemote(spec: string): boolean {
  return spec.startsWith(':') && spec.lastIndexOf(':') > 0;
}

/** The kinds of remote stores that a command of a release looks for: `s3`, `rclone`. */
export function remoteKinds(release: Release, command: Command): readonly string[] {
  const { remote } = release.grammar<VolumeOptions>('volume');
  return command === 'pack' ? [] : remote[command];
}

/**
 * Reads a remote volume as smolvm does before it looks for host directories (facts 4.2); `undefined` when
 * the spec is none, and so is `parseVolume`'s. `smolvm` comes after `parse remote volume: `.
 */
export function parseRemoteVolume(spec: string): Parsed<Volume> | undefined {
  const { rest, readOnly } = splitMode(spec);
  const colon = rest.lastIndexOf(':');
  const source = rest.slice(0, Math.max(colon, 0));
  const target = rest.slice(colon + 1);
  if (colon === -1 || !isRemoteVolume(source)) return undefined;
  const targetAt = { from: colon + 1, to: rest.length };
  if (!target.startsWith('/')) {
    return refused({
      ...targetAt,
      reason: 'remote-target-relative',
      message: `The guest path ${shown(target)} is not absolute`,
      help: 'End the volume with an absolute guest path: `s3://bucket:/mnt/data`.',
      smolvm: `remote volume guest path must be absolute: '${spec}'`,
      ...suggest(solved({ source, target: `/${target}`, readOnly })),
    });
  }
  if (target.includes(' ')) {
    return refused({
      ...targetAt,
      reason: 'remote-target-space',
      message: `The guest path ${shown(target)} has a space in it`,
      help: 'Choose a guest path without spaces.',
      smolvm: `remote volume guest path must not contain spaces: '${spec}'`,
    });
  }
  const quote = rest.indexOf("'");
  if (quote !== -1) {
    return refused({
      from: quote,
      to: quote + 1,
      reason: 'remote-quote',
      message: 'The volume has a single quote in it',
      help: 'Remote volumes may not have single quotes, neither in the source nor in the guest path.',
      smolvm: `remote volume spec must not contain single quotes: '${spec}'`,
    });
  }
  if (source.startsWith('s3://')) return readBucket(spec, { source, target, readOnly });
  if (hasRemotePath(source)) return accepted({ source, target, readOnly });
  return refused({
    from: 0,
    to: colon,
    reason: 'remote-no-path',
    message: `The rclone remote ${shown(source)} has no \`:path\` at its end`,
    help: 'Write its path before the guest path; an empty one makes two colons: `:http,url="https://host"::/mnt/data`.',
    smolvm: `rclone remote is missing its ':path' part in '${spec}' (an empty remote path is written '::' before the guest path, e.g. ':http,url="https://host"::/mnt/data')`,
    ...suggest(solved({ source: `${source}:`, target, readOnly })),
  });
}

function readBucket(spec: string, volume: Volume): Parsed<Volume> {
  if (hasBucket(volume.source)) return accepted(volume);
  return refused({
    from: 0,
    to: volume.source.length,
    reason: 'remote-no-bucket',
    message: 'The S3 volume names no bucket',
    help: 'Write `s3://BUCKET[/PREFIX]:/GUEST/PATH`.',
    smolvm: `s3 volume needs a bucket name: '${spec}'`,
  });
}

/** The volume as text, unless there is more wrong with it. */
function solved(volume: Volume): string | undefined {
  const { source, target } = volume;
  if (target === '/' || /[ ']/.test(target) || source.includes("'")) return undefined;
  const named = source.startsWith('s3://') ? hasBucket(source) : hasRemotePath(source);
  return named ? formatVolume(volume) : undefined;
}

function hasBucket(source: string): boolean {
  return /[^/]/.test(source.slice('s3://'.length));
}

/** Colons inside double quotes are part of an option's value. */
function hasRemotePath(source: string): boolean {
  const unquoted = source.slice(1).replaceAll(/"[^"]*(?:"|$)/g, '');
  return unquoted.includes(':');
}
