import { expect, test } from 'vitest';
import { duplicateHostPort, parsePort } from '../../packages/core/src/values/index.ts';

const zero = 'is not valid for VM port forwarding';

test.each([
  ['8080:80', 8080, 80],
  ['8080', 8080, 8080],
  ['+80:080', 80, 80],
  ['65535:1', 65535, 1],
])('%j is a port mapping', (spec, host, guest) => {
  expect(parsePort(spec)).toEqual({ ok: true, value: { host, guest } });
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
  const parsed = parsePort(spec);
  if (parsed.ok) throw new Error('accepted');
  const { problem } = parsed;
  expect({ reason: problem.reason, smolvm: problem.smolvm }).toEqual({ reason, smolvm });
  expect(spec.slice(problem.from, problem.to)).toBe(part);
  expect({ suggestion: problem.suggestion, certain: problem.certain }).toEqual({ suggestion, certain });
});

test('host ports may not repeat, guest ports may', () => {
  expect(
    duplicateHostPort([
      { host: 80, guest: 80 },
      { host: 81, guest: 80 },
    ]),
  ).toBeUndefined();
  expect(
    duplicateHostPort([
      { host: 1, guest: 1 },
      { host: 2, guest: 2 },
      { host: 1, guest: 3 },
    ]),
  ).toEqual({
    first: 0,
    second: 2,
    smolvm: 'duplicate host port 1: each host port can only be mapped once',
  });
});
