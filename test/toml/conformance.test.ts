import { describe, expect, test } from 'vitest';
import { parseToml } from '../../packages/core/src/toml/index.ts';
import { type CorpusFile, errorLines, hasTomlTest, ownCorpus, tomlTest } from './corpora.ts';
import { tagDocument } from './tagged.ts';

const named = (files: readonly CorpusFile[]): [string, CorpusFile][] =>
  files.map((file) => [file.name, file]);
const valid = (files: readonly CorpusFile[]): CorpusFile[] => files.filter((file) => file.valid);
const invalid = (files: readonly CorpusFile[]): CorpusFile[] => files.filter((file) => !file.valid);

describe('the specification, rule by rule', () => {
  test.each(named(valid(ownCorpus)))('%s', (_, { text, expected }) => {
    const document = parseToml(text!);
    expect(errorLines(document)).toEqual([]);
    expect(tagDocument(document)).toEqual(expected);
  });

  test.each(named(invalid(ownCorpus)))('%s', (_, { text, errors }) => {
    expect(errorLines(parseToml(text!))).toEqual(errors);
  });
});

describe.skipIf(!hasTomlTest)('toml-test for TOML 1.0 (skipped: ../shared/toml-test is not there)', () => {
  test('has all of its 709 cases', () => {
    expect(tomlTest).toHaveLength(709);
  });

  test.each(named(valid(tomlTest)))('%s', (_, { text, expected }) => {
    const document = parseToml(text!);
    expect(errorLines(document)).toEqual([]);
    expect(tagDocument(document)).toEqual(expected);
  });

  // What is not UTF-8 is refused by whoever reads the file.
  test.each(named(invalid(tomlTest).filter(({ text }) => text !== undefined)))('%s', (_, { text }) => {
    expect(parseToml(text!).errors).not.toEqual([]);
  });
});
