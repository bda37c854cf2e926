import { lintExample, rules, type Diagnostic } from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clientOf } from '../../packages/language-server/src/client.ts';
import {
  toDiagnostic,
  toOffset,
  toPosition,
  toUtf16Change,
} from '../../packages/language-server/src/convert.ts';

const document = (text: string) => TextDocument.create('untitled:a', 'smolfile', 1, text);

/** Texts that break naive counting: every line ending, and characters of one to four bytes. */
const texts = fc
  .array(fc.constantFrom('a', 'é', '→', '😀', '\n', '\r\n', '\r', '\t', '# ', '='))
  .map((parts) => parts.join(''));

describe('positions', () => {
  test.each(['utf-8', 'utf-16'] as const)('there and back are the same place (%s)', (encoding) => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, seed) => {
        const doc = document(text);
        const offset = boundary(doc, seed % (text.length + 1));
        expect(toOffset(doc, toPosition(doc, offset, encoding), encoding)).toBe(offset);
      }),
    );
  });

  test('in UTF-8 count bytes', () => {
    const doc = document('ab\n😀é=1');
    expect(toPosition(doc, 6, 'utf-8')).toEqual({ line: 1, character: 6 });
    expect(toPosition(doc, 6, 'utf-16')).toEqual({ line: 1, character: 3 });
  });

  test.each([
    ['inside a character', { line: 0, character: 2 }, 0],
    ['beyond the line', { line: 0, character: 99 }, 3],
    ['beyond the text', { line: 9, character: 9 }, 6],
  ])('%s are moved to a place there is', (_, position, expected) => {
    expect(toOffset(document('😀a\nbc'), position, 'utf-8')).toBe(expected);
  });

  test('of a change are brought to what the text counts in', () => {
    const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 5 } };
    expect(toUtf16Change(document('😀a'), { range, text: 'b' }, 'utf-8')).toEqual({
      range: { start: { line: 0, character: 2 }, end: { line: 0, character: 3 } },
      text: 'b',
    });
    expect(toUtf16Change(document('😀a'), { text: 'whole' }, 'utf-8')).toEqual({ text: 'whole' });
  });
});

describe('diagnostics', () => {
  const legacy: Diagnostic = {
    code: 'some-code',
    severity: 'info',
    stage: null,
    message: 'What.',
    commands: ['create'],
    range: { start: 0, end: 1 },
    related: [],
    tags: ['deprecated', 'unnecessary'],
  };

  test('carry only the tags that the client knows', () => {
    const knowing = (valueSet: (1 | 2)[]) =>
      clientOf({ textDocument: { publishDiagnostics: { tagSupport: { valueSet } } } });
    expect(toDiagnostic(document('a'), legacy, knowing([1, 2])).tags).toEqual([2, 1]);
    expect(toDiagnostic(document('a'), legacy, knowing([1])).tags).toEqual([1]);
    expect(toDiagnostic(document('a'), legacy, clientOf({}))).not.toHaveProperty('tags');
  });

  test('are short enough for a row of a list, whatever the rule', () => {
    const messages = rules.flatMap((rule) =>
      rule.examples.invalid.flatMap((example) =>
        lintExample(rule, example).diagnostics.map(({ message }) => message),
      ),
    );
    expect(messages.length).toBeGreaterThan(300);
    expect(messages.filter((message) => message.includes('\n'))).toEqual([]);
    expect(Math.max(...messages.map(({ length }) => length))).toBeLessThanOrEqual(160);
  });

  test('say what is wrong, and leave the rest to the hover', () => {
    expect(toDiagnostic(document('a'), legacy, clientOf({})).message).toBe('What.');
    const full = { ...legacy, why: 'Why.', help: 'Help.' };
    expect(toDiagnostic(document('a'), full, clientOf({})).message).toBe('What.');
  });
});

/** The nearest offset before that is a place between characters and not inside a line ending. */
function boundary(doc: TextDocument, offset: number): number {
  return doc.offsetAt(
    doc.positionAt(/[\udc00-\udfff]/.test(doc.getText()[offset] ?? '') ? offset - 1 : offset),
  );
}
