import type { HostFileSystem } from '../model/host.ts';
import { keyAt, type KeySchema } from '../schema/index.ts';
import {
  formatPort,
  hasRemoteVolumes,
  parseCidr,
  parseDuration,
  parseEnvSpec,
  parseIp,
  parsePort,
  parsePortRange,
  parseRemoteVolume,
  parseRestartPolicy,
  parseSecretFlag,
  parseUnsigned,
  parseVolume,
  rustTrim,
  U64_MAX,
  type SecretRef,
} from '../values/index.ts';
import type { Contribution, Sources } from './contributions.ts';
import type { ConfigValue, HostEnvironment } from './resolution.ts';

/** What values depend on beside their text. */
export interface Surroundings extends Sources {
  readonly host: HostFileSystem | undefined;
  readonly environment: HostEnvironment | undefined;
}

/** A contribution that has become a value of the configuration. */
export interface Element extends Contribution {
  readonly converted: ConfigValue;
  /** As it was written, trimmed where smolvm trims; it can be written so again. */
  readonly written: string;
  /** A volume that is no directory of the host (facts 4.2, Δ v1.9.3). */
  readonly remote?: boolean;
}

/** A contribution that smolvm drops before any merging. */
export interface DroppedContribution {
  readonly contribution: Contribution;
  readonly reason: string;
}

type Conversion =
  | { readonly value: ConfigValue; readonly remote?: boolean }
  /** One text that stands for several values, each as it could be written alone. */
  | { readonly values: readonly { readonly value: ConfigValue; readonly written: string }[] }
  | { readonly drop: string };
type Convert = (text: string, contribution: Contribution, around: Surroundings) => Conversion;

const asText: Convert = (text) => ({ value: text });

/** How elements are read, by the grammar of their key; other text stays as it is. */
const CONVERT: Readonly<Record<string, Convert>> = {
  port: convertPort,
  volume: convertVolume,
  env: convertEnv,
  cidr: convertCidr,
  duration: convertDuration,
  'restart-policy': (text) => {
    const parsed = parseRestartPolicy(text);
    return parsed.ok ? { value: parsed.value } : unreadable;
  },
};

/** Only for values that smolvm refuses, which never get as far as a merge. */
const unreadable: Conversion = { drop: 'smolvm cannot read it' };

/** Makes values of one contribution to a key, mostly one, or says why smolvm drops it. */
export function convert(
  key: KeySchema,
  trim: boolean,
  contribution: Contribution,
  around: Surroundings,
): readonly Element[] | DroppedContribution {
  const { value, entry } = contribution;
  if (key.type === 'map') return convertSecret(contribution);
  if (entry || typeof value !== 'string') {
    const converted = typeof value === 'bigint' ? numberOf(value) : value;
    return [{ ...contribution, converted, written: String(value) }];
  }
  if (key.type === 'integer') {
    const number = parseUnsigned(value, U64_MAX);
    return number === undefined
      ? { contribution, reason: 'smolvm cannot read it' }
      : [{ ...contribution, converted: numberOf(number), written: value }];
  }
  const written = trim ? rustTrim(value) : value;
  const conversion = (CONVERT[key.grammar ?? ''] ?? asText)(written, contribution, around);
  if ('drop' in conversion) return { contribution, reason: conversion.drop };
  if ('values' in conversion) {
    return conversion.values.map((one) => ({ ...contribution, converted: one.value, written: one.written }));
  }
  const { value: converted, remote = false } = conversion;
  return [{ ...contribution, converted, written, ...(remote && { remote }) }];
}

/** A number, unless it would lose digits. */
export function numberOf(value: bigint): number | bigint {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

/** `[host, guest]`; newer versions expand ranges one to one (facts 4.1, 14). */
function convertPort(text: string, _contribution: Contribution, { release }: Surroundings): Conversion {
  const parsed = parsePort(text);
  if (parsed.ok) return { value: [parsed.value.host, parsed.value.guest] };
  const range = parsePortRange(text, release);
  if (!range) return unreadable;
  return {
    values: range.map((port) => ({ value: [port.host, port.guest], written: formatPort(port) })),
  };
}

/** Seconds (facts 4.6). */
function convertDuration(text: string, { layer }: Contribution, { release }: Surroundings): Conversion {
  const seconds = parseDuration(text, release);
  if (seconds !== undefined) return { value: numberOf(seconds) };
  const fallback = keyAt(layer.split('.'))?.default;
  const then = typeof fallback === 'string' ? `its default of ${fallback}` : 'its own default';
  return { drop: `smolvm cannot read this duration, and silently takes ${then}` };
}

/** Canonical host path, guest path, whether it is read-only (facts 4.2). */
function convertVolume(text: string, _contribution: Contribution, around: Surroundings): Conversion {
  const { command, release, host } = around;
  const remote = hasRemoteVolumes(release, command) ? parseRemoteVolume(text) : undefined;
  const parsed = remote ?? parseVolume(text, release);
  if (!parsed.ok) return unreadable;
  const { source, target, readOnly } = parsed.value;
  if (remote) return { value: [source, target, readOnly], remote: true };
  return { value: [host?.inspect(source).canonical ?? source, target, readOnly] };
}

/** Pairs; `pack` keeps the text, which it splits when the pack runs (facts 2.7, 4.4). */
function convertEnv(text: string, _contribution: Contribution, around: Surroundings): Conversion {
  if (around.command === 'pack') return { value: text };
  const spec = parseEnvSpec(text);
  if (spec.kind === 'pair') return { value: [spec.key, spec.value] };
  if (spec.kind === 'dropped') {
    const what = text === '' ? 'an empty entry' : 'an entry without a name before `=`';
    return { drop: `smolvm silently drops ${what}` };
  }
  if (around.environment?.has(spec.key) ?? true) return { value: [spec.key, { fromHost: spec.key }] };
  return {
    drop: `\`${spec.key}\` has no \`=\`, and is not set on this host, so that there is nothing to pass on`,
  };
}

/**
 * Ranges as smolvm stores them. `--allow-host` puts the addresses of its name there (facts 2.2), which only DNS knows:
 * of a name, the name is kept.
 */
function convertCidr(text: string, { layer }: Contribution): Conversion {
  if (layer === '--allow-host' && parseIp(text) === undefined) return { value: { fromDns: text } };
  const parsed = parseCidr(text);
  return parsed.ok ? { value: parsed.value.text } : unreadable;
}

function convertSecret(contribution: Contribution): readonly Element[] | DroppedContribution {
  const { layer, value, entry } = contribution;
  if (entry) return [{ ...contribution, converted: refOf(entry.ref), written: entry.name }];
  const parsed = parseSecretFlag(layer as '--secret-env' | '--secret-file', String(value));
  if (!parsed.ok) return { contribution, reason: 'smolvm cannot read it' };
  const { name, ref } = parsed.value;
  return [{ ...contribution, entry: { name, ref }, converted: refOf(ref), written: name }];
}

function refOf({ from_env, from_file }: SecretRef): ConfigValue {
  return { ...(from_env !== undefined && { from_env }), ...(from_file !== undefined && { from_file }) };
}
