import { allKeys, parseSmolfile, schemaFor, NEWEST_RELEASE } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { complete } from '../../packages/language-server/src/features/completion/index.ts';
import { plainText, TYPED_TEXTS } from '../e2e/harness/typed-texts.ts';
import { labelsAt } from './harness/complete.ts';

/** What an editor that closes brackets and quotes has behind the cursor. */
function closing(text: string): string {
  const line = text.split('\n').at(-1)!.replaceAll(/#.*$/g, '');
  let quote = '';
  const open: string[] = [];
  for (const sign of line) {
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '[') open.unshift(']');
    else if (sign === '{') open.unshift('}');
    else if (sign === ']' || sign === '}') open.shift();
  }
  return quote + open.join('');
}

describe('before Enter, nothing is offered that it could take', () => {
  test.each(TYPED_TEXTS)('$name', (typed) => {
    const text = plainText(typed);
    for (const { index } of text.matchAll(/(?<=[^\s,])\n/g)) {
      const before = text.slice(0, index);
      for (const behind of ['', closing(before)]) {
        const document = parseSmolfile(before + behind);
        // Behind a bracket everything is there for whoever asks, and nothing for whoever does not.
        for (const character of before.endsWith('[') ? ['['] : [undefined, before.at(-1)]) {
          const offered = complete(document, index, {}, character).map(({ label }) => label);
          expect(offered, `${before}|${behind}`).toEqual([]);
        }
      }
    }
  });

  test('nor in a text of several lines', () => {
    expect(labelsAt('init = ["""\n|\n"""]')).toEqual([]);
    expect(labelsAt("init = ['''apk|'''")).toEqual([]);
  });
});

test('a list that is still there when a bracket is opened has nothing that begins so', () => {
  for (const { path, type } of allKeys(schemaFor(NEWEST_RELEASE))) {
    if (path === '' || /[*[]/.test(path)) continue;
    for (const text of [`${path} =`, `${path} = `]) {
      for (const { label, filter = label } of complete(parseSmolfile(text), text.length, {}))
        expect(filter, `${type} ${path}: ${label}`).not.toMatch(/^[[{]/);
    }
  }
});

describe('a character that makes an editor ask', () => {
  const offered = (text: string): string[] =>
    complete(parseSmolfile(text), text.length, {}, text.at(-1)).map(({ label }) => label);

  test('gets an answer where one would want the next word', () => {
    expect(offered('net = ')).toEqual(['true', 'false']);
    expect(offered('net =')).toEqual(['true', 'false']);
    expect(offered('dev.')).toContain('ports');
    expect(offered('[')).toContain('dev');
    expect(offered('dev.ports = ["')).toContain('8080:8080');
    expect(offered('cpus = 99 # smolfile-ignore ')).toContain('cpus-above-limit');
  });

  test('gets none where a line break is as likely', () => {
    for (const text of ['init = [', 'restart = {', 'env = ["A=1", ', '  ', '#', '# ', '[ ']) {
      expect(offered(text), text).toEqual([]);
    }
  });
});
