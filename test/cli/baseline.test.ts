import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folderWith, smolfile } from './harness.ts';

const OLD = 'imge = "x"\nimge2 = "x"\nports = ["x"]\n';
const isBaseline = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(new URL('../../schemas/baseline.schema.json', import.meta.url), 'utf8')) as object,
);

function lint(cwd: string, ...argv: string[]) {
  return smolfile(['lint', '--format', 'concise', '--baseline', 'base.json', ...argv], { cwd });
}

test('what is in it is left out, and what is new is reported', () => {
  const cwd = folderWith({ 'a/Smolfile': OLD, 'b/Smolfile': 'image = "a:1"\n' });
  expect(lint(cwd).code).toBe(2);
  expect(lint(cwd, '--update-baseline')).toMatchObject({ code: 0, stdout: '' });
  const text = readFileSync(join(cwd, 'base.json'), 'utf8');
  expect(isBaseline(JSON.parse(text))).toBe(true);
  expect(JSON.parse(text)).toMatchObject({
    files: { 'a/Smolfile': { 'unknown-key': 2, 'port-invalid': 1 } },
  });
  expect(lint(cwd)).toMatchObject({ code: 0, stdout: '', stderr: '' });
  // from elsewhere, too: paths are those from the baseline on
  expect(
    smolfile(['lint', '--format', 'concise', '--baseline', '../base.json', '.'], { cwd: join(cwd, 'a') }),
  ).toMatchObject({ code: 0, stdout: '' });

  // one more of a code: all of that code are reported, for nobody knows which is new
  writeFileSync(join(cwd, 'a/Smolfile'), `${OLD}imge3 = 1\n`);
  const { code, stdout } = lint(cwd);
  expect(code).toBe(1);
  expect(stdout.match(/unknown-key/g)).toHaveLength(3);
  expect(stdout).not.toContain('port-invalid');
});

test('it shrinks, and says that it could', () => {
  const cwd = folderWith({ Smolfile: OLD, 'b.smolfile': OLD });
  lint(cwd, '--update-baseline');
  writeFileSync(join(cwd, 'Smolfile'), 'ports = ["x"]\n');
  expect(lint(cwd).stderr).toContain('2 findings of the baseline are gone');
  // a file that is not looked at keeps what it has; one that is gone loses it
  lint(cwd, '--update-baseline', 'Smolfile');
  const files = () =>
    (JSON.parse(readFileSync(join(cwd, 'base.json'), 'utf8')) as { files: Record<string, object> }).files;
  expect(files()['b.smolfile']).toHaveProperty('unknown-key', 2);
  expect(files()['Smolfile']).not.toHaveProperty('unknown-key');
  rmSync(join(cwd, 'b.smolfile'));
  lint(cwd, '--update-baseline');
  expect(Object.keys(files())).toEqual(['Smolfile']);
});

test('syntax errors are never put aside', () => {
  const cwd = folderWith({ Smolfile: 'image = \n' });
  lint(cwd, '--update-baseline');
  expect(lint(cwd)).toMatchObject({ code: 1, stdout: expect.stringContaining('error[') as string });
});

test('the summary counts it', () => {
  const cwd = folderWith({ Smolfile: 'imge = 1\n' });
  lint(cwd, '--update-baseline');
  const { stdout } = smolfile(['lint', '--baseline', 'base.json'], { cwd });
  expect(stdout).toMatch(/^✓ 1 Smolfile, no new problems, \d+ in the baseline/);
});

describe('wrong', () => {
  test.each([
    ['', 'is no baseline'],
    ['[]', 'is no baseline'],
    ['{"formatVersion":2,"files":{}}', 'is no baseline'],
    ['{"formatVersion":1,"files":{"Smolfile":{"x":-1}}}', 'is no baseline'],
  ])('%s', (text, message) => {
    const { code, stderr } = lint(folderWith({ Smolfile: '', 'base.json': text }));
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test('a Smolfile is never written over', () => {
    const cwd = folderWith({ Smolfile: '{}' });
    const { code } = smolfile(['lint', '--baseline', 'Smolfile', '--update-baseline'], { cwd });
    expect([code, readFileSync(join(cwd, 'Smolfile'), 'utf8')]).toEqual([2, '{}']);
    expect(smolfile(['lint', '--update-baseline'], { cwd }).code).toBe(2);
  });
});

test('whatever the files, nothing is left once a baseline is written, but for syntax errors', () => {
  const line = constantFrom(
    'imge = 1',
    'cpus = "x"',
    'ports = ["x", "80:80"]',
    'env = ["A"]',
    '[dev]',
    'x',
    '',
  );
  assert(
    property(array(array(line, { maxLength: 5 }), { minLength: 1, maxLength: 3 }), (files) => {
      const cwd = folderWith(
        Object.fromEntries(files.map((lines, index) => [`${index}/Smolfile`, lines.join('\n')])),
      );
      lint(cwd, '--update-baseline');
      const before = readFileSync(join(cwd, 'base.json'), 'utf8');
      const { stdout, stderr } = lint(cwd, '--fail-on', 'info');
      const left = stdout.split('\n').filter(Boolean);
      for (const each of left)
        expect(each).toMatch(
          /error\[(?:missing-|duplicate-|redefined-|invalid-|unexpected-|expected-|bare-)/,
        );
      expect(stderr).toBe('');
      lint(cwd, '--update-baseline');
      expect(readFileSync(join(cwd, 'base.json'), 'utf8')).toBe(before);
    }),
    { numRuns: 30 },
  );
  expect(existsSync('base.json')).toBe(false);
});
