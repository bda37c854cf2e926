/** Whatever comes in: a Smolfile that is sound, or a place and a reason. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importSource, type SourceKind } from '@smolfile/core/import';
import { corpus } from './corpus.ts';
import { faults, readerOf } from './harness.ts';

const KINDS: readonly SourceKind[] = ['dockerfile', 'compose', 'devcontainer', 'docker-run'];
const cases = corpus();

/** Pieces of real sources, put together anyhow, with some noise. */
const mangled = fc
  .tuple(
    fc.constantFrom(...cases),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(60),
        fc.constantFrom(
          '',
          '\n',
          '"',
          '${',
          '\\',
          '  ',
          ': ',
          '- ',
          '\u0000',
          '\u{1f4a5}',
          '\ud800',
          '<<EOF',
          '$',
          '*x',
          '&x ',
          '[',
          '}',
        ),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([{ text, files, options }, cuts]) => {
    let result = text;
    for (const [at, length, piece] of cuts) {
      const from = at % (result.length + 1);
      result = result.slice(0, from) + piece + result.slice(from + length);
    }
    return { text: result, files, options };
  });

describe('damaged sources', () => {
  test('are refused with a place, or make what smolvm takes', () => {
    fc.assert(
      fc.property(mangled, ({ text, files, options }) => {
        const { files: made, problems } = importSource(text, { reader: readerOf(files), ...options });
        for (const { source, message } of problems) {
          expect(message).not.toBe('');
          expect(source.start.line).toBeGreaterThan(0);
        }
        expect(made.length > 0).toBe(problems.length === 0);
        for (const file of made)
          expect(faults(file.text).filter((each) => !each.startsWith('warning'))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test.each(KINDS)('any text as %s', (from) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { files, problems } = importSource(text, { from });
        expect(files.length > 0 || problems.length > 0).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('aliases that multiply end', () => {
    const bomb = `a: &a [x, x]\n${Array.from({ length: 25 }, (_, index) => `${String.fromCharCode(98 + index)}: &${String.fromCharCode(98 + index)} [*${String.fromCharCode(97 + index)}, *${String.fromCharCode(97 + index)}]\n`).join('')}services: {s: {image: x}}\n`;
    const { problems } = importSource(bomb, { path: 'compose.yaml' });
    expect(problems[0]?.message).toMatch(/too deeply|too often|no YAML/);
  });
});
