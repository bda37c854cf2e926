import { posix } from 'node:path';
import { classifyImage, registryHosts, type Command, type Release } from '@smolfile/core';
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
  release: Release,
): Facts {
  const {
    allow_hosts: names,
    allow_host_patterns: patterns,
    allow_cidrs: cidrs,
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
    // without exceptions it is an empty list on smolvm's side, which is left out
    block_private: isEmpty(config['allow_private']) ? undefined : rest['block_private'],
    ...(hosts.length > 0 && { hosts: withRegistry(command, hosts, image, release).toSorted() }),
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

function isEmpty(list: unknown): boolean {
  return !Array.isArray(list) || list.length === 0;
}

function storedPattern(pattern: string): string {
  return pattern.startsWith('*.') || pattern.startsWith('=') ? pattern : `=${pattern}`;
}

/** `run` lets the image's registry through as well. */
function withRegistry(
  command: Command,
  hosts: readonly string[],
  image: unknown,
  release: Release,
): string[] {
  const registry =
    command === 'run' && typeof image === 'string' && image !== '' ? registryHosts(image, release) : [];
  return [...hosts, ...registry.filter((host) => !hosts.includes(host))];
}

function valueOf(value: unknown): unknown {
  const name = (value as { readonly fromHost?: string } | null)?.fromHost;
  return name === undefined ? value : (HOST_VALUES[name] ?? '');
}

/** smolvm looks a host up at once; here there is one name that any host knows. */
function addressOf(value: unknown): unknown {
  return (value as { readonly fromDns?: string }).fromDns === 'localhost' ? '127.0.0.1/32' : value;
}

/** The record has the path of a directory and the digest of an archive; older ones what was written. */
const DIRECTORY = 'local-dir:';
const ARCHIVE = 'local:';

function storedAs(written: string, stored: unknown): string {
  const kind = classifyImage(written);
  if (typeof stored !== 'string' || kind === 'registry') return written;
  if (stored.startsWith(ARCHIVE) && kind !== 'local-path') return stored;
  if (!stored.startsWith(DIRECTORY)) return written;
  const path = posix.normalize(written).replace(/(?<=.)\/$/, '');
  return DIRECTORY + (/^[./~]/.test(path) ? path : `./${path}`);
}
