import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rules } from '@smolfile/core';
import { vectors } from '../conformance/vectors.ts';
import { allTexts } from '../toml/corpora.ts';

const fixtures = fileURLToPath(new URL('../fixtures/demo/', import.meta.url));

/** Every text that the mutator starts from: TOML corpora, real Smolfiles, recorded ones, examples of the rules. */
export const seeds: readonly string[] = [
  ...new Set([
    ...allTexts,
    ...readdirSync(fixtures).map((name) => readFileSync(fixtures + name, 'utf8')),
    ...vectors.map(({ smolfile }) => smolfile),
    ...rules.flatMap(({ examples }) => [...examples.invalid, ...examples.valid].map(({ toml }) => toml)),
  ]),
];
