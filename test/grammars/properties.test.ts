import { COMMANDS, NEWEST_RELEASE } from '@smolfile/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkDuration,
  checkEnvName,
  checkGuestTarget,
  checkImageReference,
  checkSecretRef,
  classifyHost,
  formatDuration,
  formatPort,
  formatVolume,
  hostFilter,
  mayBeRemote,
  networkId,
  normalizeImage,
  parseAnyVolume,
  parseByteSize,
  parseCidr,
  parseDnsServer,
  parseDuration,
  parseFileEnvSpec,
  parseHumantime,
  parseIp,
  formatIp,
  parseLabel,
  parseMachineName,
  parsePlatform,
  parsePort,
  parseRemoteVolume,
  parseResourceFlag,
  parseRestartPolicy,
  parseSecretFlag,
  parseSmall,
  parseUnsigned,
  parseVolume,
  rustTrim,
  targetKey,
  type Cidr,
  type Parsed,
  type ValueProblem,
} from '../../packages/core/src/grammars/index.ts';
import { PINNED, release } from '../harness/releases.ts';

type Check = (text: string) => Parsed<unknown> | ValueProblem | undefined;

const CHECKS: Readonly<Record<string, Check>> = {
  port: (text) => parsePort(text, PINNED),
  portNewest: (text) => parsePort(text, NEWEST_RELEASE),
  volume120: (text) => parseVolume(text, release('1.2.0')),
  volume193: (text) => parseVolume(text, release('1.9.3')),
  volumeNewest: (text) => parseVolume(text, NEWEST_RELEASE),
  anyVolume: (text) => parseAnyVolume(text, NEWEST_RELEASE, 'create'),
  remote: parseRemoteVolume,
  target: checkGuestTarget,
  cidr: parseCidr,
  dns: parseDnsServer,
  image: checkImageReference,
  duration: (text) => checkDuration(text, release('1.2.0')),
  timeout: parseHumantime,
  size: parseByteSize,
  policy: parseRestartPolicy,
  envName: checkEnvName,
  secretEnv: (text) => parseSecretFlag('--secret-env', text),
  secretFile: (text) => parseSecretFlag('--secret-file', text),
  secretRef: (text) => checkSecretRef({ from_file: text }),
  label: parseLabel,
  name: parseMachineName,
  platform: parsePlatform,
  cpus: (text) => parseResourceFlag('--cpus', text),
  storage: (text) => parseResourceFlag('--storage', text),
};

/** Strings made of what the grammars are made of, and of anything. */
const spec = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...Array.from(':/.-_=@%[]* \t+,0189'),
        ...Array.from('afhmsz'),
        'ro',
        'rw',
        'staged',
        'tcp',
        'udp',
        '::',
        '://',
        '..',
        'µ',
        '\u0085',
        '\uFEFF',
      ),
      { maxLength: 16 },
    )
    .map((parts) => parts.join('')),
);

function problemOf(result: ReturnType<Check>): ValueProblem | undefined {
  if (result === undefined) return undefined;
  if (!('ok' in result)) return result;
  return result.ok ? undefined : result.problem;
}

/** What is wrong with the answer about one text; nothing when all is well. */
function flaws(check: Check, text: string): string {
  const problem = problemOf(check(text));
  if (problem === undefined) return '';
  const { from, to, reason, message, suggestion } = problem;
  if (from < 0 || to < from || to > text.length) return `range ${from} to ${to}`;
  if (!/^[a-z]+(?:-[a-z0-9]+)*$/.test(reason)) return `reason ${reason}`;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(message)) return 'control characters';
  if (suggestion === undefined) return '';
  const left = problemOf(check(suggestion));
  return suggestion === text || left !== undefined ? `suggestion ${suggestion}` : '';
}

