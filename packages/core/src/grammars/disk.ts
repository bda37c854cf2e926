import type { Grammar, ReadingAt } from './grammar.ts';
import { UNREADABLE } from './grammar.ts';
import { accepted, refused, shown, type Parsed } from './result.ts';

/** A disk image or block device of `--disk` (values 18). */
export interface Disk {
  readonly path: string;
  readonly readOnly: boolean;
}

/**
 * Reads `PATH[:ro|:rw]`. What the path is on the host is looked at only where the host is known.
 *
 * @returns why smolvm refuses it, its text after `attach disk: `.
 */
export function parseDisk(spec: string, host?: ReadingAt['host']): Parsed<Disk> {
  const mode = /:r[ow]$/.exec(spec);
  const path = mode ? spec.slice(0, mode.index) : spec;
  const problem = (reason: string, message: string, help: string, smolvm: string) =>
    refused({ reason, message, help, from: 0, to: path.length, smolvm });
  if (path === '')
    return problem(
      'disk-empty',
      'The path of the disk is empty',
      'Write the path of an image.',
      'disk path is empty',
    );
  if (!path.startsWith('/')) {
    const text = 'disk path must be absolute (the VM is launched from a different working directory)';
    return problem('disk-relative', `The path ${shown(path)} is not absolute`, 'Start it with `/`.', text);
  }
  const { kind, isBlockDevice } = host?.inspect(path) ?? {};
  if (kind === 'missing') {
    const text = 'cannot stat disk (No such file or directory (os error 2))';
    return problem(
      'disk-missing',
      `There is no ${shown(path)} here`,
      'Write the path of an image that exists.',
      text,
    );
  }
  if (kind === 'directory')
    return problem(
      'disk-folder',
      `${shown(path)} is a directory`,
      'Write the path of an image.',
      'is a directory, not a disk',
    );
  if (kind === 'other' && isBlockDevice === false)
    return problem(
      'disk-other',
      `${shown(path)} is neither a file nor a block device`,
      'Write the path of an image or of a block device.',
      'must be a regular file or a block device',
    );
  return accepted({ path, readOnly: mode?.[0] === ':ro' });
}

/** A disk image that each machine gets a copy of (values 18). */
export interface CacheDisk {
  readonly base: string;
  readonly mountPath: string;
}

/** Folders of the guest at and below which no cache disk can be mounted. */
const MANAGED = ['/proc', '/sys', '/dev', '/run', '/storage', '/workspace'];

/** Reads `BASE:/PATH`, split at the last colon; the base is looked at first. */
export function parseCacheDisk(spec: string, host?: ReadingAt['host']): Parsed<CacheDisk> {
  const colon = spec.lastIndexOf(':');
  const base = spec.slice(0, Math.max(colon, 0));
  const path = spec.slice(colon + 1);
  const problem = (from: number, to: number, message: string, help: string, smolvm: string) =>
    refused({ reason: 'cache-disk', message, help, from, to, smolvm });
  const shape = 'Write `BASE:/GUEST/PATH`, both absolute.';
  if (colon < 0)
    return problem(
      0,
      spec.length,
      `${shown(spec)} has no guest path`,
      shape,
      `${spec}: expected BASE:/guest/path`,
    );
  if (!base.startsWith('/')) {
    const text = `${base}: cache base must be an absolute path (the VM is launched from a different working directory)`;
    return problem(0, colon, `The base ${shown(base)} is not absolute`, shape, text);
  }
  const kind = host?.inspect(base).kind;
  if (kind === 'missing') {
    const text = `${base}: cannot stat cache base (No such file or directory (os error 2))`;
    return problem(
      0,
      colon,
      `There is no ${shown(base)} here`,
      'Write the path of an image that exists.',
      text,
    );
  }
  if (kind === 'directory' || kind === 'other') {
    const text = `${base}: cache base must be a regular file (a disk image)`;
    return problem(0, colon, `${shown(base)} is no file`, 'Write the path of an image.', text);
  }
  const at = [colon + 1, spec.length] as const;
  if (!path.startsWith('/'))
    return problem(
      ...at,
      `The guest path ${shown(path)} is not absolute`,
      shape,
      `${JSON.stringify(path)}: cache mount path must be an absolute guest path`,
    );
  const mountPath = path.replace(/\/+$/, '') || '/';
  if (mountPath === '/')
    return problem(
      ...at,
      'A cache disk cannot be mounted at `/`',
      'Mount it below, for example at `/cache`.',
      "cache disk cannot be mounted over the guest's root",
    );
  const managed = MANAGED.find((folder) => mountPath === folder || mountPath.startsWith(`${folder}/`));
  if (managed !== undefined)
    return problem(
      ...at,
      `${shown(mountPath)} is at or below ${managed}, which smolvm manages`,
      'Choose another path, for example `/cache`.',
      `${mountPath}: cache disk cannot be mounted at or under ${managed}`,
    );
  return accepted({ base, mountPath });
}

export const diskGrammar: Grammar = {
  name: 'disk',
  parse: (text, { host }) => parseDisk(text, host),
  read(text) {
    const parsed = parseDisk(text);
    if (!parsed.ok) return UNREADABLE;
    return {
      values: [{ value: { path: parsed.value.path, read_only: parsed.value.readOnly }, written: text }],
    };
  },
};

export const cacheDiskGrammar: Grammar = {
  name: 'cache-disk',
  parse: (text, { host }) => parseCacheDisk(text, host),
  read(text) {
    const parsed = parseCacheDisk(text);
    if (!parsed.ok) return UNREADABLE;
    return {
      values: [{ value: { base: parsed.value.base, mount_path: parsed.value.mountPath }, written: text }],
    };
  },
};
