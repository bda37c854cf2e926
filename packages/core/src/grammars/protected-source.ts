import type { Release } from '../release/index.ts';

export type HostPlatform = 'linux' | 'macos' | 'windows';

/** What releases protect beside what all of them do, in `schemas/grammars.json`. */
export interface ProtectedOptions {
  readonly linux: readonly string[];
  readonly windows: boolean;
  /** What `--allow-system-mounts` lets through on Linux, with everything below. */
  readonly liftable: readonly string[];
}

interface Protected {
  /** Only the directory itself. */
  readonly exact: readonly string[];
  /** The directory and everything below. */
  readonly subtree: readonly string[];
}

const UNIX: Readonly<Record<'linux' | 'macos', Protected>> = {
  linux: {
    exact: ['/', '/var'],
    subtree: [
      '/var/run',
      '/var/log',
      '/etc',
      '/usr',
      '/bin',
      '/sbin',
      '/lib',
      '/proc',
      '/sys',
      '/dev',
      '/run',
    ],
  },
  macos: {
    exact: ['/', '/private/var'],
    subtree: [
      '/private/var/run',
      '/private/var/log',
      '/private/etc',
      '/usr',
      '/bin',
      '/sbin',
      '/lib',
      '/System',
      '/Library',
    ],
  },
};

const WINDOWS: Protected = {
  exact: ['c:'],
  subtree: ['c:/windows', 'c:/program files', 'c:/program files (x86)', 'c:/programdata'],
};

/**
 * The protected directory that makes smolvm refuse a source, or `undefined` (facts 4.2). Releases
 * differ in some.
 * @param canonicalPath absolute, with every symbolic link resolved, as smolvm compares it
 */
export function protectedSource(
  canonicalPath: string,
  platform: HostPlatform,
  release: Release,
): string | undefined {
  const { windows, linux } = release.grammar<ProtectedOptions>('protected-source');
  if (platform === 'windows') {
    return windows ? match(windowsKey(canonicalPath), WINDOWS) : undefined;
  }
  const { exact, subtree } = UNIX[platform];
  const more = platform === 'linux' ? linux : [];
  return match(unixKey(canonicalPath), { exact, subtree: [...subtree, ...more] });
}

/** What is wrong with a mount of a protected folder that `--allow-system-mounts` may let through. */
export type SystemMountProblem = 'never' | 'writable' | 'target';

/**
 * Whether `--allow-system-mounts` lets a protected folder of a Linux host be mounted: some of them, read-only and at
 * `/host` or below (values 22).
 *
 * @param canonicalPath as for {@link protectedSource}.
 * @returns what is in the way, or undefined.
 */
export function systemMountProblem(
  canonicalPath: string,
  { target, readOnly }: { readonly target: string; readonly readOnly: boolean },
  release: Release,
): SystemMountProblem | undefined {
  const { liftable } = release.grammar<ProtectedOptions>('protected-source');
  if (match(unixKey(canonicalPath), { exact: [], subtree: liftable }) === undefined) return 'never';
  if (!readOnly) return 'writable';
  const [first, ...below] = target.split('/').filter((part) => part !== '' && part !== '.');
  return target.startsWith('/') && first === 'host' && !below.includes('..') ? undefined : 'target';
}

function match(path: string, { exact, subtree }: Protected): string | undefined {
  return (
    exact.find((directory) => path === directory) ??
    subtree.find((directory) => path === directory || path.startsWith(`${directory}/`))
  );
}

function unixKey(path: string): string {
  const key = path.replaceAll(/\/+/g, '/');
  return key.length > 1 && key.endsWith('/') ? key.slice(0, -1) : key;
}

/** Rust's `canonicalize` puts `\\?\` in front; NTFS does not tell case apart. */
function windowsKey(path: string): string {
  const key = path
    .replace(/^\\\\\?\\/, '')
    .replaceAll(/[\\/]+/g, '/')
    .toLowerCase();
  return key.endsWith('/') ? key.slice(0, -1) : key;
}
