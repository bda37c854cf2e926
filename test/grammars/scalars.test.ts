import { describe, expect, test } from 'vitest';
import {
  checkGpuVram,
  checkResources,
  nameOfDirectory,
  parseLabel,
  parseMachineName,
  parsePlatform,
  parseResourceFlag,
  parseRestartPolicy,
  parseUnsigned,
  rustTrim,
  shown,
  tooManyCpus,
  U16_MAX,
  U64_MAX,
  type Resources,
} from '../../packages/core/src/grammars/index.ts';

describe('Rust', () => {
  test('trims what Unicode calls white space', () => {
    expect(rustTrim('\u0085\u00A0\u3000 a b\t\u2028')).toBe('a b');
    expect(rustTrim('\uFEFFa\u200B')).toBe('\uFEFFa\u200B');
  });

  test.each([
    ['80', 80n],
    ['+80', 80n],
    ['0080', 80n],
    ['0', 0n],
    ['65535', 65535n],
    [`${'0'.repeat(100_000)}7`, 7n],
    ['65536', undefined],
    ['', undefined],
    ['+', undefined],
    ['++1', undefined],
    ['-0', undefined],
    [' 1', undefined],
    ['1_0', undefined],
    ['١', undefined],
    [`${'0'.repeat(100_000)}x`, undefined],
    ['9'.repeat(100_000), undefined],
  ])('parses %.8j as u16', (text, value) => {
    expect(parseUnsigned(text, U16_MAX)).toBe(value);
  });

  test('has 64 bits', () => {
    expect(parseUnsigned('18446744073709551615', U64_MAX)).toBe(U64_MAX);
    expect(parseUnsigned('18446744073709551616', U64_MAX)).toBeUndefined();
  });
});

test('what messages show cannot steer a terminal', () => {
  expect(shown('a\u001b[31m\n')).toBe('`a\\u{1b}[31m\\n`');
  expect(shown('\u202Ex')).toBe('`\\u{202e}x`');
  expect(shown('x'.repeat(1000)).length).toBeLessThan(100);
});

describe('restart policy', () => {
  test.each([
    ['never', 'never'],
    ['ALWAYS', 'always'],
    ['on-failure', 'on-failure'],
    ['OnFailure', 'on-failure'],
    ['unless-stopped', 'unless-stopped'],
    ['unlessstopped', 'unless-stopped'],
  ])('%j', (text, policy) => {
    expect(parseRestartPolicy(text)).toEqual({ ok: true, value: policy });
  });

  test.each([
    ['no', 'never', true],
    ['on_failure', 'on-failure', true],
    [' always', 'always', true],
    ['yes', 'always', false],
    ['', undefined, undefined],
    ['sometimes', undefined, undefined],
  ])('%j is refused', (text, suggestion, certain) => {
    const parsed = parseRestartPolicy(text);
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.problem.smolvm).toBe(`invalid restart policy: ${text}`);
    expect([parsed.problem.suggestion, parsed.problem.certain]).toEqual([suggestion, certain]);
  });
});

describe('machine names', () => {
  test.each(['a', 'my-vm_1', '9', 'A'.repeat(128), 'a_-b'])('%j', (name) => {
    expect(parseMachineName(name)).toEqual({ ok: true, value: name });
  });

  test.each([
    ['', 'machine name cannot be empty', undefined],
    ['é'.repeat(65), 'machine name too long: 130 characters (max 128)', undefined],
    ['-a', 'machine name must start with a letter or digit (got: "-a")', 'a'],
    ['_a', 'machine name must start with a letter or digit (got: "_a")', 'a'],
    ['a-', 'machine name cannot end with a hyphen (got: "a-")', 'a'],
    ['a--b', 'machine name cannot contain consecutive hyphens', 'a-b'],
    ['a/b', 'machine name cannot contain path separators', 'a-b'],
    ['a\\b', 'machine name cannot contain path separators', 'a-b'],
    ['a b', "machine name contains invalid character: ' '", 'a-b'],
    ['a.b--', 'machine name cannot end with a hyphen (got: "a.b--")', 'a-b'],
    ['aé', "machine name contains invalid character: 'é'", 'a'],
  ])('%j is refused', (name, smolvm, suggestion) => {
    const parsed = parseMachineName(name);
    if (parsed.ok) throw new Error('accepted');
    expect([parsed.problem.smolvm, parsed.problem.suggestion]).toEqual([smolvm, suggestion]);
  });

  test('smol makes them of directories', () => {
    expect(nameOfDirectory('my app_v1.é!')).toBe('my-app-v1-é-');
  });
});

