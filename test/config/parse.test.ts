import { NEWEST_RELEASE, OLDEST_RELEASE, parseConfig, rules } from '@smolfile/core';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '../../schemas/generate/generated.ts';

const OLDEST = OLDEST_RELEASE.version;
const NEWEST = NEWEST_RELEASE.version;

const FULL = `"$schema" = "https://example.org/config.schema.json"
smolvm = "1.6.0"
for = ["run", "create"]
fail-on = "warning"
ignore = ["fixtures"]

[severity]
image-not-pinned = "off"

[[overrides]]
files = ["examples/**"]
for = ["pack"]
severity.unknown-key = "info"
`;

/** The text that a problem points at, and its words. */
function complaints(text: string, name = 'smolfile.config.toml'): string[] {
  return parseConfig(text, name).problems.map(
    ({ range, message, help }) =>
      `${text.slice(range.start, range.end)} | ${message}${help ? ` | ${help}` : ''}`,
  );
}

const expected = {
  smolvm: '1.6.0',
  commands: ['create', 'run'],
  failOn: 'warning',
  ignore: ['fixtures'],
  severities: new Map([['image-not-pinned', 'off']]),
  overrides: [{ files: ['examples/**'], commands: ['pack'], severities: new Map([['unknown-key', 'info']]) }],
};

test('TOML and JSON say the same', () => {
  expect(parseConfig(FULL, 'smolfile.config.toml')).toEqual({ config: expected, problems: [] });
  const json = JSON.stringify({
    $schema: 'x',
    smolvm: '1.6.0',
    for: ['run', 'create'],
    'fail-on': 'warning',
    ignore: ['fixtures'],
    severity: { 'image-not-pinned': 'off' },
    overrides: [{ files: ['examples/**'], for: ['pack'], severity: { 'unknown-key': 'info' } }],
  });
  expect(parseConfig(json, 'smolfile.config.json').config).toEqual(expected);
  expect(parseConfig(`\uFEFF${json}`, 'a.JSON').config).toEqual(expected);
  expect(parseConfig(`\uFEFF${FULL.replaceAll('\n', '\r\n')}`, 'a').config).toEqual(expected);
});

test('an empty configuration says nothing', () => {
  const nothing = { severities: new Map(), ignore: [], overrides: [] };
  expect(parseConfig('', 'a.toml').config).toEqual(nothing);
  expect(parseConfig('{}', 'a.json').config).toEqual(nothing);
});

