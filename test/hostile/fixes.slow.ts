/** No fix, and nothing that the editor offers, leaves a text worse than it was: however broken it is. */
import { rules } from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeds } from '../fuzz/corpus.ts';
import { damagedDocument, generatedDocument, silencingDocument } from '../fuzz/documents.ts';
import { mutated } from '../toml/mutation.ts';
import { applied, worse } from './worse.ts';

/** Each was worse after something that was offered once. */
const SAMPLES: Readonly<Record<string, string>> = {
  'above the mark at the beginning of a file': '\uFEFFservice.image="alpine"  # x',
  'beside that mark, in a table without an end': '\uFEFF image={ a = 1\n\timage=[{} # x\n]  # x',
  'in a string without an end': '[health]\nexec = ["true"]\ntimeout = "\n\n',
  'behind what cannot be read': '[dev]\nworkdir ="k" = "v" true\n',
  'a number as a range': 'network=[true\n,[\n] # x\n,\n-1,"alpine"\n,["alpine"]]',
  'what is another format behind that mark': '\uFEFF---\nkey: value\n# smolfile: smolvm = "1.2.0"\n',
  'a switch as a choice, behind what cannot be read': 'block_io="\\q"\ndisk_durability=true',
};

const EXAMPLES = rules.flatMap(({ code, examples }) =>
  examples.invalid.map(({ toml, smolvm }) => ({
    code,
    text:
      smolvm === undefined || toml.includes('smolvm =') ? toml : `# smolfile: smolvm = "${smolvm}"\n${toml}`,
  })),
);

/** What an example is put into: what is wrong with it is found there as well, and more is wrong. */
const AROUND: Readonly<Record<string, (text: string) => string>> = {
  nothing: (text) => text,
  'CRLF, a mark, and no line break at the end': (text) => `\uFEFF${text.replaceAll('\n', '\r\n').trimEnd()}`,
  'lines that cannot be read': (text) => `RUN npm ci\n${text}\n[dev]\nworkdir = "/x\n`,
  'a list and a table without an end, after it': (text) =>
    `${text}\nvolumes = [\n  "./a:/b",\n[secrets]\nA = { from_env = "A"`,
  'a string of several lines without an end': (text) => `${text.trimEnd()}\nuser = """\n`,
};

describe.each(Object.entries(AROUND))('the examples of all rules in %s', (_, wrap) => {
  test('are not worse after what is offered', { timeout: 120_000 }, () => {
    const faults = EXAMPLES.flatMap(({ code, text }) =>
      worse(wrap(text)).map((fault) => `${code}: ${fault}\n${text}`),
    );
    expect(faults).toEqual([]);
  });
});

test('that was every rule that has a fix, and each kind of action', () => {
  const fixable = rules.filter(({ fixable: how }) => how).map(({ code }) => code);
  const actions = ['Ignore … here', 'Ignore … in this file', 'Write as a section', 'Write', 'Move'];
  expect([...fixable, ...actions].filter((each) => !applied.has(each))).toEqual([]);
});

test.each(Object.entries(SAMPLES))('%s', (_, text) => {
  expect(worse(text)).toEqual([]);
});

const TEXTS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'in the vocabulary of Smolfiles': generatedDocument,
  'with lines that are no TOML': damagedDocument,
  'with comments that silence, and strings that have no end': silencingDocument,
  'of the corpora, damaged': mutated(seeds),
};

test.each(Object.entries(TEXTS))('any text %s', { timeout: 120_000 }, (_, text) => {
  fc.assert(
    fc.property(text, (each) => {
      expect(worse(each)).toEqual([]);
    }),
    // the same texts each time, or others: `FIXES_SEED=7 FIXES_RUNS=5000 pnpm test:slow hostile/fixes`
    {
      numRuns: Number(process.env['FIXES_RUNS'] ?? 100),
      seed: Number(process.env['FIXES_SEED'] ?? 20_261_126),
    },
  );
});
