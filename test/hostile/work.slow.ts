import { fixAll, formatText, hostWith, lint, parseSmolfile, resolve } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { smolfile } from '../cli/harness.ts';

const MANY = 5000;
const host = hostWith({ '.': 'directory' });

function list(key: string, element: (index: number) => string): string {
  return `${key} = [${Array.from({ length: MANY }, (_, index) => `"${element(index)}"`).join(', ')}]\n`;
}

function lines(line: (index: number) => string): string {
  return Array.from({ length: MANY }, (_, index) => line(index)).join('');
}

// No time is asserted; what is not linear takes minutes here, or did.
describe('thousands of one thing', () => {
  test.each([
    ['unknown keys', lines((index) => `cpuz${index} = 1\n`), MANY],
    ['the same key', 'cpus = 1\n'.repeat(MANY), MANY - 1],
    ['the same table', '[dev]\n'.repeat(MANY), MANY - 1],
    ['statements without value', lines((index) => `a${index} =\n`), MANY],
    ['the same variable', list('env', () => 'A=1'), MANY - 1],
    ['the same port', list('ports', () => '80:80'), MANY - 1],
    ['the same host', `[network]\n${list('allow_hosts', () => 'example.com')}`, MANY - 1],
    [
      'secrets that win over variables',
      lines((index) => `[secrets.A${index}]\nfrom_env = "B"\n`) +
        `[dev]\n${list('env', (index) => `A${index}=1`)}`,
      MANY,
    ],
    [
      'hosts that init needs',
      list('init', (index) => `curl https://h${index}.example.com/`) +
        `[network]\n${list('allow_hosts', (index) => `g${index}.example.com`)}`,
      MANY,
    ],
    [
      'ignored findings',
      '# smolfile-ignore-file unknown-key: so\n'.repeat(MANY) + lines((index) => `cpuz${index} = 1\n`),
      0,
    ],
    ['comments that ignore nothing', '# smolfile-ignore unknown-key: so\n'.repeat(MANY), MANY],
  ])('%s', (_, text, findings) => {
    const { diagnostics } = lint(parseSmolfile(text), { commands: ['create'], host });
    expect(diagnostics.length).toBeGreaterThanOrEqual(findings);
    expect(formatText(formatText(text))).toBe(formatText(text));
  });

  test('elements of a list are resolved with their origins', () => {
    const text =
      list('ports', (index) => `${index + 1}:${index + 1}`) + list('env', (index) => `A${index}=1`);
    // newer releases allow 64 ports
    const resolution = resolve(parseSmolfile(text), { command: 'create', smolvm: '1.9.3' });
    expect(resolution.accepted && resolution.provenance['ports']).toHaveLength(MANY);
  });

  test('fixes are applied in one go', () => {
    const { text, fixed } = fixAll(list('env', () => 'A=1'));
    expect(fixed).toHaveLength(MANY - 1);
    expect(text).toBe('env = ["A=1"]\n');
  });
});

test('a file of a million lines is linted and formatted', () => {
  const text = `${'# line\n'.repeat(1_000_000)}cpus=0\n`;
  const { code, stdout } = smolfile(['lint', '--format', 'concise', '-'], { stdin: text });
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringContaining(':1000001:6: error[resource-too-small]') as string,
  });
  // not `toBe`: what differs would be compared line by line
  expect(formatText(text) === text.replace('cpus=0', 'cpus = 0')).toBe(true);
});

test.each(['pretty', 'concise', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'checkstyle', 'junit'])(
  'a report as %s shows of a line of a megabyte what it is about',
  (format) => {
    const long = 'x'.repeat(1_000_000);
    const stdin = `image = "${long}"\nports = ["${'8'.repeat(1_000_000)}"]\nenv = ["A=${long}", 5] # ${long}\n`;
    const { code, stdout } = smolfile(['lint', '--format', format, '-'], { stdin });
    expect(code).toBe(1);
    expect(stdout).toContain('type-mismatch');
    expect(stdout.length).toBeLessThan(50_000);
  },
);

test('huge strings everywhere', () => {
  const huge = 'x.'.repeat(500_000);
  const keys = ['image', 'workdir', 'health.interval', 'restart.policy', 'secrets.A.from_env'];
  const lists = ['ports', 'volumes', 'env', 'init', 'cmd', 'network.allow_hosts', 'network.allow_cidrs'];
  const text = [
    ...keys.map((key) => `${key}="${huge}"\n`),
    ...lists.map((key) => `${key}=["${huge}"]\n`),
  ].join('');
  const document = parseSmolfile(text);
  for (const { message } of lint(document, { host }).diagnostics) expect(message.length).toBeLessThan(2000);
  expect(resolve(document, { command: 'create', host }).accepted).toBe(false);
  expect(formatText(text)).toBe(text.replaceAll('=["', ' = ["').replaceAll('="', ' = "'));
});

test('values nested as deep as smolvm reads them are formatted, deeper ones left alone', () => {
  const deep = (depth: number): string => `a=${'[ '.repeat(depth)}${' ]'.repeat(depth)}\n`;
  expect(formatText(deep(79))).toBe(`a = ${'['.repeat(79)}${']'.repeat(79)}\n`);
  expect(formatText(deep(80))).toBe(deep(80));
  expect(formatText(deep(100_000))).toBe(deep(100_000));
});
