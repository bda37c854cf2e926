/** What differs between a machine and the Smolfile it came from, as far as `machine ls --json` shows it. Pure. */
import { isRecord, type Machine } from './machines.ts';

/** One value of a machine that its file would no longer give. */
export interface Drift {
  /** As in the merged configuration: `cpus`, `restart.policy`. */
  readonly key: string;
  /** As text for people. */
  readonly machine: string;
  readonly file: string;
}

/** How a value of the merged configuration of `create` shows in the list (facts 6). */
interface Compared {
  readonly key: string;
  readonly listed: string;
  /** What the list would show for a value of the file. */
  readonly shown?: (value: unknown) => unknown;
  /** What the merged configuration leaves out: keys newer than 1.2.0 where they say nothing. */
  readonly otherwise?: unknown;
}

const COMPARED: readonly Compared[] = [
  { key: 'image', listed: 'image' },
  { key: 'entrypoint', listed: 'entrypoint' },
  { key: 'cmd', listed: 'cmd' },
  { key: 'cpus', listed: 'cpus' },
  { key: 'memory', listed: 'memory_mib' },
  { key: 'net', listed: 'network' },
  { key: 'gpu', listed: 'gpu' },
  { key: 'cuda', listed: 'cuda', otherwise: false },
  { key: 'forkable', listed: 'forkable', otherwise: false },
  { key: 'fork_pool_size', listed: 'cuda_fork_pool_size', otherwise: null },
  { key: 'cuda_vram_limit_mib', listed: 'cuda_vram_limit_mib', otherwise: null },
  { key: 'gpu_vram', listed: 'gpu_vram_mib' },
  { key: 'storage', listed: 'storage_gb' },
  { key: 'overlay', listed: 'overlay_gb' },
  { key: 'ports', listed: 'ports', shown: count },
  { key: 'volumes', listed: 'mounts', shown: count },
  { key: 'restart.policy', listed: 'restart_policy' },
  { key: 'restart.max_retries', listed: 'restart_max_retries' },
  { key: 'health.exec', listed: 'health_cmd', shown: healthCommand },
  { key: 'health.interval_secs', listed: 'health_interval_secs' },
  { key: 'health.timeout_secs', listed: 'health_timeout_secs' },
  { key: 'health.retries', listed: 'health_retries' },
  { key: 'health.startup_grace_secs', listed: 'health_startup_grace_secs' },
];

/**
 * Compares a machine with what its file would make today.
 *
 * @param config the merged configuration for `create`, as `smolfile/resolve` answers it.
 * @returns the differences that can be seen. A value that only one side knows of is not compared, and an image's
 * own command, which smolvm writes into a machine that has none at its first start, is no difference; nor is one
 * between two credentials, which are masked on both sides.
 */
export function driftOf({ facts }: Machine, config: unknown): Drift[] {
  const adopted = isEmptyList(valueAt(config, 'entrypoint')) && isEmptyList(valueAt(config, 'cmd'));
  if (!isRecord(config)) return [];
  return COMPARED.flatMap(({ key, listed, shown, otherwise }) => {
    if (!(listed in facts)) return [];
    if (adopted && (key === 'entrypoint' || key === 'cmd')) return [];
    const found = valueAt(config, key);
    const raw = found === undefined ? otherwise : found;
    if (raw === undefined) return [];
    const file = shown ? shown(raw) : raw;
    const machine = facts[listed];
    // A disk or VRAM that the file leaves to smolvm may be listed with the size that smolvm chose.
    if (found === null && machine !== null && !shown) return [];
    return sameValue(machine, file) ? [] : [{ key, machine: textOf(machine), file: textOf(file) }];
  });
}

function valueAt(config: unknown, path: string): unknown {
  let value = config;
  for (const name of path.split('.')) value = isRecord(value) ? value[name] : undefined;
  return value;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function count(value: unknown): unknown {
  return Array.isArray(value) ? value.length : value;
}

/** `["sh", "-c", X]` is listed as X, anything else with spaces between its words, no check as null. */
function healthCommand(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  if (value.length === 0) return null;
  return value.length === 3 && value[0] === 'sh' && value[1] === '-c' ? String(value[2]) : value.join(' ');
}

/** An integer too large for JavaScript arrives as text; lists are compared in order. */
function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, index) => sameValue(each, b[index]));
  }
  return a === b || (typeof a === 'number' && typeof b === 'string' && String(a) === b);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return 'not set';
  if (Array.isArray(value) && value.length === 0) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
