import { hostWith, lint, parseSmolfile } from '@smolfile/core';
import { expect, test } from 'vitest';
import { smolfile } from '../cli/harness.ts';

const TOML = 'net = true\n\n[dev]\nvolumes = ["./data:/data", "/srv/data:/srv"]\n';

test.each([
  [false, ['warning', 'warning']],
  [true, ['info', 'warning']],
])('a relative path that is missing, where the working directory is a guess: %s', (isGuess, severities) => {
  const { diagnostics } = lint(parseSmolfile(TOML), { host: { ...hostWith({}), isGuess } });
  expect(diagnostics.map(({ code }) => code)).toEqual(['volume-source-missing', 'volume-source-missing']);
  expect(diagnostics.map(({ severity }) => severity)).toEqual(severities);
});

test('the CLI guesses where a file lies outside the working directory', () => {
  const files = { Smolfile: TOML, 'deep/Smolfile': TOML };
  const { stdout } = smolfile(['lint', '--format', 'concise'], { files });
  expect(stdout.split('\n').filter((line) => line.includes('./data'))).toEqual([
    'Smolfile:4:12: warning[volume-source-missing] There is no directory `./data` here',
    'deep/Smolfile:4:12: info[volume-source-missing] There is no directory `./data` here',
  ]);
});
