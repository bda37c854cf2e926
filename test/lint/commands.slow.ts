import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMMANDS, lint, NEWEST_RELEASE, parseSmolfile, rules } from '../../packages/core/src/index.ts';
import { mergeDiagnostics } from '../../packages/core/src/lint/merge.ts';
import { vectors } from '../conformance/vectors.ts';
import { generatedDocument } from '../fuzz/documents.ts';

// A rule that asks for nothing in which the commands differ runs once for all of them (lint/reading.ts).

/** What is found for all commands together, and what each command's own findings come to. */
function bothWays(text: string, smolvm: string): { together: string; oneByOne: string; count: number } {
  const document = parseSmolfile(text);
  const together = lint(document, { commands: COMMANDS, smolvm }).diagnostics;
  const alone = COMMANDS.flatMap((command) => lint(document, { commands: [command], smolvm }).diagnostics);
  const print = (found: unknown): string => JSON.stringify(found, undefined, 1);
  return { together: print(together), oneByOne: print(mergeDiagnostics(alone)), count: together.length };
}

const texts = new Set([
  ...vectors.map(({ smolfile }) => smolfile),
  ...rules.flatMap(({ examples }) => [...examples.invalid, ...examples.valid]).map(({ toml }) => toml),
]);
// whether a comment silences nothing is a question about all commands
const plain = [...texts].filter((text) => !text.includes('smolfile-ignore'));

test.for(['1.2.0', '1.9.3', NEWEST_RELEASE.version])(
  'commands together find what each finds alone (%s)',
  (smolvm) => {
    let found = 0;
    for (const text of plain) {
      const { together, oneByOne, count } = bothWays(text, smolvm);
      expect(together, text).toBe(oneByOne);
      found += count;
    }
    expect(found).toBeGreaterThan(plain.length);
  },
);

test('a value that the create inside a run takes for a flag, after others that it does not', () => {
  // the flags of the four calls are the same, and only what they are is kept from one to the next
  const isRefused = (env: string): boolean =>
    lint(parseSmolfile(`image = "alpine"\nenv = [${env}]\ninit = ["true"]\n`)).diagnostics.some(
      ({ code }) => code === 'unknown-flag',
    );
  expect(['"A=1", "B=2"', '"A=1", "-B=2"', '"-A=1", "B=2"', '"C=3", "D=4"'].map(isRefused)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('in generated documents, too', () => {
  fc.assert(
    fc.property(generatedDocument, (text) => {
      const { together, oneByOne } = bothWays(text.replaceAll('smolfile-ignore', 'about'), '1.9.3');
      expect(together).toBe(oneByOne);
    }),
    { numRuns: 200 },
  );
});
