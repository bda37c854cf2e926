import {
  applyEdits,
  diagnosticMarkdown,
  diagnosticText,
  lint,
  parseSmolfile,
  setValue,
  removeKey,
  wholeLines,
  type Diagnostic,
} from '@smolfile/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { realSmolfiles } from '../toml/corpora.ts';
import { documents } from './documents.ts';

/** Real ones, too, where they are at hand. */
const texts = fc.oneof(documents, ...(realSmolfiles.length > 0 ? [fc.constantFrom(...realSmolfiles)] : []));

test('an edit as whole lines comes to the same text', () => {
  const paths = fc.constantFrom('cpus', 'dev.ports', 's.new', 'net');
  fc.assert(
    fc.property(texts, paths, fc.boolean(), (text, path, sets) => {
      const { edits, text: after } = sets ? setValue(text, [path], 1) : removeKey(text, [path]);
      const change = wholeLines(text, edits);
      if (!change) {
        expect(after).toBe(text);
        return;
      }
      const lines = text.split(/\r?\n/);
      lines.splice(change.firstLine - 1, change.lastLine - change.firstLine + 1, ...change.lines);
      expect(lines.join('\n')).toBe(applyEdits(text, edits).replaceAll('\r\n', '\n'));
    }),
    { numRuns: 300, seed: 20_261_126 },
  );
});

test.each([
  ['a = 1\nb = 2\nc = 3\n', { start: 6, end: 12 }, '', { firstLine: 2, lastLine: 2, lines: [] }],
  [
    'a = 1\nb = 2\n',
    { start: 6, end: 6 },
    'x = 1\n',
    { firstLine: 2, lastLine: 2, lines: ['x = 1', 'b = 2'] },
  ],
  ['a = 1\r\nb = 2\r\n', { start: 4, end: 5 }, '3', { firstLine: 1, lastLine: 1, lines: ['a = 3'] }],
  ['a = [\n1,\n]\n', { start: 4, end: 10 }, '[]', { firstLine: 1, lastLine: 3, lines: ['a = []'] }],
])('%j', (text, range, inserted, expected) => {
  expect(wholeLines(text, [{ range, text: inserted }])).toEqual(expected);
});

test('a finding as Markdown has nothing of the file that is not code or plain', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('`', '[', ']', '(', ')', '@', '!', '<', '*', 'a', '\n', '\\'),
    maxLength: 20,
  });
  const [sample] = lint(parseSmolfile('memry = 1\n')).diagnostics;
  fc.assert(
    fc.property(hostile, (text) => {
      const finding: Diagnostic = { ...sample!, message: `\`${text}\` is not right`, why: text, help: text };
      const [, ...rest] = diagnosticMarkdown(finding).split('): ');
      const outside = rest.join('): ').replaceAll(/`[^`]*`/g, '');
      expect(outside).not.toContain('`');
      expect(outside).not.toContain('@');
      expect(outside).not.toMatch(/(?<!\\)(?:\\\\)*[[\]<*!]/);
    }),
    { numRuns: 500, seed: 20_261_126 },
  );
});

test('a finding as text says where, what, why and what to do', () => {
  const document = parseSmolfile('net = true\nmemry = 512\n');
  const [finding] = lint(document).diagnostics;
  const text = diagnosticText(finding!, { path: 'a\u001b[31m', lines: document.lines });
  expect(text.split('\n')[0]).toBe(
    'a<U+001B>[31m:2:1: error[unknown-key]: `memry` is not a key of a Smolfile',
  );
  expect(text).toContain('\n  help: Did you mean `memory`?\n');
  expect(diagnosticText(finding!)).toMatch(/^error\[unknown-key\]: /);
});
