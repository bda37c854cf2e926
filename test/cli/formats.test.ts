import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { RELEASES } from '@smolfile/core';
import { BEYOND, release } from '../harness/releases.ts';
import { lintJson, smolfile } from './harness.ts';

const schemas = new URL('../../schemas/', import.meta.url);
const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true, formats: { uri: true } });

function expectValid(schema: string, document: unknown): void {
  const validate = ajv.compile(JSON.parse(readFileSync(new URL(schema, schemas), 'utf8')) as object);
  validate(document);
  expect(validate.errors).toBeNull();
  ajv.removeSchema();
}

const FINDINGS = `imge = "nginx"
cpus = "2"
image = "a"
image = "b"
# 👍 counts as one
env = ["👍=1", 3]
[dev]
ports = ["8080:80/tcp"]
volumes = ["./missing:/data"]
workdir = "/app
`;

describe('json', () => {
  test('is as the schema says, with findings and without', () => {
    const files = { 'a.smolfile': FINDINGS, 'b.smolfile': '', 'c.smolfile': Uint8Array.of(0xff) };
    const { json } = lintJson([], { files });
    expectValid('lint-output.schema.json', json);
    expect(json.files).toHaveLength(3);
    expectValid('lint-output.schema.json', lintJson(['--allow-empty']).json);
  });

  test('has every key of a finding, always', () => {
    const { json } = lintJson([], { files: { Smolfile: FINDINGS } });
    const keys = [
      'code',
      'severity',
      'message',
      'why',
      'help',
      'url',
      'for',
      'stage',
      'range',
      'related',
      'fix',
    ];
    for (const diagnostic of json.files[0]!.diagnostics) expect(Object.keys(diagnostic)).toEqual(keys);
    expect(Object.keys(json)).toEqual(['formatVersion', 'smolvm', 'files', 'summary']);
    expect(json.summary).toMatchObject({ suppressed: 0 });
  });

  test('only what smolvm refuses is an error', () => {
    const { json } = lintJson([], { files: { Smolfile: FINDINGS } });
    const errors = json.files[0]!.diagnostics.filter(({ severity }) => severity === 'error');
    for (const error of errors) expect(error).toHaveProperty('stage', expect.any(String));
    expect(errors.length).toBeGreaterThan(3);
  });

  test('columns count characters, offsets count UTF-16 units', () => {
    const { json } = lintJson(['--select', 'type-mismatch'], { files: { Smolfile: 'env = ["👍=1", 3]\n' } });
    expect(json.files[0]?.diagnostics[0]?.range).toEqual({
      start: { line: 1, column: 15, offset: 15 },
      end: { line: 1, column: 16, offset: 16 },
    });
  });
});

describe('--version --json', () => {
  test('is as the schema says', () => {
    const { code, stdout } = smolfile(['--version', '--json']);
    const document = JSON.parse(stdout) as unknown;
    expect(code).toBe(0);
    expectValid('version-output.schema.json', document);
    expect(document).toMatchObject({
      formatVersion: 1,
      smolvm: { known: RELEASES.map(({ version }) => version) },
    });
  });
});

const index = JSON.parse(readFileSync(new URL('versions/index.json', schemas), 'utf8')) as {
  newest: string;
  schemas: { from: string; file: string }[];
};

describe('schema', () => {
  const propertiesOf = (...argv: string[]): string[] => {
    const { code, stdout } = smolfile(['schema', ...argv]);
    expect(code).toBe(0);
    return Object.keys((JSON.parse(stdout) as { properties: object }).properties);
  };

  test.each(RELEASES.map(({ version }) => version))('of %s is the file that the index names', (version) => {
    const { file } = index.schemas.findLast(({ from }) => !release(version).isBefore(from))!;
    const text = readFileSync(new URL(`versions/${file}`, schemas), 'utf8');
    expect(smolfile(['schema', '--smolvm-version', version]).stdout).toBe(text);
    if (version === index.newest) expect(smolfile(['schema']).stdout).toBe(text);
  });

  test.each([
    ['1.2.0', ['docker_socket', 'cuda', 'fork'], false],
    ['1.5.9', ['docker_socket', 'fork'], false],
    ['1.6.0', ['docker_socket'], true],
    ['1.7.1', ['auto_graph'], false],
    ['1.9.2', ['fork', 'docker_socket'], true],
    ['1.10.0', ['fork', 'docker_socket'], true],
  ])('of %s: %j is %s', (version, keys, known) => {
    const properties = propertiesOf('--smolvm-version', version);
    for (const key of keys) expect(properties.includes(key)).toBe(known);
  });

  test('beyond all that is known is that of the newest', () => {
    expect(propertiesOf('--smolvm-version', BEYOND.version)).toEqual(propertiesOf());
  });
});
