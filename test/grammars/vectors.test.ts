import { describe, expect, test } from 'vitest';
import {
  checkGpuVram,
  checkResources,
  checkSecretRef,
  duplicateHostPort,
  duplicateTarget,
  isRemoteVolume,
  OPERATION,
  parseCidr,
  parseDuration,
  parseFileEnvSpec,
  parseImageFlag,
  parsePort,
  parseRemoteVolume,
  parseResourceFlag,
  parseRestartPolicy,
  parseSecretFlag,
  parseVolume,
  protectedSource,
  remoteKinds,
  repeatedSecretText,
  sameTarget,
  secretText,
  sourceNotDirectory,
  sourceNotFound,
  sourceProtected,
  tooManyCpus,
  type Parsed,
  type ResourceFlag,
  type SecretRef,
} from '../../packages/core/src/grammars/index.ts';
import { PINNED, release } from '../harness/releases.ts';
import { at, given, refusal, valuesOf, vectors, type Values, type Vector } from './vectors.ts';

const config = vectors.filter((vector) => vector.error?.stage === 'config');
const usage = vectors.filter((vector) => vector.error?.stage === 'args');
const made = vectors.filter((vector) => vector.accept && vector.command !== 'pack');

function about(list: readonly Vector[], pattern: RegExp): readonly Vector[] {
  return list.filter((vector) => pattern.test(refusal(vector)));
}

/** smolvm's text for the first value it would refuse. */
function firstText<T>(specs: readonly string[], parse: (spec: string) => Parsed<T>): string | undefined {
  for (const spec of specs) {
    const parsed = parse(spec);
    if (!parsed.ok) return parsed.problem.smolvm;
  }
  return undefined;
}

function accepted<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
}

interface Refusal {
  readonly what: string;
  readonly list: readonly Vector[];
  readonly atLeast: number;
  readonly text: (values: Values, vector: Vector, version: string) => string | undefined;
}

const integer = (value: unknown): bigint | undefined => (typeof value === 'bigint' ? value : undefined);

/** The command line wins, but not with a value that equals the default (facts 2.2). */
function resource(values: Values, flag: ResourceFlag, key: string, ignored?: bigint): bigint | undefined {
  const [text] = given(values.flags, flag);
  const asked = text === undefined ? undefined : accepted(parseResourceFlag(flag, text));
  return asked === undefined || asked === ignored ? integer(values.table[key]) : asked;
}

