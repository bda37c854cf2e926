import { describe, expect, test } from 'vitest';
import { formatIp, parseCidr, parseDnsServer, parseIp } from '../../packages/core/src/grammars/index.ts';

test.each([
  ['10.0.0.0/8', '10.0.0.0/8'],
  ['10.1.2.3/8', '10.1.2.3/8'],
  ['1.1.1.1', '1.1.1.1/32'],
  ['::1', '::1/128'],
  ['2001:DB8::/32', '2001:db8::/32'],
  ['::1.2.3.4/100', '::102:304/100'],
  ['::ffff:1.2.3.4/120', '::ffff:1.2.3.4/120'],
  ['01.2.3.4/8', '1.2.3.4/8'],
  ['10.0.0.0/08', '10.0.0.0/8'],
  ['10.0.0.0/00', '10.0.0.0/0'],
  ['::/032', '::/32'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['1:0:0:2:0:0:0:3/64', '1:0:0:2::3/64'],
  ['1:0:0:2:0:0:3:4/64', '1::2:0:0:3:4/64'],
  ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7/128'],
  ['::/0', '::/0'],
  // `ipnet` lets `::` stand for nothing; std, without a prefix, does not.
  ['1:2:3:4:5:6:7::8/64', '1:2:3:4:5:6:7:8/64'],
])('%j is stored as %s', (spec, text) => {
  expect(parseCidr(spec)).toMatchObject({ ok: true, value: { text } });
});

test.each([
  ['01.2.3.4', 'not-a-cidr|cidr-octet', '1.2.3.4'],
  ['10.0.0.0/032', 'cidr-prefix', '10.0.0.0/32'],
  ['::/0032', 'cidr-prefix', '::/32'],
  ['10.0.0.0/33', 'cidr-prefix', undefined],
  ['::1/129', 'cidr-prefix', undefined],
  ['10.0.0.0/-1', 'cidr-prefix', undefined],
  ['10.0.0.0/', 'cidr-prefix', undefined],
  ['1.2.3/8', 'cidr-short', '1.2.3.0/8'],
  ['10/8', 'cidr-short', '10.0.0.0/8'],
  ['fe80::1%eth0', 'cidr-zone', 'fe80::1'],
  ['[::1]/128', 'cidr-port', '::1/128'],
  ['[::1]', 'cidr-port', '::1'],
  ['1.2.3.4:80', 'cidr-port', '1.2.3.4'],
  [' 10.0.0.0/8', 'cidr-spaces', '10.0.0.0/8'],
  ['256.1.1.1', 'cidr-octet', undefined],
  ['1:2:3:4:5:6:7::8', 'not-a-cidr', undefined],
  ['1:2:3:4:5:6:7:8:9', 'not-a-cidr', undefined],
  ['1::2::3', 'not-a-cidr', undefined],
  ['1.2.3.4::', 'not-a-cidr', undefined],
  ['12345::', 'not-a-cidr', undefined],
  ['example.com', 'cidr-hostname', undefined],
  ['', 'empty', undefined],
])('%j is refused: %s', (spec, reasons, suggestion) => {
  const parsed = parseCidr(spec);
  if (parsed.ok) throw new Error('accepted');
  expect(reasons.split('|')).toContain(parsed.problem.reason);
  expect(parsed.problem.smolvm).toBe(`invalid CIDR '${spec}': expected format like 10.0.0.0/8 or 1.1.1.1`);
  expect(parsed.problem.suggestion).toBe(suggestion);
});

test('what a network spans', () => {
  expect(parseCidr('10.1.2.3/8')).toMatchObject({
    value: {
      family: 4,
      prefix: 8,
      hasHostBits: true,
      network: '10.0.0.0/8',
      first: '10.0.0.0',
      last: '10.255.255.255',
    },
  });
  expect(parseCidr('2001:db8::/33')).toMatchObject({
    value: { hasHostBits: false, network: '2001:db8::/33', last: '2001:db8:7fff:ffff:ffff:ffff:ffff:ffff' },
  });
});

describe('addresses as Rust std reads them', () => {
  test.each(['1.2.3.4', '0.0.0.0', '::', '::1', '1::', 'a:b:c:d:e:f:1:2', '::ffff:1.2.3.4', 'FE80::1'])(
    '%j',
    (text) => {
      const address = parseIp(text)!;
      expect(parseIp(formatIp(address))).toEqual(address);
    },
  );

  test.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '00.0.0.0',
    '1.2.3.256',
    ':',
    ':::',
    '1:2',
    '::1.2.3',
    '[::1]',
    '::g',
    '1.2.3.4 ',
  ])('%j is none', (text) => {
    expect(parseIp(text)).toBeUndefined();
  });
});

test('--dns takes one IPv4 address', () => {
  expect(parseDnsServer('1.1.1.1')).toEqual({ ok: true, value: '1.1.1.1' });
  expect(
    ['::1', '1.1.1.1:53', '1.1.1.01', 'dns.google', ''].filter((spec) => parseDnsServer(spec).ok),
  ).toEqual([]);
});
