import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { allCodes, CALL_PROBLEMS } from '@smolfile/core';
import { codePage } from 'smolfile';
import { smolfile, someOf } from './harness.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/explain-output.schema.json', import.meta.url), 'utf8'),
) as object;
const valid = new Ajv({ strict: true, allowUnionTypes: true, formats: { uri: true } }).compile(schema);

function explain(...argv: string[]): string {
  const { code, stdout, stderr } = smolfile(['explain', ...argv]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

interface List {
  readonly codes: readonly { readonly code: string; readonly summary: string | null }[];
  readonly keys: readonly { readonly key: string }[];
}

test('a code: what, why, what to do, and examples with their output', async () => {
  await expect(explain('shadowed-list')).toMatchFileSnapshot('golden/explain-code.txt');
  expect(explain('shadowed-list', '--format', 'markdown')).toContain(codePage('shadowed-list'));
});

test('a key: type, default, since, flags, value and effect by command', async () => {
  await expect(explain('dev.ports')).toMatchFileSnapshot('golden/explain-key.txt');
  const cpus = explain('cpus');
  for (const word of [
    '0 to 255',
    'Default: `4`',
    'Since: smolvm',
    '`--cpus N`',
    'Value (create, run)',
    'Effect (pack)',
  ]) {
    expect(cpus).toContain(word);
  }
});

test.each([
  ['[dev]', '# dev\n'],
  ['[[network.credentials]]', '# network.credentials\n'],
  ['secrets.TOKEN.from_env', '# secrets.*.from_env\n'],
  ['allow_hosts', '# network.allow_hosts\n'],
  ['oci_platform', '# artifact.oci_platform\n'],
  ['ports', '# ports\n'],
])('%s is understood', (word, heading) => {
  expect(explain(word, '--format', 'markdown').startsWith(heading)).toBe(true);
});

test.each([
  ['port-invalit', 'Did you mean `port-invalid`?'],
  ['dev.prots', 'Did you mean `dev.ports`?'],
  ['policy.max', 'lists all'],
  ['', 'lists all'],
])('%j is not, and the nearest is named', (word, help) => {
  const { code, stdout, stderr } = smolfile(['explain', '--', word]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(help);
});

test('the list has every code and every key, each of them can be explained in every format', () => {
  const list = JSON.parse(explain('--format', 'json')) as List;
  const codes = list.codes.map(({ code }) => code);
  expect(codes).toEqual(
    expect.arrayContaining([...allCodes(), ...Object.keys(CALL_PROBLEMS), 'invalid-utf8']),
  );
  expect(new Set(codes).size).toBe(codes.length);
  expect(list.codes.filter(({ summary }) => !summary)).toEqual([]);
  const text = explain();
  const words = [...codes, ...list.keys.map(({ key }) => key)];
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
  for (const word of someOf(words, 6)) {
    expect(
      valid(JSON.parse(explain(word, '--format', 'json'))),
      `${word}: ${JSON.stringify(valid.errors)}`,
    ).toBe(true);
    expect(explain(word, '--format', 'markdown').length).toBeGreaterThan(50);
    const shown = explain(word);
    expect(shown.startsWith(`${word}\n`)).toBe(true);
    expect(shown).not.toMatch(/\*\*|^```|[^\P{Cc}\n]/mu);
  }
  expect(valid(list)).toBe(true);
  expect(explain('--format', 'markdown')).toContain('| `dev.ports` |');
});

describe('on a terminal', () => {
  test('it fits the screen and is painted', () => {
    const { stdout } = smolfile(['explain', 'cpus'], { terminal: 60 });
    const widths = stdout.split('\n').map((line) => stripVTControlCharacters(line).length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(60);
    expect(stdout).toContain('\u001b[1mcpus');
    expect(smolfile(['explain', 'cpus', '--color', 'never'], { terminal: 60 }).stdout).not.toContain(
      '\u001b',
    );
  });
});

describe('a name that is no key leads to the one that is meant', () => {
  test.each([
    ['port', 'dev.ports'],
    ['--port', 'dev.ports'],
    ['mem_limit', 'memory'],
    ['expose', 'dev.ports'],
  ])('%s: %s', (word, key) => {
    const { stdout, code } = smolfile(['explain', '--', word]);
    expect(code).toBe(0);
    expect([key, key.replace('dev.', '')]).toContain(stdout.split('\n')[0]);
  });
});