describe.each(Object.entries(CHECKS))('%s', (_, check) => {
  test('never throws; a problem lies inside the spec; a suggestion solves it', () => {
    const run = fc.check(
      fc.property(spec, (text) => flaws(check, text) === ''),
      { numRuns: 400 },
    );
    expect(run.counterexample).toBeNull();
  });

  // no time is asserted: what is not linear here runs into the runner's limit
  test('answers long input', () => {
    for (const unit of ['0', ' ', ':', '/', '.', 'a', '1 ', '1s ', '_', '-', '"', '\n', 'a.', '0:', '*.']) {
      const long = unit.repeat(50_000);
      for (const text of [long, `${long}!`, `1${long}!`]) expect(flaws(check, text)).toBe('');
    }
  });
});

const port = fc.integer({ min: 1, max: 65535 });

describe('what is printed is read back', () => {
  test('ports', () => {
    fc.assert(
      fc.property(port, port, (host, guest) => {
        for (const at of [PINNED, NEWEST_RELEASE]) {
          expect(parsePort(formatPort({ host, guest }), at)).toEqual({
            ok: true,
            value: { protocol: 'tcp', mappings: [{ host, guest }] },
          });
        }
        expect(parsePort(formatPort({ host, guest }, 'udp'), NEWEST_RELEASE)).toEqual({
          ok: true,
          value: { protocol: 'udp', mappings: [{ host, guest }] },
        });
      }),
    );
  });

  test('addresses and networks', () => {
    const address = fc.oneof(
      fc.bigInt(0n, 2n ** 32n - 1n).map((bits) => ({ family: 4 as const, bits })),
      fc.bigInt(0n, 2n ** 128n - 1n).map((bits) => ({ family: 6 as const, bits })),
      // Many zero groups, for every place a gap can be.
      fc
        .array(fc.constantFrom<bigint>(0n, 0n, 1n, 0xffffn), { minLength: 8, maxLength: 8 })
        .map((groups) => ({
          family: 6 as const,
          bits: groups.reduce((bits, group) => (bits << 16n) | group),
        })),
    );
    fc.assert(
      fc.property(address, fc.nat(128), (ip, length) => {
        const text = formatIp(ip);
        expect(parseIp(text)).toEqual(ip);
        const prefix = ip.family === 4 ? length % 33 : length;
        expect(parseCidr(`${text}/${prefix}`)).toMatchObject({
          ok: true,
          value: { text: `${text}/${prefix}` },
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('volumes', () => {
    const part = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !text.includes(':'));
    fc.assert(
      fc.property(
        part,
        part,
        fc.boolean(),
        fc.constantFrom('1.2.0', '1.9.3', NEWEST_RELEASE.version),
        (source, end, readOnly, version) => {
          const volume = { source, target: `/${end}`, readOnly };
          expect(parseVolume(formatVolume(volume), release(version))).toEqual({ ok: true, value: volume });
        },
      ),
    );
  });

  test('durations', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 64n - 1n), (seconds) => {
        expect(parseDuration(formatDuration(seconds), release('1.9.3'))).toBe(seconds);
      }),
    );
  });

  test('image references, once normalized', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    const registry = fc.constantFrom(
      '',
      'docker.io/',
      'index.docker.io/',
      'ghcr.io/',
      'localhost:5000/',
      'localhost/',
    );
    const suffix = fc.constantFrom('', ':1.0', '@sha256:ab', ':1.0@sha256:ab');
    const path = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('/'));
    fc.assert(
      fc.property(registry, path, suffix, (host, name, end) => {
        const { text } = normalizeImage(`${host}${name}${end}`);
        expect(normalizeImage(text).text).toBe(text);
        expect(checkImageReference(text).ok).toBe(true);
      }),
    );
  });

  test('normal forms stay as they are', () => {
    const run = fc.check(
      fc.property(spec, (text) => {
        const trimmed = rustTrim(text);
        const key = targetKey(text);
        return rustTrim(trimmed) === trimmed && targetKey(key) === key;
      }),
      { numRuns: 1000 },
    );
    expect(run.counterexample).toBeNull();
  });
});

