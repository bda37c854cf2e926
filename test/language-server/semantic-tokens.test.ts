import { parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clientOf } from '../../packages/language-server/src/client.ts';
import { encodeTokens, LEGEND } from '../../packages/language-server/src/convert.ts';
import { semanticTokens } from '../../packages/language-server/src/features/semantic-tokens.ts';
import { TokenStore } from '../../packages/language-server/src/token-store.ts';

/** `text type.modifier` of each token. */
function tokensOf(text: string): string[] {
  return semanticTokens(parseSmolfile(text), {}).map(
    ({ start, end, type, modifiers }) => `${text.slice(start, end)} ${[type, ...modifiers].join('.')}`,
  );
}

describe('tokens', () => {
  test.each([
    ['net = true\ncpus = 2', ['net property', 'true keyword', 'cpus property', '2 number']],
    [
      '[dev]\nports = ["8080:80", "90"]',
      ['dev namespace', 'ports property', '8080 number', '80 number', '90 number'],
    ],
    ['ports = []', ['ports property.deprecated']],
    ['dev.env = ["A=1"]', ['dev namespace', 'env property', 'A variable.declaration']],
    [
      '[secrets.X]\nfrom_env = "Y"',
      ['secrets namespace', 'X variable.declaration', 'from_env property', 'Y variable'],
    ],
    ['secrets = { X = {} }', ['secrets property', 'X variable.declaration']],
    ['dev.volumes = ["./a:/b:ro"]', ['dev namespace', 'volumes property', 'ro keyword']],
    ['restart.policy = "always"', ['restart namespace', 'policy property', 'always enumMember']],
    ['health.interval = "30s"', ['health namespace', 'interval property', '30s number']],
    ['# smolfile: smolvm = "1.2.0"\n# note', ['# smolfile: smolvm = "1.2.0" comment.documentation']],
    ['imge = "a"\nimage = "a', ['image property']],
    ['env = ["""\nA=1"""]', ['env property', 'A variable.declaration']],
  ])('%j', (text, expected) => {
    expect(tokensOf(text)).toEqual(expected);
  });

  test('of a range are those that touch it', () => {
    const text = 'net = true\ncpus = 2\n[dev]\nports = ["80"]\n';
    const within = { start: text.indexOf('cpus'), end: text.indexOf('[dev]') - 1 };
    const found = semanticTokens(parseSmolfile(text), {}, within);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['cpus', '2']);
  });
});

test('are encoded relative to each other, in what the client counts in', () => {
  const text = 'net = true\ndev.env = ["😀=1", "B=2"]\n';
  const document = TextDocument.create('untitled:a', 'smolfile', 1, text);
  const tokens = semanticTokens(parseSmolfile(text), {});
  const type = (name: string) => LEGEND.tokenTypes.indexOf(name);
  expect(encodeTokens(document, tokens, clientOf({}))).toEqual(
    [
      [0, 0, 3, type('property'), 0],
      [0, 6, 4, type('keyword'), 0],
      [1, 0, 3, type('namespace'), 0],
      [0, 4, 3, type('property'), 0],
      [0, 8, 2, type('variable'), 1],
      [0, 8, 1, type('variable'), 1],
    ].flat(),
  );
  const utf8 = clientOf({ general: { positionEncodings: ['utf-8'] } });
  expect(encodeTokens(document, tokens, utf8).slice(-10)).toEqual(
    [
      [0, 8, 4, type('variable'), 1],
      [0, 10, 1, type('variable'), 1],
    ].flat(),
  );
});

describe('changes of tokens', () => {
  test.each([
    [[1, 2, 3], [1, 9, 3], [{ start: 1, deleteCount: 1, data: [9] }]],
    [[1, 2, 3], [1, 2, 3, 4], [{ start: 3, deleteCount: 0, data: [4] }]],
    [[1, 2, 3], [], [{ start: 0, deleteCount: 3, data: [] }]],
    [[1, 1, 1], [1, 1], [{ start: 2, deleteCount: 1, data: [] }]],
    [[1], [1], []],
  ])('from %j to %j', (before, after, edits) => {
    const store = new TokenStore();
    const { resultId } = store.full('a', before);
    expect(store.delta('a', resultId!, after)).toMatchObject({ edits });
  });

  test('are everything, for a client that has something else', () => {
    const store = new TokenStore();
    store.full('a', [1]);
    expect(store.delta('a', 'other', [2])).toMatchObject({ data: [2] });
    store.forget('a');
    expect(store.delta('a', '1', [3])).toMatchObject({ data: [3] });
  });
});
