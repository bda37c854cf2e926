import iarna from '@iarna/toml';
import { parseTOML } from 'toml-eslint-parser';
import { parse as parseSmolToml } from 'smol-toml';
import { expect, test } from 'vitest';
import { parseToml } from '../../packages/core/src/toml/index.ts';
import { hasTomlTest, ownCorpus, tomlTest } from './corpora.ts';
import { KNOWN_DIFFERENCES } from './known-differences.ts';
import { tagDocument, type Tagged } from './tagged.ts';

const parseSmol = (text: string): unknown => parseSmolToml(text, { integersAsBigInt: 'asNeeded' });

const OPINIONS: Record<string, (text: string) => unknown> = {
  '@iarna/toml': (text) => iarna.parse(text),
  'smol-toml': parseSmol,
  'toml-eslint-parser': (text) => parseTOML(text, { tomlVersion: '1.0' }),
};

function accepts(parse: (text: string) => unknown, text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

const files = [...ownCorpus.map((file) => ({ ...file, name: `own/${file.name}` })), ...tomlTest];

test.each(Object.entries(OPINIONS))('%s agrees on every document but the listed ones', (parser, parse) => {
  const differences = files
    .filter(
      ({ text }) => text !== undefined && accepts(parse, text) !== (parseToml(text).errors.length === 0),
    )
    .map(({ name }) => name);
  const listed = KNOWN_DIFFERENCES.filter((known) => known.parser === parser)
    .flatMap((known) => known.files)
    .filter((file) => hasTomlTest || file.startsWith('own/'));
  expect(differences.toSorted()).toEqual(listed.toSorted());
});

/** Both sides without what JavaScript cannot hold: all kinds of dates are one. */
function comparable(value: unknown): unknown {
  if (value instanceof Date) return 'a date or time';
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, comparable(inner)]));
}

test('smol-toml reads the same values', () => {
  const sound = files.filter(
    ({ text, valid }) =>
      valid && text !== undefined && accepts(parseSmol, text) && parseToml(text).errors.length === 0,
  );
  expect(sound.length).toBeGreaterThan(140);
  for (const { name, text } of sound) {
    // It leaves CRLF in multi-line strings; TOML lets it, Rust's `toml` makes it LF.
    if (/(?:"""|''')[^]*\r/.test(text!)) continue;
    const values = untag(tagDocument(parseToml(text!)));
    expect(values, name).toEqual(comparable(parseSmol(text!)));
  }
});

/** A tagged value as smol-toml has it. */
function untag(tagged: Tagged): unknown {
  if (Array.isArray(tagged)) return tagged.map(untag);
  if (typeof tagged.type !== 'string' || typeof tagged.value !== 'string') {
    return Object.fromEntries(Object.entries(tagged).map(([key, value]) => [key, untag(value as Tagged)]));
  }
  const { type, value } = tagged as { type: string; value: string };
  if (type === 'bool') return value === 'true';
  if (type === 'float') return Number(value);
  if (type === 'integer') return Number.isSafeInteger(Number(value)) ? Number(value) : BigInt(value);
  return type === 'string' ? value : 'a date or time';
}
