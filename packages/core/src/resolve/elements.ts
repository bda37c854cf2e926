import type { HostFileSystem } from '../model/host.ts';
import { keyByPath, type KeySchema } from '../schema/index.ts';
import {
  grammarOf,
  parseSecretFlag,
  parseUnsigned,
  rustTrim,
  U64_MAX,
  withinNumber,
  type SecretRef,
} from '../grammars/index.ts';
import type { Release } from '../release/index.ts';
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
  /** The list of the configuration that it belongs to, where that is not its key's own: `udp_ports`. */
  readonly list?: string;
}

/** A contribution that smolvm drops before any merging. */
export interface DroppedContribution {
  readonly contribution: Contribution;
  readonly reason: string;
}

/** Makes values of one contribution to a key, mostly one, or says why smolvm drops it. */
export function convert(
  key: KeySchema,
  trim: boolean,
  contribution: Contribution,
  around: Surroundings,
): readonly Element[] | DroppedContribution {
  const { value, entry } = contribution;
  if (key.type === 'map' && !key.byFlags) return convertSecret(contribution);
  if (entry || typeof value !== 'string') {
    const converted = typeof value === 'bigint' ? withinNumber(value) : value;
    return [{ ...contribution, converted, written: String(value) }];
  }
  if (key.type === 'integer') {
    const number = parseUnsigned(value, U64_MAX);
    return number === undefined
      ? { contribution, reason: 'smolvm cannot read it' }
      : [{ ...contribution, converted: withinNumber(number), written: value }];
  }
  const written = trim ? rustTrim(value) : value;
  const grammar = grammarOf(key);
  const { command, release, host, environment } = around;
  const flag = contribution.layer.startsWith('--') ? contribution.layer.slice(2) : undefined;
  const reading = grammar.read?.(written, { command, release, flag, host, environment }) ?? {
    values: [{ value: written, written }],
  };
  if ('drop' in reading)
    return { contribution, reason: reading.drop + fallbackText(key, contribution, release) };
  return reading.values.map(({ value: converted, written: text, list }) => ({
    ...contribution,
    converted,
    written: text,
    ...(list !== undefined && { list }),
  }));
}

/** What smolvm takes in place of a value that counts as absent. */
function fallbackText(key: KeySchema, { layer }: Contribution, release: Release): string {
  if (key.grammar !== 'duration') return '';
  const fallback = keyByPath(layer, release)?.default;
  return `, and silently takes ${typeof fallback === 'string' ? `its default of ${fallback}` : 'its own default'}`;
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
