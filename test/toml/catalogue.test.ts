import { expect, test } from 'vitest';
import {
  MAX_DOCUMENT_LENGTH,
  parseToml,
  TOML_PROBLEMS,
  type TomlErrorCode,
} from '../../packages/core/src/toml/index.ts';
import { allTexts } from './corpora.ts';

const CODES = Object.keys(TOML_PROBLEMS) as TomlErrorCode[];

test.each(CODES.filter((code) => code !== 'too-large'))('%s: the first error of its example', (code) => {
  expect(parseToml(TOML_PROBLEMS[code].example).errors[0]).toMatchObject({ code });
});

test('too-large names the cap and parses nothing', () => {
  const document = parseToml('a = 1\n', { maxLength: 5 });
  expect(document.errors).toMatchObject([{ code: 'too-large', start: 0, end: 0 }]);
  expect(document.errors[0]!.message).toContain('5');
  expect(document.body).toEqual([]);
  expect(MAX_DOCUMENT_LENGTH).toBe(16 * 1024 * 1024);
});

test('the depth that is allowed can be set', () => {
  const errors = (depth: number): number => parseToml('a = [[[1]]]\n', { maxDepth: depth }).errors.length;
  expect([errors(2), errors(3)]).toEqual([1, 0]);
});

test('every code occurs in the corpora', () => {
  const met = new Set(allTexts.flatMap((text) => parseToml(text).errors.map(({ code }) => code)));
  expect(CODES.filter((code) => !met.has(code) && code !== 'too-large')).toEqual([]);
});

test('texts read like texts', () => {
  for (const [code, { summary, why, help }] of Object.entries(TOML_PROBLEMS)) {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(summary, code).toMatch(/^[A-Z][^]*[^.]$/);
    expect(why, code).toMatch(/^[A-Z`][^]*\.$/);
    expect(help, code).toMatch(/^[A-Z][^]*[^.]$/);
  }
  for (const { code, message, help } of allTexts.flatMap((text) => parseToml(text).errors)) {
    expect(message, code).toMatch(/^[A-Z`][^]*[^.]$/);
    expect(help, code).toMatch(/^[A-Z][^]*[^.]$/);
    expect(message + help, code).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  }
});
