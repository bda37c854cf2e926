/** The grammars that came with the network keys of newer releases (values 3 to 9, 21), by example and by property. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DNS_OPTIONS,
  formatHostPattern,
  formatUdpAllow,
  hostFilter,
  hostRule,
  parseBindingFlag,
  parseBindingName,
  parseCredentialHost,
  parseDnsOption,
  parseGuestSubnet,
  parseHeaderName,
  parseHostPattern,
  parseHttpMethod,
  parseKeychainItem,
  parseUdpAllow,
  patternEntry,
  type Parsed,
} from '../../packages/core/src/grammars/index.ts';
import { release } from '../harness/releases.ts';

const NOW = release('1.33.0');

function textOf(parsed: Parsed<unknown>): string | undefined {
  return parsed.ok ? undefined : parsed.problem.smolvm;
}

/** A mistake lies inside the text, and what is suggested is taken. */
function isHelpful(spec: string, parse: (text: string) => Parsed<unknown>): boolean {
  const parsed = parse(spec);
  if (parsed.ok) return true;
  const { from, to, suggestion, message, help } = parsed.problem;
  const isInside = 0 <= from && from <= to && to <= spec.length;
  return isInside && message !== '' && help !== '' && (suggestion === undefined || parse(suggestion).ok);
}

const piece = fc.constantFrom(
  ...'a b.c *. * = . .. : :53 53-60 - / /8 /32 10.0.0.0 1.1.1.1 ::1 2001:db8:: [ ] @ , :body :set-header= x-k _ é'.split(
    ' ',
  ),
);
const spec = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string(),
);

test.each([
  ['host pattern', parseHostPattern],
  ['UDP', parseUdpAllow],
  ['guest subnet', parseGuestSubnet],
  ['resolver option', parseDnsOption],
  ['keychain', parseKeychainItem],
  ['header', parseHeaderName],
  ['method', parseHttpMethod],
  ['name', parseBindingName],
  ['host of a credential', (text: string) => parseCredentialHost(text, NOW)],
  ['credential', (text: string) => parseBindingFlag(text, NOW)],
] as const)('%s: any text is taken or explained, and a suggestion is taken', (_, parse) => {
  fc.assert(fc.property(spec, (text) => isHelpful(text, parse)));
});

describe('host patterns', () => {
  test.each([
    '*',
    '*.',
    '',
    'a_b.com',
    'ü.com',
    'a.com:80',
    'http://a.com',
    '=a.com',
    '**.a.com',
    '.a.com',
    'a.com..',
    '10.0.0.1',
    '-a.com',
  ])('%s is refused', (text) => {
    const shown = text.endsWith('.') ? text.slice(0, -1) : text;
    expect(textOf(parseHostPattern(text))).toBe(
      `invalid host pattern "${shown}": use an exact DNS hostname or *.domain`,
    );
  });

  test.each([
    ['A.com.', '=a.com'],
    ['*.A.com', '*.a.com'],
    ['*.com', '*.com'],
    ['*.1.2.3.4', '*.1.2.3.4'],
    ['localhost', '=localhost'],
    ['xn--bcher-kva.example', '=xn--bcher-kva.example'],
  ])('%s is stored as %s', (text, stored) => expect(patternEntry(text)).toBe(stored));

  test('a pattern as it is written out is the same pattern', () => {
    fc.assert(
      fc.property(spec, (text) => {
        const parsed = parseHostPattern(text);
        if (!parsed.ok) return;
        expect(parseHostPattern(formatHostPattern(parsed.value))).toEqual(parsed);
      }),
    );
  });
});

test('what a filter lets through is what one of its entries lets through', () => {
  const label = fc.constantFrom('a', 'b', 'com');
  const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
  const entry = fc.tuple(fc.constantFrom('', '*.', '='), name).map(([form, host]) => form + host);
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), name, (entries, host) => {
      const filter = hostFilter(entries, NOW);
      const matches = ({ kind, host: listed }: NonNullable<ReturnType<typeof hostRule>>): boolean =>
        (kind !== 'subdomains' && host === listed) || (kind !== 'exact' && host.endsWith(`.${listed}`));
      expect(filter.allows(host)).toBe(entries.some((one) => matches(hostRule(one, NOW)!)));
      if (filter.allowsBelow(host)) expect(filter.allows(`x.${host}`)).toBe(true);
    }),
  );
});

test('up to 1.19.3 a strict form never matches', () => {
  const filter = hostFilter(['*.a.com', '=b.com', 'c.com'], release('1.19.3'));
  expect(['x.a.com', 'b.com', 'x.c.com'].map((host) => filter.allows(host))).toEqual([false, false, true]);
});

describe('UDP', () => {
  const detail = (text: string): string | undefined =>
    textOf(parseUdpAllow(text))?.slice(`invalid UDP allow '${text}': `.length).split('; expected CIDR')[0];

  test.each([
    ['a.com', 'not a CIDR'],
    ['a.com:53', "invalid CIDR 'a.com': expected format like 10.0.0.0/8 or 1.1.1.1"],
    ['1.1.1.1:', "'' is not a port from 1 to 65535"],
    ['1.1.1.1:0', "'0' is not a port from 1 to 65535"],
    ['1.1.1.1:60-53', 'port range 60-53 ends before it starts'],
    ['[::1', "missing ']'"],
    ['[::1]53', "expected ':' after ']'"],
  ])('%s', (text, expected) => expect(detail(text)).toBe(expected));

  test.each([
    ['::1:53', '::1:53/128'],
    ['2001:db8::/32:53', '[2001:db8::/32]:53'],
    ['1.1.1.1:+053', '1.1.1.1/32:53'],
    ['10.0.0.0/8:53-53', '10.0.0.0/8:53'],
    ['[::1]:443', '[::1/128]:443'],
  ])('%s is %s', (text, written) => {
    const parsed = parseUdpAllow(text);
    expect(parsed.ok && formatUdpAllow(parsed.value)).toBe(written);
  });

  test('what is written out is read back', () => {
    fc.assert(
      fc.property(spec, (text) => {
        const parsed = parseUdpAllow(text);
        if (!parsed.ok) return;
        const written = formatUdpAllow(parsed.value);
        const again = parseUdpAllow(written);
        expect(again.ok && formatUdpAllow(again.value)).toBe(written);
      }),
    );
  });
});

