import { parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import {
  diffResolutions,
  explainValue,
  resolve,
  type Accepted,
  type ResolveOptions,
} from '../../packages/core/src/resolve/index.ts';
import { vectors } from '../conformance/vectors.ts';
import { BEYOND } from '../harness/releases.ts';

function accepted(toml: string, options: Partial<ResolveOptions> = {}): Accepted {
  const resolution = resolve(parseSmolfile(toml), {
    command: 'create',
    smolvm: '1.2.0',
    assumed: ['output'],
    ...options,
  });
  if (!resolution.accepted) throw new Error(resolution.error.message);
  return resolution;
}

const TOML =
  'cpus=2\nports=["80"]\n[dev]\nports=["81:81"]\n[secrets]\nA={from_env="X"}\n[health]\nexec=["x"]\n';

describe('explaining', () => {
  test('a single value: all that was given for it', () => {
    expect(explainValue(accepted(TOML, { flags: '--cpus 4' }), 'cpus')).toMatchObject({
      name: 'cpus',
      key: 'cpus',
      value: 2,
      strategy: 'override-unless-default',
      layers: ['--cpus', 'cpus'],
      effect: { effect: 'stored' },
      chain: [
        { outcome: 'used', origin: { kind: 'smolfile', key: 'cpus' } },
        { outcome: 'dropped', origin: { kind: 'flag', flag: '--cpus 4' }, reason: /default/ },
      ],
    });
  });

  test.for(['ports', 'dev.ports', '--port'])('a list, by any of its names: %s', (name) => {
    expect(explainValue(accepted(TOML, { flags: '-p 82' }), name)).toMatchObject({
      name: 'ports',
      value: [
        [81, 81],
        [82, 82],
      ],
      chain: [
        { outcome: 'used', value: [81, 81], origin: { key: 'dev.ports[0]' } },
        { outcome: 'used', value: [82, 82], origin: { flag: '-p 82' } },
        { outcome: 'dropped', origin: { key: 'ports[0]' } },
      ],
    });
  });

  test('a flag of several keys is explained by its own', () => {
    expect(explainValue(accepted(''), '--allow-host')?.name).toBe('allow_hosts');
  });

  test('a secret, and all of them', () => {
    const resolution = accepted(TOML);
    expect(explainValue(resolution, 'secrets.A')).toMatchObject({
      name: 'secrets.A',
      value: { from_env: 'X' },
      chain: [{}],
    });
    const odd = accepted('[secrets]\n"odd name"={from_env="X"}');
    for (const name of ['secrets.odd name', 'secrets."odd name"']) {
      expect(explainValue(odd, name)).toMatchObject({ name: 'secrets."odd name"', value: { from_env: 'X' } });
    }
    expect(explainValue(resolution, 'secrets')).toMatchObject({
      name: 'secrets',
      chain: [{ outcome: 'used' }],
    });
  });

  test('a key under another name than the value', () => {
    expect(explainValue(accepted(TOML), 'health.interval')?.name).toBe('health.interval_secs');
    expect(explainValue(accepted(TOML), 'health.interval_secs')?.key).toBe('health.interval');
  });

  test('the other spelling of a section', () => {
    const resolution = accepted('image="a"\n[pack]\ncpus=3', { command: 'pack' });
    expect(explainValue(resolution, 'pack.cpus')).toMatchObject({ name: 'cpus', value: 3 });
  });

  test('a key that the command ignores', () => {
    expect(explainValue(accepted('image="a"', { command: 'pack' }), 'health.exec')).toEqual({
      key: 'health.exec',
      layers: [],
      chain: [],
      effect: { effect: 'ignored' },
    });
  });

  test('nothing that is unknown', () => {
    expect(explainValue(accepted(''), 'bogus')).toBeUndefined();
    expect(explainValue(accepted(''), '--bogus')).toBeUndefined();
  });
});

test('of every recorded call, every value and element has its history, and a default is one', () => {
  let count = 0;
  for (const { smolfile, command, args, accept, smolvm } of vectors.filter((_, index) => index % 2 === 0)) {
    if (!accept) continue;
    const resolution = resolve(parseSmolfile(smolfile), { command, flags: args, smolvm: smolvm.at(-1)! });
    if (!resolution.accepted) continue;
    for (const [name, own] of Object.entries(resolution.provenance)) {
      const elements = Array.isArray(own) ? own.filter(({ value }) => value !== undefined) : [];
      const names = [...elements.keys()].map((index) => `${name}[${index}]`);
      for (const each of Array.isArray(own) ? names : [name]) {
        const { chain, values } = explainValue(resolution, each)!;
        const ofFlag = values?.find((one) => one.name === each)?.chain ?? [];
        expect([...chain, ...ofFlag], `${each} of ${smolfile}`).not.toHaveLength(0);
        count++;
      }
    }
  }
  expect(count).toBeGreaterThan(5000);
});

describe('comparing', () => {
  test('flags', () => {
    const diff = diffResolutions(
      accepted(TOML),
      accepted(TOML, { flags: '--cpus 8 -p 82 --secret-env B=Y' }),
    );
    expect(diff).toMatchObject({
      sameVerdict: true,
      changes: [
        { name: 'secrets.B', after: { from_env: 'Y' } },
        {
          name: 'cpus',
          before: 2,
          after: 8,
          origins: { before: [{ key: 'cpus' }], after: [{ flag: '--cpus 8' }] },
        },
        { name: 'ports', added: [[82, 82]], removed: [] },
      ].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      ignored: { before: [], after: [] },
    });
  });

  test('commands', () => {
    const { changes, ignored } = diffResolutions(
      accepted(TOML),
      accepted(TOML, { command: 'run', flags: '-d' }),
    );
    expect(changes.find(({ name }) => name === 'health.exec')).toEqual({
      name: 'health.exec',
      key: 'health.exec',
      before: ['x'],
      origins: { before: [expect.anything()], after: [] },
    });
    expect(ignored).toEqual({ before: [], after: ['health'] });
  });

  test('versions', () => {
    const { changes } = diffResolutions(
      accepted('cpus=2', { flags: '--cpus 4' }),
      accepted('cpus=2', { flags: '--cpus 4', smolvm: BEYOND.version }),
    );
    expect(changes).toMatchObject([{ name: 'cpus', before: 2, after: 4 }]);
  });

  test('an order is a difference of its own', () => {
    const [change] = diffResolutions(accepted('init=["a","b"]'), accepted('init=["b","a"]')).changes;
    expect(change).toMatchObject({ name: 'init', added: [], removed: [] });
  });

  test('a refusal', () => {
    const refused = resolve(parseSmolfile(TOML), { command: 'create', flags: '--bogus' });
    expect(diffResolutions(accepted(TOML), refused)).toMatchObject({ sameVerdict: false, changes: [] });
    expect(diffResolutions(refused, refused)).toMatchObject({ sameVerdict: true, changes: [] });
  });
});
