/** What becomes of sources of the kinds that are out there: as it was looked at, sound, and without a gap. */
import { parseSmolfile, resolve } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { corpus, expectedPath } from './corpus.ts';
import { faults, importAll, type Imported } from './harness.ts';
import { uncovered } from './coverage.ts';

const cases = corpus();
/** The newest release, and some that know less. */
const RELEASES = [undefined, '1.9.1', '1.2.0'] as const;

/** A report as a text that is pleasant to compare. */
function reportText(files: readonly Imported[]): string {
  return files
    .map(({ name, report }) => {
      const lines = report.map(
        ({ source, name: what, kind, to, why }) =>
          `${source.path}:${source.start.line}:${source.start.column} ${kind} ${what}${to === undefined ? '' : ` -> ${to}`}\n  ${why}`,
      );
      return `# ${name}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

test('there are enough of them', () => {
  expect(cases.length).toBeGreaterThanOrEqual(40);
});

describe.each(cases)('$name', ({ name, text, files, options }) => {
  const results = importAll(text, { files, ...options });

  test('is what it was', async () => {
    await Promise.all(
      results.map(async (file) => expect(file.text).toMatchFileSnapshot(expectedPath(name, file.name))),
    );
    await expect(reportText(results)).toMatchFileSnapshot(expectedPath(name, 'report.txt'));
  });

  test.each(RELEASES)('lints clean, formatted, and is accepted by smolvm %s', (smolvm) => {
    const made = smolvm === undefined ? results : importAll(text, { files, ...options, smolvm });
    for (const file of made) {
      expect(faults(file.text, smolvm)).toEqual([]);
      const document = parseSmolfile(file.text);
      const target = smolvm === undefined ? {} : { smolvm };
      expect(resolve(document, { command: 'create', ...target })).toMatchObject({ accepted: true });
      expect(resolve(document, { command: 'run', flags: '-- true', ...target })).toMatchObject({
        accepted: true,
      });
    }
  });

  test('every line of the source is in the report', () => {
    expect(uncovered(text, results)).toEqual([]);
  });
});
