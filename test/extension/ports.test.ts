import { expect, test } from 'vitest';
import { webPorts } from '../../extension/src/smolvm/ports.ts';

test.each([
  [
    ['8080:80', '3000'],
    [8080, 3000],
  ],
  [
    ['8000-8002:9000-9002', '8001:1'],
    [8000, 8001, 8002],
  ],
  [['53:53/udp', '443:443/tcp'], [443]],
  [
    [
      { host: 8080, guest: 80 },
      { host: 53, guest: 53, protocol: 'udp' },
    ],
    [8080],
  ],
  [['nonsense', 7, null], []],
])('%j', (ports, expected) => {
  expect(webPorts({ ports })).toEqual(expected);
});

test('of what is no configuration there are none', () => {
  for (const config of [undefined, null, [], 'x', {}, { ports: 3 }]) expect(webPorts(config)).toEqual([]);
});