test('hosts and env specs never throw, and a host suggestion has an effect', () => {
  const effective = new Set(['hostname', 'ip']);
  const run = fc.check(
    fc.property(spec, spec, (one, other) => {
      parseFileEnvSpec(one);
      hostFilter([other], PINNED).allows(one);
      const { suggestion } = classifyHost(one);
      return suggestion === undefined || effective.has(classifyHost(suggestion).kind);
    }),
    { numRuns: 1000 },
  );
  expect(run.counterexample).toBeNull();
});

describe('short ways and long ones come to the same', () => {
  const digits = fc.oneof(
    fc.stringMatching(/^\+?[0-9]{0,14}$/),
    fc.integer({ min: 0, max: 0x1_0000_0000 }).map(String),
    fc.string({ maxLength: 6 }),
  );

  test('a number that fits into 32 bits, and any other', () => {
    fc.assert(
      fc.property(digits, fc.constantFrom(0xff, 0xffff, 0xffff_ffff), (text, max) => {
        const value = /^\+?[0-9]+$/.test(text) ? BigInt(text.replace('+', '')) : undefined;
        const expected = value !== undefined && value <= BigInt(max) ? value : undefined;
        expect(parseUnsigned(text, BigInt(max))).toBe(expected);
        expect(parseSmall(text, max)).toBe(expected === undefined ? undefined : Number(expected));
      }),
      { numRuns: 2000 },
    );
  });

  test('networks of IPv4 are compared as their bits say', () => {
    const network = fc.tuple(fc.integer({ min: 0, max: 0xffff_ffff }), fc.integer({ min: 0, max: 32 }));
    // near each other, so that some contain others
    const pair = fc
      .tuple(network, network, fc.boolean())
      .map(
        ([one, [bits, prefix], isNear]) => [one, [isNear ? one[0] ^ (bits >>> 20) : bits, prefix]] as const,
      );
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const [a, b] = [one, other].map(([bits, prefix]) => {
          const size = 1n << BigInt(32 - prefix);
          const address = BigInt(bits >>> 0);
          const text = `${formatIp({ family: 4, bits: address })}/${prefix}`;
          const first = address - (address % size);
          return { text, size, first, read: read(text), address };
        }) as [Network, Network];
        for (const { read: cidr, text, first, size, address } of [a, b]) {
          expect(cidr.text).toBe(text);
          expect(cidr.first).toBe(formatIp({ family: 4, bits: first }));
          expect(cidr.last).toBe(formatIp({ family: 4, bits: first + size - 1n }));
          expect(cidr.hasHostBits).toBe(first !== address);
        }
        const isInside = b.first >= a.first && b.first + b.size <= a.first + a.size;
        expect(a.read.contains(b.read)).toBe(isInside);
        expect(networkId(a.read) === networkId(b.read)).toBe(a.read.network === b.read.network);
      }),
      { numRuns: 2000 },
    );
  });

  test('what no command takes for a remote store is the same volume for all', () => {
    const written = fc
      .array(fc.constantFrom('s3://', ':', '/', 'data', './a', ' ', "'", ':ro', 'bucket', '..'), {
        maxLength: 7,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(written, fc.constantFrom('1.2.0', '1.9.3', NEWEST_RELEASE.version), (text, version) => {
        const volumes = COMMANDS.map((command) => parseAnyVolume(text, release(version), command));
        if (mayBeRemote(text)) return;
        expect(volumes[1]).toEqual(volumes[0]);
        expect(volumes[2]).toEqual(volumes[0]);
      }),
      { numRuns: 2000 },
    );
  });
});

interface Network {
  readonly read: Cidr;
  readonly text: string;
  readonly address: bigint;
  readonly first: bigint;
  readonly size: bigint;
}

function read(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`not a network: ${text}`);
  return parsed.value;
}