test.each([
  ['10.0.0.0', "guest subnet '10.0.0.0' must be an IPv4 CIDR like 10.200.0.0/30"],
  ['a/24', "guest subnet 'a/24': 'a' is not an IPv4 address"],
  ['10.0.0.0/x', "guest subnet '10.0.0.0/x': 'x' is not a prefix length"],
  ['10.0.0.0/31', "guest subnet '10.0.0.0/31': prefix must be between /8 and /30"],
  ['10.0.0.1/30', "guest subnet '10.0.0.1/30' has host bits set; did you mean 10.0.0.0/30?"],
  [
    '127.0.0.0/8',
    "guest subnet '127.0.0.0/8' is in a reserved range (0/8, loopback, link-local, multicast or 240/4)",
  ],
  [' 10.0.0.0/+024 ', undefined],
])('guest subnet %s', (text, expected) => expect(textOf(parseGuestSubnet(text))).toBe(expected));

test.each([
  ['ndots', 'resolver option `ndots` needs a value, e.g. `ndots:1`'],
  ['ndots:16', 'resolver option `ndots:16` is out of range'],
  ['timeout:0', 'resolver option `timeout:0` is out of range'],
  ['attempts:x', 'resolver option `attempts:x` is out of range'],
  ['rotate:1', 'resolver option `rotate` takes no value'],
  ['Rotate', 'unsupported resolver option `Rotate`'],
  ['ndots:+05', undefined],
])('resolver option %s', (text, expected) => expect(textOf(parseDnsOption(text))).toBe(expected));

test('every option is taken in its own form, and in no other', () => {
  for (const [name, range] of DNS_OPTIONS) {
    expect(parseDnsOption(name).ok).toBe(range === null);
    if (range === null) continue;
    const [least, most] = range;
    for (const value of [least, most]) expect(parseDnsOption(`${name}:${value}`).ok).toBe(true);
    for (const value of [least - 1, most + 1]) expect(parseDnsOption(`${name}:${value}`).ok).toBe(false);
  }
});

describe('credentials', () => {
  test.each([
    [
      'n=E',
      '1.32.2',
      'expected NAME=ENV_VAR@HOST[,HOST...][:body][:set-header=HEADER] (e.g. notion=NOTION_API_KEY@api.notion.com)',
    ],
    [
      'n=E@',
      '1.27.0',
      'expected NAME=ENV_VAR@HOST[,HOST...][:body] (e.g. notion=NOTION_API_KEY@api.notion.com)',
    ],
    [
      '=E@a.com',
      '1.18.0',
      'expected NAME=ENV_VAR@HOST[,HOST...] (e.g. notion=NOTION_API_KEY@api.notion.com)',
    ],
    ['n=E@a.com:foo', '1.31.0', 'unknown credential modifier :foo; expected :body or :set-header=HEADER'],
    ['n=E@a.com:body:body', '1.31.0', 'credential modifier :body appears more than once'],
    [
      'n=E@a.com:set-header=',
      '1.31.0',
      'credential modifier :set-header=HEADER requires a non-empty header name',
    ],
  ])('%s at %s', (text, version, expected) => {
    expect(textOf(parseBindingFlag(text, release(version)))).toBe(expected);
  });

  test('the modifiers of a release, and what stays in the host before it', () => {
    const text = ' n = E @ A.com, b.com :body';
    const hosts = (version: string): readonly string[] | false => {
      const parsed = parseBindingFlag(text, release(version));
      return parsed.ok && parsed.value.hosts;
    };
    expect(hosts('1.26.1')).toEqual(['a.com', 'b.com :body']);
    expect(hosts('1.27.0')).toEqual(['a.com', 'b.com']);
    expect(hosts('1.33.0')).toEqual(['a.com', 'b.com']);
  });

  test.each([
    ['a.com', true, true],
    ['*.a.com', false, true],
    ['*.com', false, false],
    ['A.com', false, false],
    ['a.com.', false, false],
    ['1.2.3.4', false, false],
    ['*.1.2.3.4', false, false],
  ])('host %s', (host, before, after) => {
    expect(parseCredentialHost(host, release('1.25.2')).ok).toBe(before);
    expect(parseCredentialHost(host, release('1.26.1')).ok).toBe(after);
  });

  test.each(['host', 'cookie', 'Authorization', '', 'a b', 'x:y'])('header %j is refused', (header) => {
    expect(parseHeaderName(header).ok).toBe(false);
  });
});

test.each([
  ['a', true],
  [' ', true],
  ['a/b/c', true],
  ['a/', false],
  ['/a', false],
  ['', false],
])('keychain item %j', (item, taken) => expect(parseKeychainItem(item).ok).toBe(taken));
