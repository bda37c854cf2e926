import { parseSmolfile } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import {
  isListProvenance,
  resolve,
  type Accepted,
  type ConfigValue,
  type ElementProvenance,
  type Origin,
  type ResolveOptions,
  type ValueProvenance,
} from '../../packages/core/src/resolve/index.ts';
import { parseToml, valueOf } from '../../packages/core/src/toml/index.ts';
import { splitWords } from '../../packages/core/src/call/index.ts';
import { pathBelow } from '../../packages/core/src/document/path.ts';
import { configValue } from '../../packages/core/src/resolve/values-of.ts';
import { cases, host } from '../conformance/vectors.ts';
import { BEYOND } from '../harness/releases.ts';
import { environment, resolveVector } from './recorded.ts';

function accepted(toml: string, options: Partial<ResolveOptions> = {}): Accepted {
  const resolution = resolve(parseSmolfile(toml), {
    command: 'create',
    smolvm: '1.2.0',
    assumed: ['output'],
    host,
    environment,
    showValues: true,
    ...options,
  });
  if (!resolution.accepted) throw new Error(`${resolution.error.code}: ${resolution.error.message}`);
  return resolution;
}

const single = ({ provenance }: Accepted, name: string): ValueProvenance =>
  provenance[name] as ValueProvenance;
const list = ({ provenance }: Accepted, name: string): readonly ElementProvenance[] =>
  provenance[name] as readonly ElementProvenance[];

/** `flag --cpus 4`, `smolfile cpus`, `implied by …`, `default`. */
function inWords(origin: Origin): string {
  if (origin.kind === 'flag') return `flag ${origin.flag}`;
  if (origin.kind === 'smolfile') return `smolfile ${origin.key}`;
  return origin.kind === 'implied' ? `implied by ${origin.by}` : 'default';
}

const wordsOf = ({ origins }: { origins: readonly Origin[] }): string => origins.map(inWords).join(', ');
const droppedOf = ({ dropped }: Pick<ValueProvenance, 'dropped'>): string[] =>
  dropped.map((one) => `${inWords(one)}: ${one.reason}`);

describe('of one value', () => {
  test.for<
    readonly [
      what: string,
      toml: string,
      options: Partial<ResolveOptions>,
      name: string,
      value: ConfigValue,
      origins: string,
      dropped: readonly string[],
    ]
  >([
    ['default', '', {}, 'cpus', 4, 'default', []],
    ['from the file', 'cpus=2', {}, 'cpus', 2, 'smolfile cpus', []],
    [
      'override',
      'workdir="/w"\n[dev]\nworkdir="/d"',
      { flags: '-w /cli' },
      'workdir',
      '/cli',
      'flag -w /cli',
      [
        'smolfile dev.workdir: `--workdir` wins over `dev.workdir`',
        'smolfile workdir: `--workdir` wins over `workdir`',
      ],
    ],
    [
      'override-unless-default, trapped',
      'cpus=2',
      { flags: '--cpus 4' },
      'cpus',
      2,
      'smolfile cpus',
      ["flag --cpus 4: `--cpus 4` equals smolvm's default, so smolvm 1.2.0 uses `cpus = 2` from the file"],
    ],
    [
      'override-unless-default, later',
      'cpus=2',
      { flags: '--cpus 4', smolvm: BEYOND.version },
      'cpus',
      4,
      'flag --cpus 4',
      ['smolfile cpus: `--cpus` wins over `cpus`'],
    ],
    ['override-unless-default, alone', '', { flags: '--cpus=4' }, 'cpus', 4, 'flag --cpus=4', []],
    ['any', 'gpu=true', { flags: '--gpu' }, 'gpu', true, 'flag --gpu, smolfile gpu', []],
    [
      'any, overruled',
      'net=false',
      { flags: '--net' },
      'net',
      true,
      'flag --net',
      ['smolfile net: `--net` is enough: one that says yes cannot be overruled'],
    ],
    ['any, only no', 'net=false', {}, 'net', false, 'smolfile net', []],
    [
      'implied',
      'net=false\n[network]\nallow_hosts=["a.org"]',
      {},
      'net',
      true,
      'implied by network.allow_hosts',
      ['smolfile net: `network.allow_hosts` turns it into true'],
    ],
    [
      'implied by a flag',
      '',
      { flags: '--dns 1.1.1.1', smolvm: '1.9.3' },
      'net',
      true,
      'implied by --dns 1.1.1.1',
      [],
    ],
    [
      'implied, and said',
      'net=true',
      { flags: '--allow-cidr ::1' },
      'net',
      true,
      'smolfile net, implied by --allow-cidr ::1',
      [],
    ],
    [
      'an unreadable duration',
      '[health]\nexec=["x"]\ninterval="1d"',
      {},
      'health.interval_secs',
      null,
      'default',
      ['smolfile health.interval: smolvm cannot read this duration, and silently takes its default of 5s'],
    ],
    [
      'a hidden section',
      'image="a"\n[artifact]\n[pack]\ncpus=3',
      { command: 'pack' },
      'cpus',
      4,
      'default',
      ['smolfile pack.cpus: `[artifact]` is there, so that `[pack]` is ignored as a whole'],
    ],
    [
      'the other spelling',
      'image="a"\n[pack]\ncpus=3',
      { command: 'pack' },
      'cpus',
      3,
      'smolfile pack.cpus',
      [],
    ],
    [
      'by-key',
      '[secrets]\nX={}',
      { flags: '--secret-env X=B' },
      'secrets.X',
      { from_env: 'B' },
      'flag --secret-env X=B',
      ['smolfile secrets.X: `--secret-env X=B` replaces it'],
    ],
    ['a section as an array', 'auth=[true]', {}, 'ssh_agent', true, 'smolfile auth.ssh_agent', []],
  ])('%s', ([, toml, options, name, value, origins, dropped]) => {
    const resolution = accepted(toml, options);
    expect(configValue(resolution.config, name)).toEqual(value);
    expect(wordsOf(single(resolution, name))).toBe(origins);
    expect(droppedOf(single(resolution, name))).toEqual(dropped);
  });
});

