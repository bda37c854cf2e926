import { readFileSync } from 'node:fs';
import { parseSmolfile } from '@smolfile/core';
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
  const unrecorded = new Set(flagValuesFor(resolution.command, resolution.release).map(({ name }) => name));
  const recorded = Object.entries(resolution.config).filter(([name]) => !unrecorded.has(name));
  return relativeToDirectory(Object.fromEntries(recorded), CWD);
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
