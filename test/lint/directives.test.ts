import { fixAll, lint, parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';

const REST = 'image = "alpine"\nturbo = true\n';

function directivesIn(text: string): string[] {
  return lint(parseSmolfile(text))
    .diagnostics.filter(({ code }) => code === 'directive-ignored')
    .map(({ message }) => message);
}

describe('a comment that is nearly a directive is told, and becomes one', () => {
  test.each([
    ['# smolfile: smolvm = 1.14.0', '# smolfile: smolvm = "1.14.0"'],
    ["# smolfile: smolvm = '1.14.0'", '# smolfile: smolvm = "1.14.0"'],
    ['# smolfile: smolvm: "1.14.0"', '# smolfile: smolvm = "1.14.0"'],
    ['# smolfile smolvm = "1.14.0"', '# smolfile: smolvm = "1.14.0"'],
    ['# smolfile = smolvm = "1.14.0"', '# smolfile: smolvm = "1.14.0"'],
    ['# smolfile: version = "1.14.0"', '# smolfile: smolvm = "1.14.0"'],
    ['# smolfile: smolvm-version=v1.14.0', '# smolfile: smolvm = "1.14.0"'],
    ['# Smolfile: SmolVM = "1.14.0"', '# smolfile: smolvm = "1.14.0"'],
    ['## smolvm: 1.14', '# smolfile: smolvm = "1.14"'],
    ['# smolvm = "1.14"', '# smolfile: smolvm = "1.14"'],
    ['# smolvm_version = >=1.14', '# smolfile: smolvm = ">=1.14"'],
    ['# smolfile-ignore: unknown-key', '# smolfile-ignore unknown-key'],
    ['# smolfile-ignore-file: unknown-key: ours', '# smolfile-ignore-file unknown-key: ours'],
    ['# smolfile-ignore unknown-key type-mismatch', '# smolfile-ignore unknown-key, type-mismatch'],
    ['# smolfile-ignore-next-line unknown-key', '# smolfile-ignore unknown-key'],
    ['# smolfile-disable unknown-key -- ours', '# smolfile-ignore unknown-key: ours'],
    ['# smolfile: ignore unknown-key', '# smolfile-ignore unknown-key'],
  ])('%s', (comment, instead) => {
    const text = `${comment}\n${REST}`;
    expect(directivesIn(text)).toHaveLength(1);
    const fixed = fixAll(text).text;
    expect(fixed.split('\n')[0]).toBe(instead);
    expect(directivesIn(fixed)).toEqual([]);
  });

  test.each([
    ['# smolfile-ignore', 'it names no finding'],
    ['# smolfile-ignore this please', 'it names no finding'],
    ['# smolfile: command = "run"', 'all that a comment can set'],
    ['# smolfile: smolvm = latest', 'pins no version'],
  ])('%s: nobody knows what is meant', (comment, message) => {
    const text = `${comment}\n${REST}`;
    expect(directivesIn(text)).toEqual([expect.stringContaining(message)]);
    expect(fixAll(text).text).toBe(text);
  });

  test.each(['# smolfile: smolvm = ">=1.14"', '# smolfile-ignore-file unknown-key: ours'])(
    '%s below the first statement is moved',
    (comment) => {
      for (const [text, fixed] of [
        [`${REST}${comment}\n`, `${comment}\n${REST}`],
        [`${REST}${comment}`, `${comment}\n${REST}`],
        [`image = "alpine" ${comment}\nturbo = true\n`, `${comment}\n${REST}`],
        [
          `\uFEFF${REST}${comment}\n`.replaceAll('\n', '\r\n'),
          `\uFEFF${comment}\n${REST}`.replaceAll('\n', '\r\n'),
        ],
      ] as const) {
        expect(directivesIn(text)).toHaveLength(1);
        expect(fixAll(text).text).toBe(fixed);
        expect(directivesIn(fixed)).toEqual([]);
      }
    },
  );

  test('a second pin is told, and the first counts', () => {
    const text = `# smolfile: smolvm = "1.9.3"\n# smolfile: smolvm = "1.14.0"\n${REST}`;
    expect(directivesIn(text)).toEqual([expect.stringContaining('pinned above')]);
    expect(lint(parseSmolfile(text)).smolvm).toBe('1.9.3');
  });
});

test.each([
  '# The Smolfile of our web service',
  '# Smolfile: the one for CI',
  '# smolfile for smolvm 1.14 and newer',
  '# smolvm: see https://example.com/1.14',
  '# needs smolvm >= 1.14',
  '# smolvm machine run -s Smolfile -- sh -c "x = 1"',
  '# see smolfile.config.toml',
  '# smolfile: smolvm = "1.14.0"',
  '# smolfile-ignore-file unknown-key: our own',
  '# smolvm ignores this',
  '#smolfile:smolvm="1.14.0"',
])('%s is a comment like any other, or right', (comment) => {
  expect(directivesIn(`${comment}\n${REST}`)).toEqual([]);
});
