import {
  isIgnored,
  lint,
  NEWEST_RELEASE,
  parseConfig,
  parseSmolfile,
  settingsFor,
  type Config,
  type LintOptions,
  type SmolfileDocument,
} from '@smolfile/core';
import { describe, expect, test } from 'vitest';

function config(text: string): Config {
  const parsed = parseConfig(text, 'smolfile.config.toml');
  expect(parsed.problems).toEqual([]);
  return parsed.config!;
}

describe('patterns', () => {
  test.each([
    ['fixtures', 'fixtures/Smolfile', true],
    ['fixtures', 'a/fixtures/b/Smolfile', true],
    ['fixtures/', 'a/fixtures/b/Smolfile', true],
    ['/fixtures', 'fixtures/Smolfile', true],
    ['/fixtures', 'a/fixtures/Smolfile', false],
    ['./fixtures', 'fixtures/Smolfile', true],
    ['fixtures', 'fixtures.smolfile', false],
    ['*.smolfile', 'a/b/web.smolfile', true],
    ['a/*.smolfile', 'a/b/web.smolfile', false],
    ['a/**/*.smolfile', 'a/b/web.smolfile', true],
    ['a/**', 'a/.hidden/Smolfile', true],
    ['{a,b}/Smolfile', 'b/Smolfile', true],
    ['Smolfile', 'Smolfile', true],
    ['[', 'Smolfile', false],
    ['smolfile', 'Smolfile', false],
  ])('%s on %s: %s', (glob, path, expected) => {
    expect(isIgnored(config(`ignore = [${JSON.stringify(glob)}]`), path)).toBe(expected);
  });
});

test('later overrides beat earlier ones, key by key and code by code', () => {
  const read = config(`
smolvm = "1.2.0"
[severity]
unknown-key = "warning"
port-invalid = "info"
[[overrides]]
files = ["a/**"]
smolvm = "1.5.0"
severity = { unknown-key = "off" }
[[overrides]]
files = ["a/b/*"]
for = ["pack"]
fail-on = "never"
severity = { unknown-key = "info" }
`);
  expect(settingsFor(read, 'Smolfile')).toMatchObject({
    smolvm: '1.2.0',
    severities: new Map([
      ['unknown-key', 'warning'],
      ['port-invalid', 'info'],
    ]),
  });
  expect(settingsFor(read, 'a/Smolfile').severities.get('unknown-key')).toBe('off');
  const deepest = settingsFor(read, 'a/b/Smolfile');
  expect(deepest).toMatchObject({ smolvm: '1.5.0', commands: ['pack'], failOn: 'never' });
  expect([...deepest.severities]).toEqual([
    ['unknown-key', 'info'],
    ['port-invalid', 'info'],
  ]);
});

describe('who decides', () => {
  const settings = {
    smolvm: '1.5.0',
    commands: ['run'] as const,
    severities: new Map([['unknown-key', 'off'] as const]),
  };

  test('the version: flag, then comment, then configuration, then the newest', () => {
    const pinned = parseSmolfile('# smolfile: smolvm = "1.6.0"\n');
    const plain = parseSmolfile('');
    const version = (document: SmolfileDocument, options: LintOptions) => lint(document, options).smolvm;
    expect(version(pinned, { config: settings, smolvm: '1.2.0' })).toBe('1.2.0');
    expect(version(pinned, { config: settings })).toBe('1.6.0');
    expect(version(plain, { config: settings })).toBe('1.5.0');
    expect(version(plain, { config: {} })).toBe(NEWEST_RELEASE.version);
    // A version that nobody knows is no decision.
    expect(version(parseSmolfile('# smolfile: smolvm = "0.1"\n'), { config: settings })).toBe('1.5.0');
  });

  test('commands and severities: what was asked for over the configuration', () => {
    const document = parseSmolfile('imge = 1\n');
    expect(lint(document, { config: settings })).toMatchObject({ commands: ['run'] });
    expect(lint(document, { config: settings, commands: ['pack'] }).commands).toEqual(['pack']);
    expect(lint(document, { severities: settings.severities }).diagnostics).toEqual([]);
    const severities = new Map([['unknown-key', 'info'] as const]);
    const { diagnostics } = lint(document, { config: settings, severities });
    expect(diagnostics.find(({ code }) => code === 'unknown-key')).toMatchObject({ severity: 'info' });
  });
});
