import { lint, parseSmolfile } from '@smolfile/core';
import { expect, test } from 'vitest';
import { DIFFERENCES } from './lint-differences.ts';
import { cases, host, type Vector } from './vectors.ts';
import { verdictDifference } from './verdict.ts';

function compare(vector: Vector, version: string) {
  const document = parseSmolfile(vector.smolfile);
  const { diagnostics } = lint(document, { commands: [vector.command], smolvm: version, host });
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, stage, range }) => ({
      code,
      message,
      stage,
      ...document.lines.positionAt(range.start),
    }));
  return { id: `${vector.id}@${version}`, difference: verdictDifference(vector, errors) };
}

const outcomes = cases
  .filter(({ vector }) => vector.args.length === 0)
  .map(({ vector, version }) => compare(vector, version));

test('there is something to compare', () => {
  expect(outcomes.length).toBeGreaterThan(3000);
});

test('every recorded file without flags gets the verdict of smolvm', () => {
  const found = Object.fromEntries(
    outcomes.flatMap(({ id, difference }) =>
      difference === undefined || id in DIFFERENCES ? [] : [[id, difference]],
    ),
  );
  expect(found).toEqual({});
});

test('every listed difference is one', () => {
  const agreeing = new Set(outcomes.filter(({ difference }) => difference === undefined).map(({ id }) => id));
  expect(Object.keys(DIFFERENCES).filter((id) => agreeing.has(id))).toEqual([]);
});

test('what smolvm refuses is never called out at a later stage only', () => {
  expect(Object.keys(DIFFERENCES).filter((id) => !outcomes.some((outcome) => outcome.id === id))).toEqual([]);
});
