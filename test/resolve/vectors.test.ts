import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { cases, type Vector } from '../conformance/vectors.ts';
import { DIFFERENCES } from './differences.ts';
import { configs, normalised, resolveVector } from './recorded.ts';

/** What differs from the record, or undefined where nothing does. */
function difference(vector: Vector, version: string): string | undefined {
  const resolution = resolveVector(vector, version);
  if (!resolution.accepted) {
    const { stage, code, message } = resolution.error;
    if (vector.accept) return `accepted by smolvm, but: ${stage} ${code}: ${message}`;
    const expected = vector.error?.stage;
    return stage === expected
      ? undefined
      : `refused at ${expected} (${vector.error?.message}), but: ${stage} ${code}`;
  }
  if (!vector.accept) return `refused at ${vector.error?.stage}: ${vector.error?.message}`;
  const config = normalised(resolution);
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

const outcomes = cases.map(({ vector, version }) => ({
  id: `${vector.id}@${version}`,
  vector,
  difference: difference(vector, version),
}));

describe('everything that was recorded', () => {
  test('is there to be compared', () => {
    expect(outcomes.length).toBeGreaterThan(4500);
    expect(outcomes.filter(({ vector }) => vector.args.length > 0).length).toBeGreaterThan(1000);
  });

  test.for(['create', 'run', 'pack'] as const)('comes out as smolvm had it: %s', (command) => {
    const own = outcomes.filter(({ vector, id }) => vector.command === command && !(id in DIFFERENCES));
    const found = own.filter((outcome) => outcome.difference !== undefined);
    expect(Object.fromEntries(found.map((outcome) => [outcome.id, outcome.difference]))).toEqual({});
  });

  test('has no difference listed that is none', () => {
    const agreeing = new Set(
      outcomes.filter((outcome) => outcome.difference === undefined).map(({ id }) => id),
    );
    expect(Object.keys(DIFFERENCES).filter((id) => agreeing.has(id))).toEqual([]);
    expect(Object.keys(DIFFERENCES).filter((id) => !outcomes.some((outcome) => outcome.id === id))).toEqual(
      [],
    );
  });
});
