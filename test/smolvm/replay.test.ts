import { expect, test } from 'vitest';
import { DIFFERENCES } from './differences.ts';
import { replay } from './replay.ts';
import { countsTable, groupLines } from './table.ts';

const { tally, used, known } = replay();

test('there is something to compare, of every release whose program can be had', () => {
  console.log(`${countsTable(tally)}\n${known} cases fall under a known difference`);
  expect(tally.count().cases).toBeGreaterThan(25_000);
  expect(tally.releases.length).toBeGreaterThan(45);
});

test('what each release did at both ends of every range is what the toolkit says', () => {
  expect(groupLines(tally.ordered)).toBe('');
});

test('every known difference is still one', () => {
  expect(DIFFERENCES.filter((one) => !used.has(one)).map(({ kind }) => String(kind))).toEqual([]);
});
