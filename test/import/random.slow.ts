/** Random sources of the supported parts: nothing of them goes missing, and what comes out is sound. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importSource, type ImportOptions } from '@smolfile/core/import';
import { joinWords } from '../../packages/core/src/call/index.ts';
import { uncovered } from './coverage.ts';
import { faults, readerOf, type Files } from './harness.ts';
import { composeProject } from './oracles/compose-project.ts';
import { devcontainerText } from './oracles/devcontainer-text.ts';
import { imageDockerfile } from './oracles/dockerfile-image.ts';
import { dockerfile } from './oracles/dockerfile-text.ts';
import { runWords } from './oracles/run-words.ts';

/** A source with all that an import asks for. */
interface Source {
  readonly text: string;
  readonly files?: Files;
  readonly options: ImportOptions;
}

const SOURCES: Readonly<Record<string, fc.Arbitrary<Source>>> = {
  'a compose project': composeProject.map((files) => ({
    text: files['compose.yaml']!,
    files,
    options: { path: 'compose.yaml' },
  })),
  'a Dockerfile': fc
    .tuple(fc.oneof(dockerfile, imageDockerfile), fc.boolean())
    .map(([text, init]) => ({ text, options: { path: 'Dockerfile', init } })),
  'a dev container': devcontainerText.map((text) => ({ text, options: { path: '.devcontainer.json' } })),
  'a command line': runWords.map((words) => ({
    text: joinWords(['docker', 'run', ...words]),
    options: { from: 'docker-run' },
  })),
};

describe.each(Object.entries(SOURCES))('%s', (_, source) => {
  test('every line is in the report, and each Smolfile lints clean and formatted', () => {
    let made = 0;
    fc.assert(
      fc.property(source, ({ text, files = {}, options }) => {
        const read = {
          reader: readerOf(files),
          variables: (name: string) => (name === 'HOME' ? '/home/me' : undefined),
        };
        const { files: results, problems } = importSource(text, { ...read, ...options });
        for (const { source: place, message } of problems)
          expect([place.start.line > 0, message !== '']).toEqual([true, true]);
        if (problems.length > 0) return;
        made++;
        expect(options.from === 'docker-run' ? [] : uncovered(text, results)).toEqual([]);
        for (const file of results) expect(faults(file.text), file.text).toEqual([]);
        expect(importSource(text, { ...read, ...options }).files).toEqual(results);
      }),
      { numRuns: 60 },
    );
    // most of what is made up is sound
    expect(made).toBeGreaterThan(30);
  });
});
