import { NEWEST_RELEASE } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import { duplicateHostPort, mostPortMappings, parsePort } from '../../packages/core/src/grammars/index.ts';
import { PINNED, release } from '../harness/releases.ts';

const zero = 'is not valid for VM port forwarding';

test.each([
  ['8080:80', 8080, 80],
  ['8080', 8080, 8080],
  ['+80:080', 80, 80],
  ['65535:1', 65535, 1],
])('%j is a port mapping', (spec, host, guest) => {
  for (const at of [PINNED, NEWEST_RELEASE]) {
    expect(parsePort(spec, at)).toEqual({
      ok: true,
      value: { protocol: 'tcp', mappings: [{ host, guest }] },
    });
  }
});

test.each([
  ['127.0.0.1:80:80', 'port-bind-address', 'invalid host port: 127.0.0.1', '127.0.0.1', '80:80', true],
  ['0.0.0.0:80:80', 'port-bind-address', 'invalid host port: 0.0.0.0', '0.0.0.0', '80:80', false],
  ['[::1]:8080:80', 'port-bind-address', 'invalid host port: [', '[', '8080:80', true],
  ['8000-8001:8000', 'port-range', 'invalid host port: 8000-8001', '8000-8001', undefined, undefined],
  ['80:80/tcp', 'port-protocol', 'invalid guest port: 80/tcp', '80/tcp', '80:80', true],
  ['53:53/udp', 'port-protocol', 'invalid guest port: 53/udp', '53/udp', undefined, undefined],
  [' 80:80', 'port-spaces', 'invalid host port:  80', ' 80', '80:80', true],
  ['8080 : 80', 'port-spaces', 'invalid host port: 8080 ', '8080 ', '8080:80', true],
  ['80:', 'guest-missing', 'invalid guest port: ', '', '80', false],
  [':80', 'host-missing', 'invalid host port: ', '', '80', false],
  ['', 'empty', 'invalid port: ', '', undefined, undefined],
  ['65536', 'port-out-of-range', 'invalid port: 65536', '65536', undefined, undefined],
  ['8_0:80', 'host-not-a-port', 'invalid host port: 8_0', '8_0', '80:80', false],
  ['abc', 'not-a-port', 'invalid port: abc', 'abc', undefined, undefined],
  ['-1:80', 'host-not-a-port', 'invalid host port: -1', '-1', undefined, undefined],
  ['0:80', 'host-zero', `host port 0 ${zero}`, '0', undefined, undefined],
  ['80:0', 'guest-zero', `guest port 0 ${zero}`, '0', undefined, undefined],
  ['0', 'port-zero', `port 0 ${zero}`, '0', undefined, undefined],
  ['x:y', 'host-not-a-port', 'invalid host port: x', 'x', undefined, undefined],
])('%j is refused: %s', (spec, reason, smolvm, part, suggestion, certain) => {
  const parsed = parsePort(spec, PINNED);
  if (parsed.ok) throw new Error('accepted');
  const { problem } = parsed;
  expect({ reason: problem.reason, smolvm: problem.smolvm }).toEqual({ reason, smolvm });
  expect(spec.slice(problem.from, problem.to)).toBe(part);
  expect({ suggestion: problem.suggestion, certain: problem.certain }).toEqual({ suggestion, certain });
});

describe('newer releases', () => {
  const RANGES = release('1.13.1');
  const PROTOCOLS = release('1.28.1');

  test.each([
    ['8000-8002', [[8000, 8000], [8001, 8001], [8002, 8002]]], // prettier-ignore
    ['8000-8001:80-81', [[8000, 80], [8001, 81]]], // prettier-ignore
    ['5-5:9', [[5, 9]]],
    ['+1-02', [[1, 1], [2, 2]]], // prettier-ignore
  ])('read the range %j', (spec, mappings) => {
    const value = { protocol: 'tcp', mappings: mappings.map(([host, guest]) => ({ host, guest })) };
    for (const at of [RANGES, PROTOCOLS]) expect(parsePort(spec, at)).toEqual({ ok: true, value });
    expect(parsePort(spec, RANGES.previous).ok).toBe(false);
  });

  test.each([
    ['53:53/udp', 'udp', 53],
    ['53/udp', 'udp', 53],
    ['53/tcp', 'tcp', 53],
    ['53-53:53/udp', 'udp', 53],
  ])('read the protocol of %j', (spec, protocol, port) => {
    const value = { protocol, mappings: [{ host: port, guest: port }] };
    expect(parsePort(spec, PROTOCOLS)).toEqual({ ok: true, value });
    expect(parsePort(spec, PROTOCOLS.previous).ok).toBe(false);
  });

  // values 10
  test.each([
    ['5-3:1-3', 'host port range start must not exceed its end: 5-3'],
    ['1-3:5-3', 'guest port range start must not exceed its end: 5-3'],
    ['5-3', ' port range start must not exceed its end: 5-3'],
    ['1-2:3-5/udp', 'host and guest port ranges must have the same number of ports: 1-2:3-5'],
    ['0-2', 'port 0 is not valid for VM port forwarding'],
    ['1-:1', 'invalid host port: '],
    ['80/sctp', "unsupported port protocol 'sctp': use tcp or udp, as in 8080:80/udp"],
    ['80/UDP', "unsupported port protocol 'UDP': use tcp or udp, as in 8080:80/udp"],
    ['80/udp:80', "unsupported port protocol 'udp:80': use tcp or udp, as in 8080:80/udp"],
    ['80/', "unsupported port protocol '': use tcp or udp, as in 8080:80/udp"],
  ])('refuse %j: %s', (spec, smolvm) => {
    expect(parsePort(spec, PROTOCOLS)).toMatchObject({ ok: false, problem: { smolvm } });
  });

  test('count the mappings of a machine from the first with ranges on', () => {
    expect(mostPortMappings(RANGES)).toBe(64);
    expect(mostPortMappings(RANGES.previous!)).toBe(Number.POSITIVE_INFINITY);
  });
});

test('host ports may not repeat within a protocol, guest ports may', () => {
  const duplicate = (...specs: readonly string[]) =>
    duplicateHostPort(
      specs.map((spec) => {
        const parsed = parsePort(spec, NEWEST_RELEASE);
        if (!parsed.ok) throw new Error(parsed.problem.message);
        return parsed.value;
      }),
    );
  expect(duplicate('80:80', '81:80')).toBeUndefined();
  expect(duplicate('80', '80/udp')).toBeUndefined();
  const text = (port: string) => `duplicate host port ${port}: each host port can only be mapped once`;
  expect(duplicate('1:1', '2:2', '1:3')).toEqual({ first: 0, second: 2, port: '1', smolvm: text('1') });
  expect(duplicate('5', '4-6:1-3')).toEqual({ first: 0, second: 1, port: '5', smolvm: text('5') });
  expect(duplicate('9/udp', '9', '8-9/udp')).toEqual({
    first: 0,
    second: 2,
    port: '9/udp',
    smolvm: text('9/udp'),
  });
});
