/** `smolfile compat`: which releases accept a file, and why. */
import { readFileSync } from 'node:fs';
import { allKeys, compat, EVERY_KEY, lint, lowestRelease, parseSmolfile, RELEASES } from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strictAjv } from '../../schemas/generate/validator.ts';
import { cases } from '../conformance/vectors.ts';
import { smolfile } from './harness.ts';

const FILE = 'image = "alpine"\nuser = "app"\nstop_signal = "SIGINT"\n';

test('the lowest release is that of the newest key', () => {
  const { code, stdout } = smolfile(['compat', '--min', '--for', 'create', 'Smolfile'], {
    files: { Smolfile: FILE },
  });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '1.28.0\n' });
});

const firsts = JSON.parse(
  readFileSync(new URL('../conformance/first-releases.json', import.meta.url), 'utf8'),
) as { readonly keys: Readonly<Record<string, readonly [release: string, text: string]>> };

describe('a file with one key that came later', () => {
  test.each(Object.entries(firsts.keys))('%s', (_, [first, text]) => {
    const image = text.startsWith('network') ? '' : 'image = "alpine"\n';
    const net = image === '' || text.startsWith('net = true') ? '' : 'net = true\n';
    const { code, stdout } = smolfile(['compat', '--min', '--for', 'create', 'Smolfile'], {
      files: { Smolfile: `${image}${net}${text}` },
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${first}\n` });
  });

  test('every key that 1.2.0 lacks is one of them, or comes with one', () => {
    const late = [...allKeys(EVERY_KEY)].filter(({ absent = false, changes = [] }) =>
      [absent, ...changes.map((change) => change.absent)].includes(true),
    );
    const isTold = (path: string): boolean =>
      Object.keys(firsts.keys).some((key) => key === path || key.startsWith(`${path}.`));
    // an entry must have all three
    const together = /^network\.credentials\[\]\.(?:environment_variable|allowed_hosts)$/;
    expect(late.map(({ path }) => path).filter((path) => !isTold(path) && !together.test(path))).toEqual([]);
    expect(late.length).toBeGreaterThan(20);
  });
});

test('the table says for each span what changes, and why', () => {
  const { code, stdout } = smolfile(['compat', '--for', 'create', 'Smolfile'], { files: { Smolfile: FILE } });
  expect(code).toBe(0);
  expect(stdout).toContain('✗ refused  1.14.0 to 1.22.3');
  expect(stdout).toContain('– no longer: `user` needs smolvm 1.14.0 or newer');
  expect(stdout).toContain(`✓ accepted  1.28.0 to ${RELEASES.at(-1)!.version}`);
});

test('a file that the newest refuses has no lowest release', () => {
  const { code, stdout, stderr } = smolfile(['compat', '--min', 'Smolfile'], {
    files: { Smolfile: 'cpus = "2"\n' },
  });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('refuses it');
});

test('nothing to look at, wrong usage', () => {
  expect(smolfile(['compat']).code).toBe(2);
  expect(smolfile(['compat', 'gone']).code).toBe(3);
  expect(
    smolfile(['compat', '--min', '--format', 'json', 'Smolfile'], { files: { Smolfile: FILE } }).code,
  ).toBe(2);
});

test('JSON is as its schema says', () => {
  const { stdout } = smolfile(['compat', '--format', 'json', 'Smolfile'], { files: { Smolfile: FILE } });
  const schema = JSON.parse(
    readFileSync(new URL('../../schemas/compat-output.schema.json', import.meta.url), 'utf8'),
  ) as object;
  const validate = strictAjv().compile(schema);
  expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
});

describe('for every recorded file', () => {
  const texts = [...new Set(cases.map(({ vector }) => vector.smolfile))];

  test('spans cover every release once, and each release says what its span says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.constantFrom(...RELEASES), (text, release) => {
        const document = parseSmolfile(text);
        const spans = compat(document, { commands: ['create'] }).get('create')!;
        expect(spans[0]!.from).toBe(RELEASES[0]);
        for (const [index, { from, to }] of spans.entries()) {
          expect(from.compare(to)).toBeLessThanOrEqual(0);
          expect(to).toBe(spans[index + 1]?.from.previous ?? RELEASES.at(-1));
        }
        const span = spans.find(({ to }) => release.compare(to) <= 0)!;
        const { diagnostics, suppressed } = lint(document, { smolvm: release.version, commands: ['create'] });
        const refused = [...diagnostics, ...suppressed].some(
          ({ severity, stage }) => severity === 'error' && (stage === 'parse' || stage === 'config'),
        );
        expect(span.accepted).toBe(!refused);
        const lowest = lowestRelease(spans);
        expect(lowest === undefined).toBe(!spans.at(-1)!.accepted);
      }),
      { numRuns: 40 },
    );
  });
});
