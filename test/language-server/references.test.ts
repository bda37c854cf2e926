import { applyEdits, parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import {
  definitions,
  highlights,
  placesOf,
  rename,
  renameable,
} from '../../packages/language-server/src/features/references.ts';
import { marked } from './harness/marked.ts';

/** A text with what was found in it in brackets: `‹set›`, `«read»`. */
function shown(text: string, found: readonly { start: number; end: number; role?: string }[]): string {
  return applyEdits(
    text,
    found.map(({ start, end, role }) => {
      const [open, close] = role === 'read' ? ['«', '»'] : ['‹', '›'];
      return { range: { start, end }, text: `${open}${text.slice(start, end)}${close}` };
    }),
  );
}

function highlighted(source: string): string {
  const { text, range } = marked(source);
  const found = highlights(parseSmolfile(text), range.start);
  return shown(text, found.map(({ range: { start, end }, role }) => ({ start, end, role }))); // prettier-ignore
}

function defined(source: string): string {
  const { text, range } = marked(source);
  return shown(text, definitions(parseSmolfile(text), range.start));
}

describe('highlights', () => {
  test.each([
    [
      'env = ["TOK|EN=x", "OTHER=y"]\ninit = ["echo $TOKEN ${TOKEN:-z} \\\\$TOKEN $TOKENS"]',
      'env = ["‹TOKEN›=x", "OTHER=y"]\ninit = ["echo $«TOKEN» ${«TOKEN»:-z} \\\\$TOKEN $TOKENS"]',
    ],
    [
      'init = ["echo $TO|KEN"]\n[dev]\nenv = ["TOKEN"]\n[secrets]\nTOKEN = {}\n',
      'init = ["echo $«TOKEN»"]\n[dev]\nenv = ["‹TOKEN›"]\n[secrets]\n‹TOKEN› = {}\n',
    ],
    ['[secrets.TO|KEN]\nfrom_env = "TOKEN"\n', '[secrets.‹TOKEN›]\nfrom_env = "TOKEN"\n'],
    ['secrets = { "A|" = {} }\nenv = [" A=1 "]', 'secrets = { ‹"A"› = {} }\nenv = [" ‹A›=1 "]'],
    ['po|rts = []\n[dev]\nports = []\n', '‹ports› = []\n[dev]\n‹ports› = []\n'],
    ['cpus = 1\n[artifact]\ncp|us = 2\n', '‹cpus› = 1\n[artifact]\n‹cpus› = 2\n'],
    ['ne|t = true\n', '‹net› = true\n'],
    ['image = "al|pine"\n', 'image = "alpine"\n'],
    ['imge| = 1\n', 'imge = 1\n'],
  ])('%j', (source, expected) => {
    expect(highlighted(source)).toBe(expected);
  });
});

describe('definition', () => {
  test.each([
    ['po|rts = []\n[dev]\nports = []\n', 'ports = []\n[dev]\n‹ports› = []\n'],
    ['ports = []\n[dev]\npo|rts = []\n', '‹ports› = []\n[dev]\nports = []\n'],
    ['[pa|ck]\n[artifact]\n', '[pack]\n[‹artifact›]\n'],
    ['env = ["A|=1"]\n[secrets]\nA = {}\n', 'env = ["A=1"]\n[secrets]\n‹A› = {}\n'],
    ['env = ["A=1"]\n[secrets]\nA| = {}\n', 'env = ["‹A›=1"]\n[secrets]\nA = {}\n'],
    ['init = ["echo $A|"]\nenv = ["A=1"]\n', 'init = ["echo $A"]\nenv = ["‹A›=1"]\n'],
    ['ne|t = true\n', 'net = true\n'],
  ])('%j', (source, expected) => {
    expect(defined(source)).toBe(expected);
  });
});

test('references are every place of a variable', () => {
  const { text, range } = marked('env = ["A|=1"]\ncmd = ["sh", "-c", "$A"]\n');
  expect(placesOf(parseSmolfile(text), range.start).map(({ role }) => role)).toEqual(['set', 'read']);
});

describe('rename', () => {
  function renamed(source: string, name: string): string {
    const { text, range } = marked(source);
    return applyEdits(text, rename(parseSmolfile(text), range.start, name));
  }

  test.each([
    [
      'env = ["A|=1"]\ncmd = ["sh", "-c", "echo ${A} $A"]\n',
      'env = ["B=1"]\ncmd = ["sh", "-c", "echo ${B} $B"]\n',
    ],
    ['[secrets]\nA| = { from_env = "A" }\n', '[secrets]\nB = { from_env = "A" }\n'],
    ['[secrets."A|"]\nfrom_env = "A"\n', '[secrets.B]\nfrom_env = "A"\n'],
    [
      'secrets.A|.from_env = "A"\nsecrets.A.from_file = "/a"\n',
      'secrets.B.from_env = "A"\nsecrets.B.from_file = "/a"\n',
    ],
    ['env = ["A|=1"]\n[dev]\nenv = ["A=2"]\n', 'env = ["B=1"]\n[dev]\nenv = ["B=2"]\n'],
  ])('%j', (source, expected) => {
    expect(renamed(source, 'B')).toBe(expected);
  });

  test('says why it cannot', () => {
    expect(() => renamed('env = ["A|=1"]', 'a b')).toThrow('A variable has letters, digits and underscores');
    expect(() => renamed('env = ["A|=1", "B=2"]', 'B')).toThrow('The file has a variable B already.');
    expect(() => renamed('env = ["A|"]', 'B')).toThrow('takes the value of the host by this very name');
  });

  test('is offered where a name of the file is', () => {
    const at = (source: string) => {
      const { text, range } = marked(source);
      const found = renameable(parseSmolfile(text), range.start);
      return found && `${found.name} ${text.slice(found.range.start, found.range.end)}`;
    };
    expect(at('env = ["A|=1"]')).toBe('A A');
    expect(at('secrets."A|" = {}')).toBe('A A');
    expect(at('init = ["echo $HO|ME"]')).toBeUndefined();
    expect(at('env = ["A=|1"]')).toBeUndefined();
    expect(at('ne|t = true')).toBeUndefined();
  });
});
