import type { Release } from '@smolfile/core';
import { describe, expect, test } from 'vitest';
import {
  checkGuestTarget,
  parseRemoteVolume,
  parseVolume,
  protectedSource,
  sameTarget,
  targetKey,
} from '../../packages/core/src/grammars/index.ts';
import { release } from '../harness/releases.ts';

const OLD = release('1.2.5');
const NEW = release('1.3.0');

function split(spec: string, at: Release): string | readonly unknown[] {
  const parsed = parseVolume(spec, at);
  return parsed.ok
    ? [parsed.value.source, parsed.value.target, parsed.value.readOnly]
    : parsed.problem.reason;
}

describe('the two grammars', () => {
  test.each([
    ['./src:/app', ['./src', '/app', false], ['./src', '/app', false]],
    ['src:/app:ro', ['src', '/app', true], ['src', '/app', true]],
    ['src:/app:rw', ['src', '/app', false], ['src', '/app', false]],
    ['./src', 'volume-no-target', 'volume-no-target'],
    ['', 'empty', 'empty'],
    [':/app', 'volume-no-source', 'volume-no-source'],
    ['./src:', ['./src', '', false], 'volume-no-target'],
    ['a:ro', ['a', 'ro', false], 'volume-no-target'],
    ['./src:/a:RO', 'volume-mode', ['./src:/a', 'RO', false]],
    ['./src:/app:ro:rw', 'volume-colons', ['./src:/app', 'ro', false]],
    ['C:\\x:/a', 'volume-drive', ['C:\\x', '/a', false]],
    ['s3://bucket:/m', 'volume-remote', ['s3://bucket', '/m', false]],
    ['a:b:c:d:e', 'volume-colons', ['a:b:c:d', 'e', false]],
  ])('%j', (spec, old, fresh) => {
    expect(split(spec, OLD)).toEqual(old);
    expect(split(spec, NEW)).toEqual(fresh);
    expect(split(spec, release('1.9.3'))).toEqual(fresh);
  });

  test.each([
    ['src:/app:RO', 'src:/app:ro', true],
    ['src:/app:readonly', 'src:/app:ro', true],
    ['src:/app:Z', 'src:/app', true],
    ['src:/app:cached', 'src:/app', true],
  ])('the mode of %j has a replacement', (spec, suggestion, certain) => {
    expect(parseVolume(spec, OLD)).toMatchObject({ problem: { suggestion, certain } });
  });

  test('texts', () => {
    const smolvm = "invalid mount path: invalid format './src' (expected host:guest[:ro|:rw])";
    expect(parseVolume('./src', NEW)).toMatchObject({ problem: { smolvm } });
    expect(parseVolume(':/app', OLD)).toMatchObject({ problem: { smolvm: 'mount source not found: ' } });
  });
});

test.each([
  ['/app', undefined, undefined],
  ['//app/./x/', undefined, undefined],
  ['app', 'target-relative', 'config'],
  ['', 'target-relative', 'config'],
  ['RO', 'volume-mode', 'config'],
  ['/', 'target-root', 'launch'],
  ['//.', 'target-root', 'launch'],
  ['/a/../b', 'target-parent', 'launch'],
  ['/a..b', undefined, undefined],
])('guest path %j: %s', (target, reason, stage) => {
  const problem = checkGuestTarget(target);
  expect(problem?.reason).toBe(reason);
  expect(problem?.stage).toBe(stage);
});

test('guest paths are compared as Rust compares them', () => {
  for (const other of ['/a/', '//a', '/./a', '/a/.']) expect(sameTarget('/a', other)).toBe(true);
  for (const other of ['/b', '/a/b', '/a/../a', 'a', '/A']) expect(sameTarget('/a', other)).toBe(false);
  expect([targetKey('./a'), targetKey('a/./b'), targetKey('')]).toEqual(['./a', 'a/b', '']);
});

test.each([
  ['linux', '1.2.0', ['/', '/var', '/var/run', '/var/run/x', '/etc', '/usr/lib', '/run/user']],
  ['linux', '1.7.0', ['/boot', '/boot/efi']],
  ['macos', '1.2.0', ['/', '/private/var', '/private/etc/x', '/System/x', '/Library', '/private/var/log']],
  [
    'windows',
    '1.3.0',
    ['C:\\', 'C:\\Windows\\System32', '\\\\?\\C:\\ProgramData', 'c:\\program files (x86)\\x'],
  ],
] as const)('%s %s protects', (platform, version, paths) => {
  expect(paths.filter((path) => protectedSource(path, platform, release(version)) === undefined)).toEqual([]);
});

test.each([
  ['linux', '1.6.13', ['/boot', '/var/lib', '/usrlocal', '/home/etc', '/tmp', '/lib64']],
  ['macos', '1.9.3', ['/private/var/folders/x', '/Users/me', '/boot', '/private/tmp', '/etc']],
  ['windows', '1.9.3', ['C:\\Users\\me', 'D:\\Windows', 'C:\\WindowsApps']],
  ['windows', '1.2.5', ['C:\\Windows']],
] as const)('%s %s does not protect', (platform, version, paths) => {
  expect(paths.filter((path) => protectedSource(path, platform, release(version)) !== undefined)).toEqual([]);
});

describe('remote volumes', () => {
  test.each([
    ['s3://bucket/p:/mnt/d:ro', ['s3://bucket/p', '/mnt/d', true]],
    [':sftp,host=h,user=me:/srv:/mnt', [':sftp,host=h,user=me:/srv', '/mnt', false]],
    [':http,url="https://host"::/mnt/d', [':http,url="https://host":', '/mnt/d', false]],
    ['s3://b:data', "remote volume guest path must be absolute: 's3://b:data'"],
    ['s3://b:/my data', "remote volume guest path must not contain spaces: 's3://b:/my data'"],
    ["s3://b:/it's:ro", "remote volume spec must not contain single quotes: 's3://b:/it's:ro'"],
    ['s3://:/d', "s3 volume needs a bucket name: 's3://:/d'"],
    ['s3:///:/d', "s3 volume needs a bucket name: 's3:///:/d'"],
    [
      ':http,url="https://h":/mnt/d',
      "rclone remote is missing its ':path' part in ':http,url=\"https://h\":/mnt/d' (an empty remote path is written '::' before the guest path, e.g. ':http,url=\"https://host\"::/mnt/data')",
    ],
  ])('%j', (spec, outcome) => {
    const parsed = parseRemoteVolume(spec)!;
    expect(
      parsed.ok ? [parsed.value.source, parsed.value.target, parsed.value.readOnly] : parsed.problem.smolvm,
    ).toEqual(outcome);
  });

  test.each(['./src:/app', ':/app', 'C:\\x:/a', 's3://bucket', ''])('%j is none', (spec) => {
    expect(parseRemoteVolume(spec)).toBeUndefined();
  });
});
