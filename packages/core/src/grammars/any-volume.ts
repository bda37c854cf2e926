/** Everything that an entry of `volumes` can be: a folder of the host, a remote store, or a disk of the machine. */
import type { Command } from '../model/diagnostic.ts';
import type { Release } from '../release/index.ts';
import { UNREADABLE, type Grammar } from './grammar.ts';
import { isRcloneRemote, parseRemoteVolume, remoteKinds } from './remote-volume.ts';
import { accepted, refused, shown, type Parsed } from './result.ts';
import { formatVolume, parseVolume, type Volume, type VolumeOptions } from './volume.ts';

/** One entry, by what smolvm takes it for. */
export type AnyVolume =
  | { readonly kind: 'host' | 'remote'; readonly volume: Volume }
  /** An absolute path of the guest alone: a disk of the machine's own, mounted there (values 22). */
  | { readonly kind: 'disk'; readonly target: string };

/**
 * Reads an entry of `volumes` or `--volume` as a command of a release does: remote stores first, then a path of the
 * guest alone, then a folder of the host (facts 4.2, values 22).
 */
export function parseAnyVolume(spec: string, release: Release, command: Command): Parsed<AnyVolume> {
  const kinds = remoteKinds(release, command);
  if (kinds.length > 0) {
    if (isRcloneRemote(spec) && !kinds.includes('rclone')) return refused(noRclone(spec));
    const remote = parseRemoteVolume(spec);
    if (remote) return remote.ok ? accepted({ kind: 'remote', volume: remote.value }) : remote;
  }
  const { guestPathAlone } = release.grammar<VolumeOptions>('volume');
  if (guestPathAlone && spec.startsWith('/') && !spec.includes(':')) return parseDisk(spec);
  const parsed = parseVolume(spec, release);
  return parsed.ok ? accepted({ kind: 'host', volume: parsed.value }) : parsed;
}

/** Whether commands, or releases, may take an entry for different things: all take any other one alike. */
export function mayBeRemote(spec: string): boolean {
  return isRcloneRemote(spec) || parseRemoteVolume(spec) !== undefined;
}

function noRclone(spec: string): ReturnType<typeof problem> {
  return problem(
    spec,
    'remote-rclone',
    `${shown(spec)} is a remote of rclone, which smolvm no longer mounts`,
    'Use a bucket: `s3://BUCKET/PREFIX:/GUEST/PATH`.',
    `'${spec}' is an rclone remote, which is no longer supported; use an S3 URL instead, e.g. 's3://bucket/prefix:/guest/path'`,
  );
}

/** Folders of the guest that smolvm keeps for itself (values 22). */
const MANAGED = ['/proc', '/sys', '/dev', '/storage'];

function parseDisk(spec: string): Parsed<AnyVolume> {
  const parts = spec.split('/').filter((part) => part !== '');
  const target = `/${parts.join('/')}`;
  if (parts.length === 0) {
    const text = "a disk volume cannot be mounted at '/'";
    return refused(
      problem(
        spec,
        'disk-root',
        'A disk cannot be mounted at `/`',
        'Mount it below, for example at `/data`.',
        text,
      ),
    );
  }
  if (parts.some((part) => part === '.' || part === '..')) {
    const text = `disk volume path must not contain '.' or '..': '${spec}'`;
    return refused(
      problem(
        spec,
        'disk-dots',
        `The path ${shown(spec)} has \`.\` or \`..\` in it`,
        'Write the path without them.',
        text,
      ),
    );
  }
  const managed = MANAGED.find((folder) => target === folder || target.startsWith(`${folder}/`));
  if (managed !== undefined) {
    const text = `disk volume path '${target}' is inside ${managed}, which smolvm manages`;
    return refused(
      problem(
        spec,
        'disk-managed',
        `${shown(target)} is inside ${managed}, which smolvm manages`,
        'Choose another path, for example `/data`.',
        text,
      ),
    );
  }
  return accepted({ kind: 'disk', target });
}

function problem(spec: string, reason: string, message: string, help: string, smolvm: string) {
  return { from: 0, to: spec.length, reason, message, help, smolvm };
}

/** A list for each kind of volume. */
export const volumeGrammar: Grammar = {
  name: 'volume',
  lists: ['staged_volumes', 'disk_volumes', 'remote_volumes'],
  parse: (text, { release, command }) => parseAnyVolume(text, release, command),
  read(text, { release, command, host }) {
    const parsed = parseAnyVolume(text, release, command);
    if (!parsed.ok) return UNREADABLE;
    if (parsed.value.kind === 'disk')
      return { values: [{ value: parsed.value.target, written: parsed.value.target, list: 'disk_volumes' }] };
    const { kind, volume } = parsed.value;
    const { source, target, readOnly, staged } = volume;
    if (kind === 'remote') {
      const value = { source, target, read_only: readOnly };
      return { values: [{ value, written: formatVolume(volume), list: 'remote_volumes' }] };
    }
    const from = host?.inspect(source).canonical ?? source;
    return staged
      ? { values: [{ value: [from, target], written: text, list: 'staged_volumes' }] }
      : { values: [{ value: [from, target, readOnly], written: text }] };
  },
  display(value) {
    if (typeof value === 'string') return value;
    if (!Array.isArray(value)) return undefined;
    const [source, target, readOnly] = value as unknown as readonly [string, string, boolean?];
    return `${source} -> ${target}${readOnly === true ? ' (read-only)' : ''}`;
  },
  parts(text, { release, command }) {
    const mode = /:(ro|rw|staged)$/.exec(text);
    const isMode = mode && parseAnyVolume(text, release, command).ok;
    return isMode ? [[text.length - mode[1]!.length, text.length, 'mode']] : [];
  },
};
