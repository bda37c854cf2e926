import { env } from 'node:process';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineIndex } from '../../packages/core/src/text/line-index.ts';
import { parseToml, type TomlDocument } from '../../packages/core/src/toml/index.ts';
import { allTexts } from './corpora.ts';
import { mutated } from './mutation.ts';
import { rustError, type RustError } from './rust.ts';

const RUNS = Number(env['FUZZ_RUNS'] ?? 10_000);
const SEED = Number(env['FUZZ_SEED'] ?? 20_260_101);

/** Rust's message when none of our errors starts on its line and nothing excuses that. */
function lineDifference(document: TomlDocument, rust: RustError): string | undefined {
  const lines = new LineIndex(document.text);
  if (document.errors.some(({ start }) => lines.positionAt(start).line === rust.line)) return undefined;
  return KNOWN_LINE_DIFFERENCES.some(({ applies }) => applies(document, rust)) ? undefined : rust.message;
}

/** Where our place is the better one, so that the lines differ on purpose. */
const KNOWN_LINE_DIFFERENCES: readonly {
  readonly reason: string;
  readonly applies: (document: TomlDocument, rust: RustError) => boolean;
}[] = [
  {
    reason:
      'a backslash that ends a line in a single-line string: Rust names the line below as a wrong escape',
    applies: ({ text }, { message, line }) =>
      message.includes('invalid escape sequence') && /\\\r?$/.test(text.split('\n')[line - 2] ?? ''),
  },
  {
    reason: 'a stray character between an array item and its comma, lines below: Rust goes back to the item',
    applies: ({ errors }, { message }) =>
      message.includes('invalid array') &&
      errors.some(({ code }) => code === 'bare-carriage-return' || code === 'control-character'),
  },
];

/** What Rust and we do not agree on, if anything. */
function disagreement(text: string): string | undefined {
  const document = parseToml(text);
  const rust = rustError(text);
  if (!rust) return document.errors[0] && `refused by us only: ${document.errors[0].message}`;
  return document.errors.length === 0
    ? `accepted by us only: ${rust.message}`
    : lineDifference(document, rust);
}

test("Rust's toml has the same verdict, on the same line, for every document of the corpora", () => {
  const disagreements = allTexts.flatMap((text) => disagreement(text) ?? []);
  expect(disagreements).toEqual([]);
});

test(
  `Rust's toml has the same verdict, on the same line, for ${RUNS} mutated documents`,
  { timeout: 0 },
  () => {
    const short = allTexts.filter((text) => text.length < 4000);
    fc.assert(
      fc.property(mutated(short), (text) => {
        expect(disagreement(text)).toBeUndefined();
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
);