const REFUSALS: readonly Refusal[] = [
  {
    what: 'ports of the file',
    list: about(config, /^smolfile ports: /),
    atLeast: 25,
    text: ({ ports }, _, version) =>
      `${OPERATION.ports}: ${firstText(ports, (spec) => parsePort(spec, release(version)))}`,
  },
  {
    what: 'duplicate host ports',
    list: about(config, /^validate ports: /),
    atLeast: 10,
    text: ({ ports }, _, version) => {
      const published = ports.map((spec) => accepted(parsePort(spec, release(version))));
      const duplicate = duplicateHostPort(published);
      return `${OPERATION.duplicatePorts}: ${duplicate?.smolvm}`;
    },
  },
  {
    what: 'allow_cidrs of the file',
    list: about(config, /allow_cidrs: /),
    atLeast: 15,
    text: ({ cidrs }) => `${OPERATION.allowCidrs}: ${firstText(cidrs, parseCidr)}`,
  },
  {
    what: 'restart policies',
    list: about(config, /\[restart\] policy: /),
    atLeast: 10,
    text: ({ table }) => {
      const policy = at(table, 'restart')['policy'] as string;
      return `${OPERATION.restartPolicy}: ${firstText([policy], parseRestartPolicy)}`;
    },
  },
  {
    what: 'volume formats',
    list: about(config, /^invalid mount path: /),
    atLeast: 15,
    text: ({ volumes }, _, version) => firstText(volumes, (spec) => parseVolume(spec, release(version))),
  },
  {
    what: 'duplicate guest paths',
    list: about(config, /duplicate mount target/),
    atLeast: 15,
    text: ({ volumes }, _, version) => {
      const targets = volumes.map((spec) => accepted(parseVolume(spec, release(version))).target);
      const later = targets.find((target, index) =>
        targets.slice(0, index).some((earlier) => sameTarget(earlier, target)),
      );
      return later === undefined ? undefined : duplicateTarget(later);
    },
  },
  {
    what: 'resources',
    list: about(config, /^validate resources: /),
    atLeast: 10,
    text: (values) => {
      const found = checkResources({
        cpus: resource(values, '--cpus', 'cpus', 4n),
        memory: resource(values, '--mem', 'memory', 8192n),
        storage: resource(values, '--storage', 'storage'),
        overlay: resource(values, '--overlay', 'overlay'),
      });
      return `${OPERATION.resources}: ${found?.problem.smolvm}`;
    },
  },
  {
    what: 'gpu_vram',
    list: about(config, /^create machine: gpu_vram/),
    atLeast: 1,
    text: ({ table }) => `${OPERATION.createMachine}: ${checkGpuVram(table['gpu_vram'] as bigint)?.smolvm}`,
  },
  {
    what: 'secret sources',
    list: about(config, /^create machine: secret/),
    atLeast: 2,
    text: ({ table }) => {
      const secrets = at(table, 'secrets') as Record<string, SecretRef>;
      const name = Object.keys(secrets)
        .toSorted()
        .find((key) => checkSecretRef(secrets[key]!) !== undefined);
      if (name === undefined) return undefined;
      return `${OPERATION.createMachine}: ${secretText(name, checkSecretRef(secrets[name]!)!.smolvm!)}`;
    },
  },
  {
    what: '--secret-env and --secret-file',
    list: about(config, /^--secret-/),
    atLeast: 30,
    text: ({ flags }) => {
      const names = new Set<string>();
      for (const flag of ['--secret-env', '--secret-file'] as const) {
        for (const spec of given(flags, flag)) {
          const parsed = parseSecretFlag(flag, spec);
          if (!parsed.ok) return `${flag}: ${parsed.problem.smolvm}`;
          if (names.has(parsed.value.name)) return `${flag}: ${repeatedSecretText(parsed.value.name)}`;
          names.add(parsed.value.name);
        }
      }
      return undefined;
    },
  },
];

/** One row for each vector and version, so that a difference names the vector it comes from. */
function rows<T>(
  list: readonly Vector[],
  value: (vector: Vector, version: string) => T,
): (readonly [string, T])[] {
  return list.flatMap((vector) =>
    vector.smolvm.map((version) => [`${vector.id} ${version}`, value(vector, version)] as const),
  );
}

