import { RELEASES } from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, host } from '../conformance/vectors.ts';
import { inputs } from '../smolvm/generate/inputs.ts';
import { compareForms, type Compared } from './equivalence.ts';
import { environment } from './recorded.ts';

const known = RELEASES.map(({ version }) => version);
/** Both ends of what is known, and some releases between them. */
const TRIED = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => known[Math.round((index * (known.length - 1)) / 7)]!);

/** Random calls of each release: `EQUIVALENCE=2500 pnpm test:slow resolve/equivalence` tries 20,000. */
const RUNS = Number(process.env['EQUIVALENCE'] ?? 100);

describe('what `resolve` prints comes to the same', () => {
  test('of every recorded call', () => {
    const all: Compared[] = [];
    for (const { vector, version } of cases) {
      const compared = compareForms(vector, version, { host, environment });
      expect(compared.difference, `${vector.id}@${version}`).toBeUndefined();
      all.push(compared);
    }
    const accepted = all.flatMap(({ forms }) => (forms ? [forms] : []));
    // what cannot be said is the exception in a Smolfile
    expect(accepted.filter((forms) => forms.includes('toml')).length).toBeGreaterThan(accepted.length * 0.95);
    expect(accepted.filter((forms) => forms.includes('flags')).length).toBeGreaterThan(accepted.length / 3);
  });

  test.each([
    ['run', '[auth]\nssh_agent = true\n', ['--ssh-agent', 'x']],
    ['run', '[auth]\nssh_agent = false\n', ['--ssh-agent', 'x']],
    ['run', 'image = "a"\nentrypoint = ["e"]\n', ['--', 'x', 'y']],
    ['run', 'image = "a"\nnet = true\n[network]\nallow_private = ["010.0.0.0/8"]\n', ['--', 'x']],
    ['create', 'image = "a"\nnet = true\n[network]\nallow_hosts = ["a.b"]\n', []],
    ['create', 'image = "a"\ninit = ["""a\nb\tc"""]\n', []],
  ] as const)('of %s with %j and %j', (command, smolfile, args) => {
    const { forms, difference } = compareForms({ command, smolfile, args: [...args] }, '1.33.0');
    expect(difference).toBeUndefined();
    expect(forms).toContain('toml');
  });

  test('not where a flag stands that only beside a Smolfile stands alone', () => {
    const compared = compareForms({ command: 'create', smolfile: '', args: ['--at=x'] }, '1.33.0');
    expect(compared).toEqual({ forms: [] });
  });

  test('not where an empty word is a program in the file, and none as a flag', () => {
    const pack = { command: 'pack', smolfile: 'image = "a"\nentrypoint = [""]\n', args: [] } as const;
    for (const release of ['1.18.2', '1.33.0']) {
      const { forms, difference } = compareForms(pack, release);
      expect(difference).toBeUndefined();
      expect(forms).not.toContain('flags');
    }
  });

  test('not where smolvm refuses the flags: a bake knows ports of the file alone, and with them the network', () => {
    const smolfile = 'image = "alpine"\nports = ["8080:80"]\ninit = ["echo a"]\n';
    const forms = (release: string) => compareForms({ command: 'run', smolfile, args: [] }, release);
    for (const release of ['1.18.2', '1.22.2']) expect(forms(release)).toEqual({ forms: ['toml'] });
    expect(forms('1.32.2')).toEqual({ forms: ['toml', 'flags'] });
  });

  test('of variables of the file beside those that a flag sets, where none has the same name', () => {
    const forms = (env: string, args: readonly string[]) => {
      const smolfile = `image = "a"\nenv = [${env}]\n`;
      const compared = compareForms({ command: 'create', smolfile, args: [...args] }, '1.33.0');
      expect(compared.difference).toBeUndefined();
      return compared.forms;
    };
    const args = ['--trust-host-certs'];
    expect(forms('"A=1", "A=2"', args)).toEqual(['toml', 'flags']);
    expect(forms('"SSL_CERT_FILE=/x"', args)).toEqual(['toml']);
    expect(forms('"A=1"', [...args, '--env', 'SSL_CERT_FILE=/x'])).toEqual(['toml', 'flags']);
    expect(forms('"A=1", "SSL_CERT_FILE=/x"', ['--env', 'SSL_CERT_FILE=/y'])).toEqual(['toml', 'flags']);
  });

  test.each(TRIED)(
    'of any call at %s',
    (release) => {
      fc.assert(
        fc.property(inputs(['create', 'run', 'pack'], release), (input) => {
          expect(compareForms(input, release).difference).toBeUndefined();
        }),
        { numRuns: RUNS },
      );
    },
    600_000,
  );
});