describe('a problem stands where it is made, with the way out', () => {
  test.each([
    ['smolvn = "1.6.0"\n', 'smolvn | `smolvn` is not a key of a configuration | Did you mean `smolvm`?'],
    [
      'rules = 1\n',
      'rules | `rules` is not a key of a configuration | The keys are `smolvm`, `for`, `severity`, `fail-on`, `host-checks`, `ignore`, `overrides` and `$schema`.',
    ],
    [
      'smolvm = "1.1.9"\n',
      '"1.1.9" | `smolvm` is no version of smolvm that can be checked for, and no range of them | Write ' +
        `${OLDEST} or newer in full, such as \`"${NEWEST}"\`, or a range such as \`">=${OLDEST} <${NEWEST}"\`.`,
    ],
    ['smolvm = 1.6\n', '1.6 | `smolvm` must be a string'],
    ['for = "run"\n', '"run" | `for` must be a list'],
    ['for = []\n', '[] | `for` is empty | Name at least one, or leave the key out.'],
    [
      'for = ["run", "creat"]\n',
      '"creat" | `for[1]` is none of `create`, `run` and `pack` | Did you mean `create`?',
    ],
    [
      '[severity]\nunknwn-key = "off"\n',
      'unknwn-key | There is no code `unknwn-key` | Did you mean `unknown-key`?',
    ],
    ['[severity]\nxyz = "off"\n', 'xyz | There is no code `xyz` | `smolfile explain` lists the codes.'],
    [
      '[severity]\nduplicate-key = "off"\n',
      'duplicate-key | `duplicate-key` is an error of TOML itself, and stays one | smolvm cannot read a file that has it. Remove the line.',
    ],
    [
      '[severity]\nunknown-key = "warn"\n',
      '"warn" | `severity.unknown-key` is none of `off`, `info`, `warning` and `error`',
    ],
    [
      '[[overrides]]\nseverity = {}\n',
      '[[overrides]] | This override does not say which files it is for | Add `files`, such as `files = ["examples/**"]`.',
    ],
    [
      '[[overrides]]\nfiles = ["a"]\nignore = ["b"]\n',
      'ignore | `ignore` is not a key of `[[overrides]]` | The keys are `files`, `smolvm`, `for`, `severity`, `fail-on` and `host-checks`.',
    ],
    ['ignore = ["a", ""]\n', '"" | A pattern is empty'],
    [
      'ignore = ["!a"]\n',
      '"!a" | A pattern cannot start with `!` | Patterns only add files: say which ones, not which ones not.',
    ],
    [
      '[[overrides]]\nfiles = ["../a"]\n',
      '"../a" | `../a` matches nothing | Patterns are relative to this file\'s folder, and written with `/`.',
    ],
  ])('%j', (text, complaint) => {
    expect(complaints(text)).toEqual([complaint]);
  });

  test('in JSON', () => {
    expect(complaints('{ "smolvn": "1.6.0" }', 'c.json')).toEqual([
      '"smolvn" | `smolvn` is not a key of a configuration | Did you mean `smolvm`?',
    ]);
    expect(complaints('{ "overrides": [{ "files": ["a"], "for": ["rn"] }] }', 'c.json')).toEqual([
      '"rn" | `overrides[0].for[0]` is none of `create`, `run` and `pack` | Did you mean `run`?',
    ]);
    expect(complaints('{ "for": ["run"], "for": ["pack"] }', 'c.json')).toEqual([
      '"for" | `for` is there twice',
    ]);
    expect(complaints('{ "a": 1, }', 'c.json')[0]).toContain('A key is missing here');
    expect(complaints('{} // x', 'c.json')).toEqual([
      '// x | JSON has no comments | Use `smolfile.config.toml` for a configuration with comments.',
    ]);
    expect(complaints('', 'c.json').length).toBeGreaterThan(0);
    expect(complaints('[]', 'c.json')).toEqual(['[] | A configuration must be a table']);
  });

  test('all of them, in order', () => {
    expect(complaints('for = ["x"]\nsmolvm = 1\nfail-on = "no"\n').map((line) => line.split(' ')[0])).toEqual(
      ['"x"', '1', '"no"'],
    );
    expect(complaints('smolvm = \nfor = [').length).toBeGreaterThan(1);
  });
});

test('no text makes it throw', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"a"',
    ':',
    ',',
    '[[overrides]]\n',
    'files',
    '=',
    '__proto__',
    '\u0000',
    '1',
    '\n',
    '$schema',
    'severity.',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, json) => {
      const text = pieces.join('');
      const { config, problems } = parseConfig(text, json ? 'c.json' : 'c.toml');
      expect(config === undefined).toBe(problems.length > 0);
      for (const { range } of problems) {
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('the schema for editors accepts and refuses the same, and names every code', () => {
  const schema = JSON.parse(read('schemas/config.schema.json')) as {
    properties: { severity: { properties: object } };
  };
  const validate = new Ajv({ strict: true }).compile(schema);
  expect(Object.keys(schema.properties.severity.properties)).toEqual(rules.map(({ code }) => code));
  expect(
    validate({ smolvm: '1.6.0', severity: { 'unknown-key': 'off' }, overrides: [{ files: ['a'] }] }),
  ).toBe(true);
  expect(validate({ severity: { 'unknwn-key': 'off' } })).toBe(false);
  expect(validate({ overrides: [{}] })).toBe(false);
});
