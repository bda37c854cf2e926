import { parseSmolfile } from '@smolfile/core';
import TOML from '@iarna/toml';
import { describe, expect, test } from 'vitest';
import {
  commandLineOf,
  resolve,
  tomlOf,
  type Accepted,
  type ResolveOptions,
} from '../../packages/core/src/resolve/index.ts';
import { cases, host } from '../conformance/vectors.ts';
import { environment, resolveVector } from './recorded.ts';

const accepted = cases.flatMap(({ vector, version }) => {
  const resolution = resolveVector(vector, version);
  return resolution.accepted ? [{ id: `${vector.id}@${version}`, resolution }] : [];
});

/** Resolves a rendition: a file without flags, or flags without a file. */
function again({ command, smolvm }: Accepted, from: { text?: string; flags?: readonly string[] }): unknown {
  const options: ResolveOptions = {
    command,
    smolvm,
    flags: from.flags ?? [],
    given: from.flags ? [] : ['smolfile'],
    assumed: ['output'],
    host,
    environment,
    showValues: true,
  };
  const resolution = resolve(parseSmolfile(from.text ?? ''), options);
  return resolution.accepted
    ? comparable(resolution)
    : `${resolution.error.stage}: ${resolution.error.message}`;
}

/** `run` stores what `auth.ssh_agent` says and acts on `--ssh-agent` without storing it; both do the same. */
function comparable({ command, config }: Accepted): Accepted['config'] {
  return command === 'run' ? { ...config, ssh_agent: null } : config;
}

describe('as a Smolfile', () => {
  const written = accepted.map(({ id, resolution }) => ({ id, resolution, toml: tomlOf(resolution) }));
  const exact = written.filter(({ toml }) => toml.inexpressible.length === 0);

  test('nearly everything can be written', () => {
    expect(exact.length).toBeGreaterThan(accepted.length * 0.95);
  });

  test('it resolves to the same configuration without any flags', () => {
    for (const { id, resolution, toml } of exact) {
      const text = TOML.stringify(toml.table as TOML.JsonMap);
      expect(again(resolution, { text }), `${id}\n${text}`).toEqual(comparable(resolution));
    }
  });
});

describe('as a command line', () => {
  const written = accepted.map(({ id, resolution }) => ({ id, resolution, line: commandLineOf(resolution) }));
  const exact = written.filter(({ line }) => line.inexpressible.length === 0);

  test('many have one', () => {
    expect(exact.length).toBeGreaterThan(accepted.length / 3);
  });

  test('it resolves to the same configuration without any file', () => {
    for (const { id, resolution, line } of exact) {
      const { entrypoint, ...config } = comparable(resolution);
      // what `run` drops is not given again
      const dropped = resolution.command === 'run' && resolution.call.trailing.length > 0;
      const flags = line.argv.slice(2);
      expect(again(resolution, { flags }), `${id}: ${line.text}`).toEqual({
        ...config,
        entrypoint: dropped ? [] : entrypoint,
      });
    }
  });
});