describe('of the elements of a list', () => {
  test.for<
    readonly [
      what: string,
      toml: string,
      options: Partial<ResolveOptions>,
      name: string,
      origins: readonly string[],
      dropped: readonly string[],
    ]
  >([
    [
      'replace-then-append',
      'ports=["80"]\n[dev]\nports=["81"]',
      { flags: '-p 82' },
      'ports',
      ['smolfile dev.ports[0]', 'flag -p 82'],
      ['smolfile ports[0]: `dev.ports` wins over `ports`'],
    ],
    [
      'an empty list clears nothing',
      'ports=["80"]\n[dev]\nports=[]',
      {},
      'ports',
      ['smolfile ports[0]'],
      ['smolfile dev.ports: an empty `dev.ports` counts as absent: it clears nothing'],
    ],
    [
      'append',
      'env=["A=1","=x"," "]\n[dev]\nenv=["B","NOT_SET"]',
      { flags: '-e EMPTY', environment: new Set(['B', 'EMPTY']) },
      'env',
      ['smolfile env[0]', 'smolfile dev.env[0]', 'flag -e EMPTY'],
      [
        'smolfile env[1]: smolvm silently drops an entry without a name before `=`',
        'smolfile env[2]: smolvm silently drops an empty entry',
        'smolfile dev.env[1]: `NOT_SET` has no `=`, and is not set on this host, so that there is nothing to pass on',
      ],
    ],
    [
      'what is left of a list is not empty',
      'env=["=x"]\n[dev]\nenv=["A=1"]',
      {},
      'env',
      ['smolfile dev.env[0]'],
      ['smolfile env[0]: smolvm silently drops an entry without a name before `=`'],
    ],
    [
      'a range of ports',
      'ports=["80-81:90-91"]',
      { smolvm: BEYOND.version },
      'ports',
      ['smolfile ports[0]', 'smolfile ports[0]'],
      [],
    ],
    [
      'override with the command',
      'cmd=["a"]',
      { flags: '-- b c' },
      'cmd',
      ['flag COMMAND', 'flag COMMAND'],
      ['smolfile cmd[0]: the command of the call wins over `cmd`'],
    ],
    [
      'implied',
      'auto_graph=true\nenv=["SMOLVM_CUDA_AUTO_GRAPH=0"]',
      { smolvm: '1.9.3' },
      'env',
      ['implied by auto_graph', 'implied by auto_graph'],
      ['smolfile env[0]: `auto_graph` sets this variable itself'],
    ],
    [
      'a flag that adds two',
      '',
      { flags: '--outbound-localhost-only' },
      'allow_cidrs',
      ['flag --outbound-localhost-only', 'flag --outbound-localhost-only'],
      [],
    ],
    [
      'remote volumes',
      'image="a"\nnet=true\nvolumes=["s3://b:/m","./src:/a"]',
      { smolvm: '1.9.3' },
      'remote_volumes',
      ['smolfile volumes[0]'],
      [],
    ],
  ])('%s', ([, toml, options, name, origins, dropped]) => {
    const resolution = accepted(toml, options);
    const elements = list(resolution, name);
    expect(elements.filter(({ value }) => value !== undefined).map(wordsOf)).toEqual(origins);
    expect(elements.flatMap(droppedOf)).toEqual(dropped);
  });
});

