import { formatText, parseSmolfile } from '@smolfile/core';
import * as fc from 'fast-check';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { vectors } from '../conformance/vectors.ts';
import { damagedDocument, generatedDocument, silencingDocument } from '../fuzz/documents.ts';
import { badFormat } from '../fuzz/invariants.ts';
import { allTexts, realSmolfiles } from '../toml/corpora.ts';
import { mutated } from '../toml/mutation.ts';

const seed = 20_261_123;

/** What formatting does wrong with a text. */
function problems(text: string, withFindings = true): string[] {
  return badFormat(parseSmolfile(text), withFindings).map((problem) => `${problem}: ${JSON.stringify(text)}`);
}

test('every recorded Smolfile means the same after formatting', () => {
  const texts = [...new Set(vectors.map(({ smolfile }) => smolfile))];
  expect(texts.flatMap((text, index) => problems(text, index % 5 === 0))).toEqual([]);
});

test('every TOML fixture means the same after formatting', () => {
  expect(allTexts.flatMap((text) => problems(text, false))).toEqual([]);
});

test('another parser reads the same before and after', () => {
  const read = (text: string): unknown => {
    try {
      return { data: parse(text, { integersAsBigInt: true }) };
    } catch {
      return 'refused';
    }
  };
  const texts = [...new Set([...vectors.map(({ smolfile }) => smolfile), ...allTexts, ...realSmolfiles])];
  const accepted = texts.filter((text) => read(text) !== 'refused');
  expect(accepted.length).toBeGreaterThan(1000);
  for (const text of accepted) expect(read(formatText(text)), text).toEqual(read(text));
});

test('generated documents mean the same after formatting', () => {
  fc.assert(
    fc.property(generatedDocument, (text) => {
      expect(problems(text)).toEqual([]);
    }),
    { seed, numRuns: 200 },
  );
});

test('damaged documents mean the same after formatting', () => {
  for (const [documents, numRuns] of [
    [damagedDocument, 150],
    [mutated(allTexts), 150],
    [silencingDocument, 1500],
  ] as const) {
    fc.assert(
      fc.property(documents, (text) => {
        expect(problems(text)).toEqual([]);
      }),
      { seed, numRuns },
    );
  }
});

test.skipIf(realSmolfiles.length === 0)('real Smolfiles keep their lines, long lists aside', () => {
  const plain = (line: string): string => line.trim().replace(/,$/, '');
  for (const text of realSmolfiles) {
    const after = new Set(formatText(text).split('\n').map(plain));
    const changed = text.split('\n').filter((line) => line.length <= 100 && !after.has(plain(line)));
    expect(changed).toEqual([]);
  }
});
