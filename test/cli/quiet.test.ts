import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '@smolfile/core';
import { expect, test } from 'vitest';
import { folderWith, smolfile } from './harness.ts';

const documents = rules.flatMap(({ examples }) => examples.invalid.map(({ toml }) => toml));

test(`--quiet says of ${documents.length} documents what it says where the threshold is named, too`, () => {
  const cwd = folderWith();
  let hidden = 0;
  for (const toml of documents) {
    writeFileSync(join(cwd, 'Smolfile'), toml);
    const outcome = smolfile(['lint', '--quiet'], { cwd });
    // the threshold is the default, but for it every finding is masked before it is hidden
    expect(outcome, toml).toEqual(smolfile(['lint', '--quiet', '--fail-on', 'error'], { cwd }));
    if (outcome.stdout.includes('hidden by --quiet')) hidden++;
  }
  expect(hidden).toBeGreaterThan(100);
});

test('--quiet shows what the configuration fails on', () => {
  const cwd = folderWith({
    'smolfile.config.toml': 'fail-on = "warning"\n',
    Smolfile: 'image = "alpine"\nnet = true\n[restart]\npolicy = "no"\n[health]\nretries = 3\n',
  });
  const { code, stdout } = smolfile(['lint', '--quiet', '--format', 'concise'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('warning[');
  expect(stdout).not.toContain('info[');
});
