import { lint, parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { described } from '../harness/examples.ts';

function check(
  toml: string,
  options: Parameters<typeof lint>[1] = { commands: ['create'] },
): { kept: string[]; suppressed: string[] } {
  const { diagnostics, suppressed } = lint(parseSmolfile(toml), options);
  return { kept: described(toml, diagnostics), suppressed: described(toml, suppressed) };
}

describe('a comment silences', () => {
  test.each([
    ['at the end of the line', 'ports = ["http"] # smolfile-ignore port-invalid: for later\n', 1],
    ['above the line', '# smolfile-ignore port-invalid\nports = ["http"]\n', 2],
    [
      'above, with other comments and blank lines between',
      '# smolfile-ignore port-invalid: x\n\n# ports\nports = ["http"]\n',
      4,
    ],
    [
      'above a statement of several lines',
      '# smolfile-ignore port-invalid: x\nports = [\n  "80",\n  "http",\n]\n',
      4,
    ],
    ['above one element', 'ports = [\n  # smolfile-ignore port-invalid: x\n  "http",\n]\n', 3],
    ['for the whole file', '# smolfile-ignore-file port-invalid: x\ncpus = 1\nports = ["http"]\n', 3],
    ['one of several codes', 'ports = ["http"] # smolfile-ignore port-duplicate-host, port-invalid: x\n', 1],
  ])('%s', (_, toml, line) => {
    const { kept, suppressed } = check(toml);
    expect(suppressed).toEqual([`${line}: error: port-invalid`]);
    expect(kept.filter((finding) => finding.includes('port-invalid'))).toEqual([]);
  });
});

describe('a comment does not silence', () => {
  test.each([
    ['another code', 'ports = ["http"] # smolfile-ignore cidr-invalid: x\n'],
    ['another line', '# smolfile-ignore port-invalid: x\ncpus = 1\nports = ["http"]\n'],
    ['the file from within it', 'cpus = 1\n# smolfile-ignore-file port-invalid: x\n\nports = ["http"]\n'],
    ['one element by another', 'ports = [\n  # smolfile-ignore port-invalid: x\n  "80",\n  "http",\n]\n'],
  ])('%s', (_, toml) => {
    expect(check(toml).kept.filter((finding) => finding.includes('port-invalid'))).toHaveLength(1);
  });

  test('TOML’s own errors', () => {
    const toml = 'image = "a # smolfile-ignore-file unterminated-string\n';
    expect(check(`# smolfile-ignore-file unterminated-string: x\n${toml}`).kept).toEqual([
      '2: error: unterminated-string',
    ]);
  });

  test('from within a string', () => {
    expect(check('image = "# smolfile-ignore image-without-network"\n').suppressed).toEqual([]);
  });
});

describe('an unused suppression', () => {
  const toml = '# smolfile-ignore-file secrets-in-pack: never packed\ncpus = 1\n';

  test('is reported where the rule was asked', () => {
    expect(check(toml, { commands: ['pack'] }).kept).toContain('1: warning: unused-suppression');
  });

  test('is not reported where the rule does not hold', () => {
    expect(check(toml).kept).toEqual([]);
  });

  test('is not reported while the file cannot be read whole', () => {
    expect(check(`${toml}net = True\n`, { commands: ['pack'] }).kept).toEqual(['3: error: invalid-boolean']);
  });

  test('is not reported for a code that is switched off', () => {
    const severities = new Map([
      ['secrets-in-pack', 'off' as const],
      ['pack-needs-image', 'off' as const],
    ]);
    expect(check(toml, { commands: ['pack'], severities }).kept).toEqual([]);
  });
});

test('severities are moved and switched off, but not TOML’s own', () => {
  const severities = new Map([
    ['port-invalid', 'info'],
    ['unknown-key', 'off'],
    ['invalid-boolean', 'off'],
  ] as const);
  const toml = 'imge = "a"\ndev.ports = ["http"]\nnet = True\n';
  expect(check(toml, { commands: ['create'], severities }).kept).toEqual([
    '2: info: port-invalid',
    '3: error: invalid-boolean',
  ]);
});
