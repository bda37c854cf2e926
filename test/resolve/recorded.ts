import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parseSmolfile, releaseAt, type Command, type Release } from '@smolfile/core';
import { relativeToDirectory, resolve, type Resolution } from '../../packages/core/src/resolve/index.ts';
import type { ResolveOptions } from '../../packages/core/src/resolve/index.ts';
import { flagValuesFor } from '../../packages/core/src/schema/index.ts';
import { host, type Vector } from '../conformance/vectors.ts';

/** What stood on the command line beside the recorded arguments (conformance/README.md). */
const GIVEN = { create: ['name', 'smolfile'], run: ['smolfile'], pack: ['output', 'smolfile'] } as const;

/** The environment of the recording, as far as anybody may know it. */
export const environment = new Set(['PATH', 'HOST_TOKEN', 'HOST_DB_URL', 'EMPTY']);

/** Where the recording took place. */
export const CWD = '/work';

/** Resolves what a vector recorded, on the host it was recorded on. */
export function resolveVector(
  vector: Vector,
  smolvm: string,
  options: Partial<ResolveOptions> = {},
): Resolution {
  return resolve(parseSmolfile(vector.smolfile), {
    command: vector.command,
    smolvm,
    flags: vector.args,
    given: GIVEN[vector.command],
    host,
    environment,
    showValues: true,
    ...options,
  });
}

/** A configuration as the vectors have it, for comparing: they were recorded without what only flags give. */
export function normalised(resolution: Resolution): unknown {
  if (!resolution.accepted) return undefined;
  return relativeToDirectory(recordedOf(resolution.config, resolution.command, resolution.release), CWD);
}

function recordedOf<Value>(
  config: Readonly<Record<string, Value>>,
  command: Command,
  release: Release,
): Readonly<Record<string, Value>> {
  const unrecorded = new Set(flagValuesFor(command, release).map(({ name }) => name));
  return Object.fromEntries(Object.entries(config).filter(([name]) => !unrecorded.has(name)));
}

const file = new URL('../conformance/vectors.jsonl', import.meta.url);

/** Whole numbers beyond 2^53 in the order in which a vector has them: JSON's reader rounds them. */
const LARGE = /(?<=:\s*)[0-9]{16,}(?=[,}\]])/g;

/** The recorded configurations by vector, exact to the last digit. */
export const configs: ReadonlyMap<string, unknown> = new Map(
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { id, config } = JSON.parse(line.replaceAll(LARGE, '"bigint:$&"')) as {
        id: string;
        config?: unknown;
      };
      return [id, revive(config)];
    }),
);

function revive(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('bigint:') ? BigInt(value.slice(7)) : value;
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revive(one)]));
}

/** What differs from the record, or undefined where nothing does. */
export function differenceFrom(vector: Vector, resolution: Resolution): string | undefined {
  return difference(
    vector,
    resolution.accepted ? { accepted: true, config: normalised(resolution) } : resolution,
  );
}

/** The same of a resolution that another program printed. */
export function differenceOfPrinted(
  vector: Vector,
  smolvm: string,
  { accepted, error, config = {} }: Printed,
): string | undefined {
  if (!accepted) return difference(vector, { accepted, error: error! });
  const release = releaseAt(smolvm)!;
  return difference(vector, { accepted, config: recordedOf(config, vector.command, release) });
}

/** What `smolfile resolve --format json` prints, run where the recording took place. */
interface Printed {
  readonly accepted: boolean;
  readonly error?: Refusal;
  readonly config?: Readonly<Record<string, unknown>>;
}

interface Refusal {
  readonly stage: string | null;
  readonly code: string;
  readonly message: string;
}

function difference(
  vector: Vector,
  resolution:
    | { readonly accepted: false; readonly error: Refusal }
    | { readonly accepted: true; readonly config: unknown },
): string | undefined {
  if (!resolution.accepted) {
    const { stage, code, message } = resolution.error;
    if (vector.accept) return `accepted by smolvm, but: ${stage} ${code}: ${message}`;
    const expected = vector.error?.stage;
    return stage === expected
      ? undefined
      : `refused at ${expected} (${vector.error?.message}), but: ${stage} ${code}`;
  }
  if (!vector.accept) return `refused at ${vector.error?.stage}: ${vector.error?.message}`;
  const { config } = resolution;
  const expected = configs.get(vector.id);
  return isDeepStrictEqual(config, expected) ? undefined : differingKeys(config, expected);
}

function differingKeys(one: unknown, other: unknown): string {
  const [a, b] = [one, other] as Record<string, unknown>[];
  const keys = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return Array.from(keys)
    .filter((key) => !isDeepStrictEqual(a?.[key], b?.[key]))
    .map((key) => `${key}: ${show(a?.[key])} instead of ${show(b?.[key])}`)
    .join('; ');
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one)) ?? 'nothing';
}