describe('platforms', () => {
  test.each([
    ['linux/amd64', { os: 'linux', arch: 'amd64' }],
    ['linux/arm64', { os: 'linux', arch: 'arm64' }],
    ['linux/arm/v7', { os: 'linux', arch: 'arm', variant: 'v7' }],
  ])('%j', (text, value) => {
    expect(parsePlatform(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['amd64', 'linux/amd64'],
    ['x86_64', 'linux/amd64'],
    ['linux/aarch64', 'linux/arm64'],
    ['Linux/AMD64', 'linux/amd64'],
    ['linux', undefined],
    ['windows/amd64', undefined],
    ['darwin/arm64', undefined],
    ['', undefined],
    ['linux/arm/v7/x', undefined],
    ['linux/arm64/', undefined],
  ])('%j is none', (text, suggestion) => {
    const parsed = parsePlatform(text);
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.problem.suggestion).toBe(suggestion);
  });
});

function key(resources: Resources): string | undefined {
  return checkResources(resources)?.key;
}

describe('resources', () => {
  test('are checked in smolvm’s order', () => {
    expect(key({ cpus: 0n, memory: 1n, storage: 0n, overlay: 0n })).toBe('cpus');
    expect(key({ cpus: 1n, memory: 63n, storage: 0n })).toBe('memory');
    expect(key({ storage: 0n, overlay: 0n })).toBe('storage');
    expect(key({ overlay: 0n })).toBe('overlay');
    expect(key({ cpus: 255n, memory: 64n, storage: 1n, overlay: 1n })).toBeUndefined();
    expect(key({})).toBeUndefined();
  });

  test('their texts', () => {
    expect(checkResources({ memory: 63n })?.problem.smolvm).toBe(
      'memory must be at least 64 MiB (got 63 MiB)',
    );
    expect(checkGpuVram(0n)?.smolvm).toMatch(/^gpu_vram: --gpu-vram must be a positive number/);
    expect(tooManyCpus(16n)).toBeUndefined();
  });

  test.each([
    ['--cpus', '256', '256 is not in 0..=255'],
    ['--cpus', '-1', '-1 is not in 0..=255'],
    ['--cpus', 'x', 'invalid digit found in string'],
    ['--cpus', '', 'cannot parse integer from empty string'],
    ['--mem', '4294967296', '4294967296 is not in 0..=4294967295'],
    ['--mem', '9223372036854775808', 'number too large to fit in target type'],
    ['--storage', '18446744073709551616', 'number too large to fit in target type'],
    ['--storage', '-1', 'invalid digit found in string'],
    ['--gpu-vram', 'x', "'x' is not a valid MiB value"],
    ['--gpu-vram', '-1', "'-1' is not a valid MiB value"],
  ] as const)('%s %j', (flag, text, smolvm) => {
    expect(parseResourceFlag(flag, text)).toMatchObject({ ok: false, problem: { smolvm } });
  });

  test('flags take what the type holds', () => {
    expect(parseResourceFlag('--cpus', '0')).toEqual({ ok: true, value: 0n });
    expect(parseResourceFlag('--storage', '18446744073709551615')).toEqual({ ok: true, value: U64_MAX });
  });
});

test.each([
  ['a=b', { key: 'a', value: 'b' }],
  ['a=b=c', { key: 'a', value: 'b=c' }],
  ['a=', { key: 'a', value: '' }],
])('--label %s', (spec, value) => {
  expect(parseLabel(spec)).toEqual({ ok: true, value });
});

test.each([
  ['x', "expected KEY=VALUE, got 'x'"],
  ['=x', "label key cannot be empty (in '=x')"],
])('--label %s is refused', (spec, smolvm) => {
  expect(parseLabel(spec)).toMatchObject({ ok: false, problem: { smolvm } });
});
