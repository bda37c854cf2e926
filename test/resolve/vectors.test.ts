import { describe, expect, test } from 'vitest';
import { cases } from '../conformance/vectors.ts';
import { DIFFERENCES } from './differences.ts';
import { differenceFrom, resolveVector } from './recorded.ts';

const outcomes = cases.map(({ vector, version }) => ({
  id: `${vector.id}@${version}`,
  vector,
  difference: differenceFrom(vector, resolveVector(vector, version)),
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
