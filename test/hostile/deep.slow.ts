import { fixAll, formatText, lint, maskedDocumentText, parseSmolfile, resolve } from '@smolfile/core';
import { expect, test } from 'vitest';
import { smolfile } from '../cli/harness.ts';
import { badAnswers, startServer } from '../fuzz/server.ts';

const DEEP = 20_000;
const wire = await startServer();

// No time is asserted; what takes the square of this takes minutes.
test.each([
  ['arrays', `env = ${'['.repeat(DEEP)}${']'.repeat(DEEP)}\n`],
  ['arrays that nobody closes', `env = ${'[\n'.repeat(DEEP)}`],
  ['inline tables', `env = ${'{a='.repeat(DEEP)}1${'}'.repeat(DEEP)}\n`],
  ['both, one in the other', 'env = [{b='.repeat(DEEP)],
  ['a dotted key', `${'a.'.repeat(DEEP)}a = 1\n`],
  ['a dotted key in an inline table', `env = { ${'a.'.repeat(DEEP)}a = 1 }\n`],
  ['a header', `[secrets.${'a.'.repeat(DEEP)}a]\nfrom_env = "x"\n`],
  ['a list of tables', `[[env.${'a.'.repeat(DEEP)}a]]\nb = 1\n`],
  ['quotes', `a = ${'"'.repeat(DEEP)}\n`],
])('%s of any depth are one finding, and nothing else happens', async (_, text) => {
  const document = parseSmolfile(text);
  expect(document.errors.length).toBeGreaterThan(0);
  expect(lint(document).diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  expect(resolve(document, { command: 'run' }).accepted).toBe(false);
  expect(maskedDocumentText(document)).toHaveLength(text.length);
  expect(formatText(text, { sortKeys: true })).toBe(text);
  expect(fixAll(text).text).toBe(text);
  expect(smolfile(['lint', '-'], { stdin: text }).code).toBe(1);
  expect(smolfile(['resolve', '-'], { stdin: text }).code).toBe(1);
  const asked = [5, DEEP, text.length].map((place) => badAnswers(wire, text, place));
  expect((await Promise.all(asked)).flat()).toEqual([]);
});
