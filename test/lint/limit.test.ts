import { fixAll, lint, parseSmolfile, type LintOptions } from '@smolfile/core';
import { expect, test } from 'vitest';

const KEYS = 'a = 1\nb = 1\nc = 1\nd = 1\ne = 1\n';

function shown(text: string, options: LintOptions = {}): string[] {
  const { diagnostics } = lint(parseSmolfile(text), { most: 3, ...options });
  return diagnostics.map(
    ({ code, severity, message, range, commands }) =>
      `${severity} ${code} ${range.start}-${range.end}${/^\d+ more/.test(message) ? ` ${commands.join()} ${message}` : ''}`,
  );
}

test('of too many findings of one code, the last says how many more there are', () => {
  expect(shown(KEYS)).toEqual([
    'error unknown-key 0-1',
    'error unknown-key 6-7',
    'error unknown-key 12-13',
    'error unknown-key 18-18 create,run 2 more of this kind are not shown',
  ]);
  expect(shown('a = 1\nb = 1\nc = 1\nd = 1\n').at(-1)).toContain('1 more of this kind is not shown');
  expect(shown('a = 1\nb = 1\nc = 1\n')).toHaveLength(3);
});

test('syntax errors, too', () => {
  expect(shown('a b\n'.repeat(1000)).at(-1)).toBe(
    'error missing-equals 14-14 create,run 997 more of this kind are not shown',
  );
});

test('no code hides another, and no warning an error', () => {
  const text = `env = ["=a", "=b", "=c", "=d", "=e"]\ncpus = "x"\nnet = 1\n${KEYS}`;
  const found = shown(text);
  expect(found.filter((one) => one.startsWith('error type-mismatch'))).toHaveLength(2);
  expect(found.filter((one) => one.startsWith('error unknown-key'))).toHaveLength(4);
  expect(found.filter((one) => one.startsWith('warning env-entry-dropped'))).toHaveLength(4);
});

test('what is silenced does not count, and what is not silenced is not hidden', () => {
  const silenced = KEYS.replaceAll('\n', ' # smolfile-ignore unknown-key: so\n');
  expect(shown(silenced)).toEqual([]);
  expect(shown(`${silenced}f = 1\n`)).toEqual([expect.stringContaining('error unknown-key')]);
  expect(shown(`${silenced}${KEYS.replaceAll(' =', 'x =')}`).at(-1)).toContain('2 more of this kind');
  expect(shown(`# smolfile-ignore-file unknown-key: so\n${KEYS}`)).toEqual([]);
});

test('severities hold for what is not shown', () => {
  const info = new Map([['unknown-key', 'info']] as const);
  expect(shown(KEYS, { severities: info }).every((one) => one.startsWith('info'))).toBe(true);
  expect(shown(KEYS, { severities: new Map([['unknown-key', 'off']]) })).toEqual([]);
});

test('fixes are applied to all, whatever is shown', () => {
  const { text, fixed } = fixAll(`env = [${'"A=1", '.repeat(8)}"A=1"]\n`, { most: 3 });
  expect(fixed).toHaveLength(8);
  expect(text).toBe('env = ["A=1"]\n');
});

test('without being told, ten thousand of each', () => {
  const text = Array.from({ length: 12_000 }, (_, index) => `a${index} = 1\nb${index}\n`).join('');
  const { diagnostics } = lint(parseSmolfile(text));
  expect(diagnostics.filter(({ code }) => code === 'unknown-key')).toHaveLength(10_001);
  expect(diagnostics.map(({ message }) => message)).toContain('2000 more of this kind are not shown');
  expect(diagnostics).toHaveLength(20_002);
});