describe('what smolvm refuses, with its words', () => {
  test.each(REFUSALS.map((refused) => [refused.what, refused] as const))(
    '%s',
    (_, { list, atLeast, text }) => {
      expect(list.length).toBeGreaterThanOrEqual(atLeast);
      // The recorder cut white space off the end of messages.
      expect(rows(list, (vector, version) => text(valuesOf(vector), vector, version)?.trimEnd())).toEqual(
        rows(list, refusal),
      );
    },
  );

  test('flags that the argument parser refuses', () => {
    const seen = usage.flatMap((vector) => {
      const said = /^error: invalid value '(.*)' for '(--[a-z-]+) <[^>]*>': (.*)$/s.exec(refusal(vector));
      if (said === null) return [];
      const [, value, flag, text] = said as unknown as [string, string, string, string];
      expect(given(valuesOf(vector).flags, flag)).toContain(value);
      return [{ id: vector.id, value, flag, text }];
    });
    expect([...new Set(seen.map(({ flag }) => flag))].toSorted()).toEqual([
      '--allow-cidr',
      '--cpus',
      '--gpu-vram',
      '--image',
      '--port',
    ]);
    expect(seen.length).toBeGreaterThanOrEqual(25);
    const parser = (flag: string, value: string): Parsed<unknown> => {
      // No vector was recorded of a release that reads more than a mapping or a port.
      if (flag === '--port') return parsePort(value, PINNED);
      if (flag === '--image') return parseImageFlag(value);
      return flag === '--allow-cidr' ? parseCidr(value) : parseResourceFlag(flag as ResourceFlag, value);
    };
    expect(seen.map(({ id, flag, value }) => [id, firstText([value], (spec) => parser(flag, spec))])).toEqual(
      seen.map(({ id, text }) => [id, text]),
    );
  });

  test('host paths: the text names the source as the grammar of that version cut it out', () => {
    const list = about(config, /^mount source not found: |directory \(virtiofs|protected system path/);
    expect(list.length).toBeGreaterThanOrEqual(20);
    const possible = (vector: Vector, version: string): string[] =>
      valuesOf(vector).volumes.flatMap((spec) => {
        const parsed = parseVolume(spec, release(version));
        if (!parsed.ok) return [parsed.problem.smolvm ?? ''];
        const { source } = parsed.value;
        const texts = [sourceNotFound(source), sourceNotDirectory(source)];
        return protectedSource(source, 'linux', release(version)) === undefined
          ? texts
          : texts.concat(sourceProtected(source));
      });
    const unexplained = rows(list, (vector, version) =>
      possible(vector, version).some((text) => text.trimEnd() === refusal(vector)),
    ).filter(([, explained]) => !explained);
    expect(unexplained).toEqual([]);
  });

  test('remote volumes are told apart by create of 1.9.3', () => {
    const list = about(config, /^create machine: remote volumes/);
    expect(list.length).toBeGreaterThanOrEqual(2);
    const remote = rows(
      list,
      (vector, version) =>
        remoteKinds(release(version), vector.command).length > 0 && remoteVolumes(vector).length > 0,
    );
    expect(remote.filter(([, found]) => !found)).toEqual([]);
  });
});

function remoteVolumes(vector: Vector): string[] {
  return valuesOf(vector).volumes.filter((spec) => {
    const parsed = parseRemoteVolume(spec);
    return parsed?.ok === true && isRemoteVolume(parsed.value.source);
  });
}

describe('what smolvm makes of values it takes', () => {
  test('ports', () => {
    const list = made.filter((vector) => vector.config!.ports.length > 0);
    expect(list.length).toBeGreaterThanOrEqual(100);
    const ports = rows(list, (vector, version) =>
      valuesOf(vector)
        .ports.flatMap((spec) => accepted(parsePort(spec, release(version))).mappings)
        .map(({ host, guest }) => [host, guest]),
    );
    expect(ports).toEqual(rows(list, (vector) => vector.config!.ports));
  });

  test('volumes', () => {
    const list = made.filter((vector) => valuesOf(vector).volumes.length > 0);
    expect(list.length).toBeGreaterThanOrEqual(100);
    const volumes = rows(list, (vector, version) => {
      const kinds = remoteKinds(release(version), vector.command);
      const remote = kinds.length > 0 ? remoteVolumes(vector) : [];
      const mounts = valuesOf(vector)
        .volumes.filter((spec) => !remote.includes(spec))
        .map((spec) => accepted(parseVolume(spec, release(version))));
      return { remote: remote.length, mounts: mounts.map(({ target, readOnly }) => [target, readOnly]) };
    });
    expect(volumes).toEqual(
      rows(list, ({ config: result }) => ({
        remote: result!.remote_volumes ?? 0,
        mounts: result!.volumes.map(([, target, readOnly]) => [target, readOnly]),
      })),
    );
  });

  test('env: trimmed, split at the first =, dropped when empty or unset', () => {
    // The environment the vectors were made with; values are none of our business.
    const host = new Set(['PATH', 'HOST_TOKEN', 'HOST_DB_URL', 'EMPTY']);
    const list = made.filter(
      (vector) => vector.config!.env.length > 0 && valuesOf(vector).table['auto_graph'] !== true,
    );
    expect(list.length).toBeGreaterThanOrEqual(100);
    const env = rows(list, (vector) =>
      valuesOf(vector)
        .env.map(parseFileEnvSpec)
        .flatMap((spec) => {
          if (spec.kind === 'pair') return [[spec.key, spec.value]];
          return spec.kind === 'from-host' && host.has(spec.key) ? [[spec.key, { fromHost: spec.key }]] : [];
        }),
    );
    expect(env).toEqual(rows(list, (vector) => vector.config!.env));
  });

  test('allow_cidrs', () => {
    const list = made.filter(
      ({ config: result, args }) =>
        result!.allow_cidrs.length > 0 && !args.includes('--outbound-localhost-only'),
    );
    expect(list.length).toBeGreaterThanOrEqual(50);
    const cidrs = rows(list, (vector) =>
      valuesOf(vector).cidrs.map((spec) => accepted(parseCidr(spec)).text),
    );
    expect(cidrs).toEqual(rows(list, (vector) => vector.config!.allow_cidrs));
  });

  test('secrets given by flags', () => {
    const specs = made.flatMap((vector) =>
      (['--secret-env', '--secret-file'] as const).flatMap((flag) =>
        given(valuesOf(vector).flags, flag).map((spec) => {
          const { name, ref } = accepted(parseSecretFlag(flag, spec));
          return { id: vector.id, ref, stored: vector.config!.secrets[name] };
        }),
      ),
    );
    expect(specs.length).toBeGreaterThanOrEqual(5);
    expect(specs.map(({ id, ref }) => [id, ref])).toEqual(specs.map(({ id, stored }) => [id, stored]));
  });

  test('restart policies', () => {
    const list = made.filter(
      (vector) => vector.command === 'create' && 'policy' in section(vector, 'restart'),
    );
    expect(list.length).toBeGreaterThanOrEqual(30);
    const policies = rows(list, (vector) =>
      accepted(parseRestartPolicy(String(section(vector, 'restart')['policy']))),
    );
    expect(policies).toEqual(rows(list, (vector) => vector.config!.restart!.policy));
  });

  test('durations', () => {
    const list = made.filter((vector) => vector.command === 'create' && durationsOf(vector).length > 0);
    expect(list.length).toBeGreaterThanOrEqual(60);
    const seconds = rows(list, (vector, version) =>
      durationsOf(vector).map(({ key, text }) => {
        const parsed = parseDuration(text, release(version));
        // A back-off without a value is stored as 0.
        return [key, String(parsed ?? (key === 'max_backoff' ? 0 : null))];
      }),
    );
    expect(seconds).toEqual(
      rows(list, (vector) => durationsOf(vector).map(({ key, stored }) => [key, stored])),
    );
  });

  test('the warning for more CPUs than there can be', () => {
    const list = vectors.filter(({ stderr }) => stderr?.startsWith('warning: requested'));
    expect(list.length).toBeGreaterThan(0);
    expect(rows(list, (vector) => tooManyCpus(BigInt(vector.config!.cpus)))).toEqual(
      rows(list, (vector) => vector.stderr),
    );
  });
});

function section(vector: Vector, key: string): Readonly<Record<string, unknown>> {
  return at(valuesOf(vector).table, key);
}

function durationsOf(vector: Vector): { key: string; text: string; stored: string }[] {
  const { health, restart } = vector.config!;
  const found = [
    ...(['interval', 'timeout', 'startup_grace'] as const).map((key) => ({
      key,
      text: section(vector, 'health')[key],
      stored: String(health?.[`${key}_secs`]),
    })),
    {
      key: 'max_backoff',
      text: section(vector, 'restart')['max_backoff'],
      stored: String(restart?.max_backoff_secs),
    },
  ];
  return found.filter((entry): entry is typeof entry & { text: string } => typeof entry.text === 'string');
}