describe('over everything recorded', () => {
  const all = cases.flatMap(({ vector, version }) => {
    const resolution = resolveVector(vector, version);
    return resolution.accepted ? [{ id: `${vector.id}@${version}`, vector, resolution }] : [];
  });

  test('every value and every element has an origin, and lists say what the configuration says', () => {
    for (const { id, resolution } of all) {
      for (const [name, own] of Object.entries(resolution.provenance)) {
        if (!isListProvenance(own)) {
          expect(own.origins.length, `${id} ${name}`).toBeGreaterThan(0);
          continue;
        }
        const elements = own.filter(({ value }) => value !== undefined);
        for (const { origins } of elements) expect(origins.length, `${id} ${name}`).toBeGreaterThan(0);
        const value = configValue(resolution.config, name);
        if (Array.isArray(value))
          expect(
            elements.map((element) => element.value),
            `${id} ${name}`,
          ).toEqual(value);
        else expect(value ?? 0, `${id} ${name}`).toBe(elements.length);
      }
    }
  });

  test('every value of the configuration has a provenance', () => {
    for (const { id, resolution } of all) {
      const known = Object.keys(resolution.provenance);
      for (const [name, value] of Object.entries(resolution.config)) {
        const isTable = typeof value === 'object' && value !== null && !Array.isArray(value);
        const names = isTable
          ? Object.keys(value).map((part) =>
              name === 'secrets' ? pathBelow('secrets', part) : `${name}.${part}`,
            )
          : [name];
        expect(known, id).toEqual(expect.arrayContaining(names));
      }
    }
  });

  test('ranges point at the text that spells the value', () => {
    for (const { id, vector, resolution } of all) {
      const at = (origin: Origin): string | undefined => {
        if (origin.kind === 'smolfile') {
          const { start, end } = origin.range;
          const written = valueOf(parseToml(`x = ${vector.smolfile.slice(start, end)}`).body[0]!.value);
          return typeof written === 'object' ? undefined : String(written);
        }
        if (origin.kind !== 'flag') return undefined;
        return splitWords(resolution.call.text.slice(origin.range.start, origin.range.end)).words[0]?.value;
      };
      for (const [name, own] of Object.entries(resolution.provenance)) {
        const elements = isListProvenance(own) ? own : [];
        for (const { written, origins } of elements) {
          const [origin] = origins;
          if (!origin || origin.kind === 'implied' || written === '127.0.0.0/8' || written === '::1/128')
            continue;
          expect(at(origin)?.trim(), `${id} ${name}`).toBe(written);
        }
        const value = configValue(resolution.config, name);
        if (
          isListProvenance(own) ||
          value === undefined ||
          typeof value === 'object' ||
          name.endsWith('_secs')
        )
          continue;
        // smolvm stores its own spelling of a policy
        if (name === 'restart.policy') continue;
        for (const origin of own.origins.slice(0, 1)) {
          const spelled = at(origin);
          if (spelled === undefined || value === true) continue;
          // An entry of a map is written with its name.
          const [, entry] = /^labels\.(.*)$/s.exec(name) ?? [];
          const expected = entry === undefined ? String(value) : `${entry}=${String(value)}`;
          expect(spelled.toLowerCase(), `${id} ${name}`).toBe(expected.toLowerCase());
        }
      }
    }
  });
});
