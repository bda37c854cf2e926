import { posix } from 'node:path';
import { classifyImage, type Command } from '@smolfile/core';
import { HOST_VALUES } from '../case-host.ts';
import { told } from './facts.ts';
import type { Facts } from './tables.ts';

/** Names that a boot configuration never shows, though a record does. */
const NOT_AT_BOOT = new Set(
  [
    ['image', 'entrypoint', 'cmd', 'env', 'workdir', 'user', 'init', 'secrets', 'remote_volumes', 'labels'],
    ['restart.policy', 'restart.max_retries', 'restart.max_backoff_secs', 'stop_on_exit', 'stop_signal'],
    ['health.exec', 'health.interval_secs', 'health.timeout_secs', 'health.retries', 'stop_timeout'],
    ['health.startup_grace_secs', 'forkable', 'fork_pool_size', 'cuda_vram_limit_mib', 'disks', 'cache_disk'],
  ].flat(),
);

/** What the toolkit's `config` says, as far as smolvm's side could show it. */
export function factsOfToolkit(
  command: Command,
  config: Readonly<Record<string, unknown>>,
  program: Facts,
): Facts {
  const {
    allow_hosts: names,
    allow_host_patterns: patterns,
    allow_cidrs: cidrs,
    block_private: blocks,
    allow_private: exceptions,
    restart,
    health,
    env,
    image,
    ...rest
  } = config;
  const hosts = [...((names ?? []) as string[]), ...((patterns ?? []) as string[]).map(storedPattern)];
  const {
    policy,
    max_retries: retries,
    max_backoff_secs: backoff,
  } = (restart ?? {}) as Record<string, unknown>;
  const facts: Facts = {
    ...rest,
    hosts: withRegistry(command, hosts, { image, stored: program['hosts'] }).toSorted(),
    // smolvm stores no exceptions as an empty list, and what is empty is left out of a vector
    block_private: (exceptions as readonly string[] | undefined)?.length ? blocks : undefined,
    allow_private: exceptions,
    image: typeof image === 'string' ? storedAs(image, program['image']) : image,
    allow_cidrs: ((cidrs ?? []) as unknown[]).map(addressOf),
    env: ((env ?? []) as readonly (readonly [string, unknown])[]).map(([name, value]) => [
      name,
      valueOf(value),
    ]),
    'restart.policy': policy,
    'restart.max_retries': retries,
    'restart.max_backoff_secs': backoff,
    ...Object.fromEntries(
      Object.entries((health ?? {}) as Facts).map(([name, value]) => [`health.${name}`, value]),
    ),
  };
  if (command === 'create') return told(facts);
  return told(Object.fromEntries(Object.entries(facts).filter(([name]) => !NOT_AT_BOOT.has(name))));
}

function storedPattern(pattern: string): string {
  return pattern.startsWith('*.') || pattern.startsWith('=') ? pattern : `=${pattern}`;
}

/** Where images come from. */
const REGISTRY =
  /^(?:docker\.(?:io|com)|(?:[a-z]+\.)?(?:ghcr|quay|gcr)\.io|githubusercontent\.com|localhost|.*registry.*)$/;

/** `run` lets the image's registry through as well, with hosts that are no setting of anybody's. */
function withRegistry(
  command: Command,
  hosts: readonly string[],
  { image, stored }: { readonly image: unknown; readonly stored: unknown },
): string[] {
  if (command !== 'run' || hosts.length === 0) return [...hosts];
  const [registry] = typeof image === 'string' ? image.split('/') : [];
  const added = ((stored ?? []) as readonly string[]).filter(
    (host) => (REGISTRY.test(host) || host === registry) && !hosts.includes(host),
  );
  return [...hosts, ...added];
}

function valueOf(value: unknown): unknown {
  const name = (value as { readonly fromHost?: string } | null)?.fromHost;
  return name === undefined ? value : (HOST_VALUES[name] ?? '');
}

/** smolvm looks a host up at once; here there is one name that any host knows. */
function addressOf(value: unknown): unknown {
  return (value as { readonly fromDns?: string }).fromDns === 'localhost' ? '127.0.0.1/32' : value;
}

/** The path of a directory, and the digest of an archive; older releases have what was written. */
const DIRECTORY = 'local-dir:';
const ARCHIVE = 'local:';

/** An image as smolvm stores it: `stored` says whether it is as it is written. */
export function storedAs(written: string, stored: unknown): string {
  const kind = classifyImage(written);
  if (typeof stored !== 'string' || kind === 'registry') return written;
  if (stored.startsWith(ARCHIVE)) return stored;
  if (!stored.startsWith(DIRECTORY)) return written;
  const path = posix.normalize(written).replace(/(?<=.)\/$/, '');
  return DIRECTORY + (/^[./~]/.test(path) ? path : `./${path}`);
}
