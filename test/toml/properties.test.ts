import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type HeaderNode,
  type KeyValueNode,
  parseToml,
  tokens,
  toPlain,
  type ValueNode,
} from '../../packages/core/src/toml/index.ts';
import { allTexts, ownCorpus, tomlTest } from './corpora.ts';
import { mutated } from './mutation.ts';
import { tagDocument } from './tagged.ts';

const SEED = 20_260_101;

function expectLossless(text: string): void {
  const document = parseToml(text);
  const joined = tokens(document).map(({ start, end }) => text.slice(start, end));
  expect(joined.join('')).toBe(text);
}

test('tokens concatenate to the text, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), expectLossless), {
    numRuns: 1000,
    seed: SEED,
  });
  fc.assert(fc.property(mutated(allTexts), expectLossless), { numRuns: 1000, seed: SEED });
  for (const text of allTexts) expectLossless(text);
});

/** Which node or error does not lie inside the text, and inside the node around it; empty if all do. */
function rangeProblem(text: string): string {
  const document = parseToml(text);
  let bad = '';
  const within = (range: { start: number; end: number }, from: number, to: number): void => {
    if (!(from <= range.start && range.start <= range.end && range.end <= to)) bad ||= JSON.stringify(range);
  };
  const visitValue = (node: ValueNode): void => {
    if (node.type === 'scalar') return;
    for (const inner of node.type === 'array' ? node.items : node.entries) {
      within(inner, node.start, node.end);
      if (inner.type === 'key-value') visitEntry(inner);
      else visitValue(inner);
    }
  };
  const visitEntry = (node: KeyValueNode): void => {
    within(node, 0, text.length);
    for (const key of node.keys) within(key, node.start, node.end);
    within(node.value, node.start, node.end);
    visitValue(node.value);
  };
  const visitHeader = (node: HeaderNode): void => {
    within(node, 0, text.length);
    for (const key of node.keys) within(key, node.start, node.end);
    node.entries.forEach(visitEntry);
  };
  document.body.forEach(visitEntry);
  document.headers.forEach(visitHeader);
  for (const error of [...document.errors, ...document.errors.flatMap(({ related }) => related ?? [])])
    within(error, 0, text.length);
  for (const comment of document.comments) within(comment, 0, text.length);
  for (const [index, error] of document.errors.entries()) {
    if (index > 0 && document.errors[index - 1]!.start > error.start) bad ||= 'errors are not sorted';
  }
  return bad && `${bad} in ${JSON.stringify(text)}`;
}

test('every prefix of every document parses, with all ranges inside the text', { timeout: 60_000 }, () => {
  const prefixes = (text: string): string[] => {
    const step = Math.max(1, Math.ceil(text.length / 150));
    return Array.from({ length: Math.ceil(text.length / step) + 1 }, (_, index) =>
      text.slice(0, index * step),
    );
  };
  const problems = allTexts.flatMap((text) => prefixes(text).map(rangeProblem)).filter(Boolean);
  expect(problems).toEqual([]);
});

test('ranges are sound for mutated documents', () => {
  fc.assert(
    fc.property(mutated(allTexts), (text) => {
      expect(rangeProblem(text)).toBe('');
    }),
    { numRuns: 3000, seed: SEED },
  );
});

test('CRLF and LF give the same values and as many errors', () => {
  for (const { name, text } of [...ownCorpus, ...tomlTest]) {
    if (text === undefined || text.includes('\r')) continue;
    const unix = parseToml(text);
    const windows = parseToml(text.replaceAll('\n', '\r\n'));
    expect(
      windows.errors.map(({ code }) => code),
      name,
    ).toEqual(unix.errors.map(({ code }) => code));
    // A damaged string keeps its text as it stands, line breaks included.
    if (unix.errors.length === 0) expect(tagDocument(windows), name).toEqual(tagDocument(unix));
  }
});

test('parsing is re-entrant and leaves nothing behind', () => {
  const [first, second] = ['a = [1', 'b = { c = 2 }\n'];
  const before = toPlain(parseToml(second).root);
  parseToml(first);
  expect(toPlain(parseToml(second).root)).toEqual(before);
});
