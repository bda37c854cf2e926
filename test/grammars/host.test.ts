import { describe, expect, test } from 'vitest';
import { classifyHost, hostFilter } from '../../packages/core/src/grammars/index.ts';
import { PINNED } from '../harness/releases.ts';

test.each([
  ['example.com', 'hostname', undefined],
  ['EXAMPLE.com', 'hostname', undefined],
  ['example.com.', 'hostname', undefined],
  ['localhost', 'hostname', undefined],
  ['_srv.example.com', 'hostname', undefined],
  ['1.2.3.4', 'ip', undefined],
  ['::1', 'ip', undefined],
  ['1.2.3.4:443', 'ip-port', '1.2.3.4'],
  ['[::1]:443', 'ip-port', '::1'],
  ['[::1]', 'ip-port', '::1'],
  ['10.0.0.0/8', 'cidr', undefined],
  ['*.example.com', 'wildcard', 'example.com'],
  ['*', 'wildcard', undefined],
  ['api-*.example.com', 'wildcard', undefined],
  ['example.com:443', 'port', 'example.com'],
  ['https://example.com/path?q', 'url', 'example.com'],
  ['https://user@example.com:8443', 'url', 'example.com'],
  ['example.com/path', 'path', 'example.com'],
  ['', 'empty', undefined],
  ['  ', 'empty', undefined],
  [' example.com', 'space', 'example.com'],
  ['exa mple.com', 'space', undefined],
  ['bücher.example', 'invalid', undefined],
  ['.example.com', 'invalid', 'example.com'],
  ['a..b', 'invalid', undefined],
  ['-a.example', 'invalid', undefined],
])('%j is %s', (entry, kind, suggestion) => {
  const found = classifyHost(entry);
  expect({ kind: found.kind, suggestion: found.suggestion }).toEqual({ kind, suggestion });
  expect(found.to).toBeLessThanOrEqual(entry.length);
});

test('the flag refuses any colon that is no address', () => {
  expect(classifyHost('example.com:443').smolvm).toBe(
    "invalid hostname 'example.com:443': port suffixes are not supported. Use the hostname only (all ports are allowed to resolved IPs).",
  );
  expect(classifyHost('*.example.com').smolvm).toBeUndefined();
});

describe('the DNS filter', () => {
  test.each([
    ['example.com', true],
    ['API.Example.COM.', true],
    ['a.b.example.com', true],
    ['notexample.com', false],
    ['com', false],
    ['', false],
    ['any.wild.org', false],
  ])('%j: %s', (host, allowed) => {
    expect(hostFilter(['Example.com.', '*.wild.org', ''], PINNED).allows(host)).toBe(allowed);
  });
});
